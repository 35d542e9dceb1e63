"""A real mail server for the tests, and the mail that came in."""

import asyncio
import socket
from contextlib import contextmanager
from email import message_from_bytes, policy
from queue import Queue

from aiosmtpd.controller import Controller

LONG = 30


class Postbox:
    """A real SMTP server that keeps what comes in; slow, when asked."""

    def __init__(self):
        self.letters = Queue()
        self.pause = 0

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        await asyncio.sleep(self.pause)
        self.letters.put(envelope)
        return "250 OK"

    def next(self):
        envelope = self.letters.get(timeout=LONG)
        letter = message_from_bytes(envelope.content, policy=policy.default)
        return envelope.rcpt_tos, letter

    def all(self):
        """Everything that came in so far: (to, letter)."""
        return [self.next() for _ in range(self.letters.qsize())]


@contextmanager
def opened(settings):
    """The server, with the portal's mail going to it."""
    box = Postbox()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    yield box
    controller.stop()
