"""The line that goes with a receiver's transport."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from typing import cast

from werkbrief.exchange.models import Receiver
from werkbrief.exchange.transports.answers import Line


@contextmanager
def connected(receiver: Receiver) -> Iterator[Line]:
    """An open line to this receiver, closed afterwards."""
    with line_of(receiver.transport)(receiver) as line:
        yield line


def line_of(transport: str) -> Callable[[Receiver], AbstractContextManager[Line]]:
    """`sftp_line` of the file sftp, and so on.

    Read when something is sent: SSH alone holds 11 MB, and a web process sends nothing.
    """
    file = import_module(f"werkbrief.exchange.transports.{transport}")
    line = getattr(file, f"{transport}_line")
    return cast("Callable[[Receiver], AbstractContextManager[Line]]", line)
