"""SFTP drop: a file per card, under its final name only when it is whole."""

import asyncio
import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

import asyncssh

from werkbrief.accounts.sealing import unseal
from werkbrief.exchange.models import Delivery, Receiver
from werkbrief.exchange.timecards.writing import file_stem, suffix
from werkbrief.exchange.transports.answers import Answer, arrived, later, refused
from werkbrief.exchange.transports.reaching import OutOfBounds, checked_addresses

TIMEOUT = 30
PORT = 22
_NOT_LET_IN: dict[type[Exception], str] = {
    asyncssh.HostKeyNotVerifiable: (
        "De sleutel van de server is een andere dan is ingevuld."
    ),
    asyncssh.PermissionDenied: (
        "De server laat deze naam met dit wachtwoord niet toe."
    ),
}


@contextmanager
def sftp_line(receiver: Receiver) -> Iterator["SftpLine"]:
    yield SftpLine(receiver)


class SftpLine:
    """`address` is sftp://host:port/folder; the host's key must be the known one."""

    def __init__(self, receiver: Receiver) -> None:
        self.receiver = receiver
        self.where = urlsplit(receiver.address)

    def send(self, delivery: Delivery, *, maybe_arrived: bool) -> Answer:  # noqa: ARG002
        """The same file twice is the same file: it replaces itself."""
        name = f"{file_stem(delivery)}.{suffix(self.receiver.form)}"
        try:
            asyncio.run(asyncio.wait_for(self._put(name, delivery.message), TIMEOUT))
        except OutOfBounds as refusal:
            return later(refusal.sentence)
        except (TimeoutError, OSError) as broken:
            return later(
                f"De ontvanger was niet te bereiken ({type(broken).__name__})."
            )
        except (asyncssh.HostKeyNotVerifiable, asyncssh.PermissionDenied) as broken:
            return later(_NOT_LET_IN[type(broken)])
        except asyncssh.SFTPNoSuchFile:
            return refused(f"De map {self.where.path} bestaat niet op de server.")
        except (asyncssh.Error, ValueError) as broken:
            return later(f"Verzenden lukte niet ({type(broken).__name__}).")
        return arrived(f"Bestand {name}.")

    async def _put(self, name: str, message: str) -> None:
        host, port = self.where.hostname or "", self.where.port or PORT
        address = checked_addresses(host, port)[0]
        folder = unquote(self.where.path) or "."
        path = posixpath.join(folder, name)
        async with (
            asyncssh.connect(
                address,
                port,
                username=self.receiver.account,
                password=unseal(self.receiver.secret),
                client_factory=lambda: _Careful(self.receiver.fingerprint),
                known_hosts=asyncssh.import_known_hosts(""),
                client_keys=None,
                config=None,
            ) as line,
            line.start_sftp_client() as sftp,
        ):
            async with sftp.open(f"{path}.part", "wb") as file:
                await file.write(message.encode())
            await sftp.posix_rename(f"{path}.part", path)


class _Careful(asyncssh.SSHClient):
    """Trusts one key only: the one whose fingerprint was filled in."""

    def __init__(self, fingerprint: str) -> None:
        self.fingerprint = fingerprint

    def validate_host_public_key(
        self,
        host: str,  # noqa: ARG002
        addr: str,  # noqa: ARG002
        port: int,  # noqa: ARG002
        key: asyncssh.SSHKey,
    ) -> bool:
        return key.get_fingerprint() == self.fingerprint
