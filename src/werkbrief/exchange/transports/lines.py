"""The line that goes with a receiver's transport."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from werkbrief.exchange.models import Receiver, Transport
from werkbrief.exchange.transports.answers import Line
from werkbrief.exchange.transports.mail import mail_line
from werkbrief.exchange.transports.rest import rest_line
from werkbrief.exchange.transports.sftp import sftp_line


@contextmanager
def connected(receiver: Receiver) -> Iterator[Line]:
    """An open line to this receiver, closed afterwards."""
    with LINES[receiver.transport](receiver) as line:
        yield line


LINES: dict[str, Callable[[Receiver], AbstractContextManager[Line]]] = {
    Transport.REST: rest_line,
    Transport.SFTP: sftp_line,
    Transport.MAIL: mail_line,
}
