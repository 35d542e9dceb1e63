"""A question that was cut off is not answered: half a number is another number."""

from collections.abc import Callable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.http.response import HttpResponseBase


class CutOff(OSError):  # noqa: N818  (it states a fact)
    """Who asked went away in the middle of it; Django drops such a request."""


class WholeBody:
    """Gives what was promised by Content-Length, or raises CutOff."""

    def __init__(self, stream: Any, length: int) -> None:  # noqa: ANN401
        self.stream, self.left = stream, length

    def read(self, size: int = -1) -> bytes:
        wanted = self.left if size < 0 else min(size, self.left)
        pieces = []
        while wanted:
            piece = self._came(self.stream.read(wanted))
            wanted -= len(piece)
            pieces.append(piece)
        return b"".join(pieces)

    def readline(self, size: int = -1) -> bytes:
        if not self.left:
            return b""
        limit = self.left if size < 0 else min(size, self.left)
        return self._came(self.stream.readline(limit))

    def _came(self, piece: bytes) -> bytes:
        if not piece:
            raise CutOff
        self.left -= len(piece)
        return piece


class WholeRequests(WSGIHandler):
    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> HttpResponseBase:
        length = str(environ.get("CONTENT_LENGTH") or "0")
        if length.isdigit():
            environ["wsgi.input"] = WholeBody(environ["wsgi.input"], int(length))
        return super().__call__(environ, start_response)
