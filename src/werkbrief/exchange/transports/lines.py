"""The line that goes with a receiver's transport."""

from collections.abc import Iterator
from contextlib import contextmanager

from werkbrief.exchange.models import Receiver, Transport
from werkbrief.exchange.transports.answers import Line
from werkbrief.exchange.transports.rest import rest_line
from werkbrief.exchange.transports.sftp import sftp_line


@contextmanager
def connected(receiver: Receiver) -> Iterator[Line]:
    """An open line to this receiver, closed afterwards."""
    open_line = sftp_line if receiver.transport == Transport.SFTP else rest_line
    with open_line(receiver) as line:
        yield line
