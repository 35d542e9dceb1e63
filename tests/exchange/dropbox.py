"""A real SFTP server in a folder, for as long as the block lasts."""

import asyncio
import threading
from contextlib import contextmanager
from types import SimpleNamespace

import asyncssh


@contextmanager
def dropbox(folder):
    """Give its address and the fingerprint of its key; user jet, password geheim."""
    ready, loop = threading.Event(), asyncio.new_event_loop()
    found = SimpleNamespace(address="", fingerprint="")

    async def serve():
        key = asyncssh.generate_private_key("ssh-ed25519")
        server = await asyncssh.listen(
            "127.0.0.1",
            0,
            server_host_keys=[key],
            server_factory=_Guard,
            sftp_factory=lambda chan: asyncssh.SFTPServer(chan, chroot=str(folder)),
        )
        found.address = f"sftp://127.0.0.1:{server.get_port()}/in"
        found.fingerprint = key.get_fingerprint()
        ready.set()

    def run():
        asyncio.set_event_loop(loop)
        loop.run_until_complete(serve())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait(20)
    try:
        yield found
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)


class _Guard(asyncssh.SSHServer):
    def password_auth_supported(self):
        return True

    def validate_password(self, username, password):
        return (username, password) == ("jet", "geheim")
