"""Werkbrief from Python: one file, nothing but the standard library (3.11 or newer).

`werkbrief connector` writes it from the description of the interface; make it anew
rather than change it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener


class Problem(Exception):  # noqa: N818
    """The interface said no. `detail` is its sentence, `errors` name the fields."""

    def __init__(self, status: int, told: Mapping[str, Any]) -> None:
        self.status = status
        self.detail = str(told.get("detail", f"antwoord {status}"))
        self.errors: list[dict[str, Any]] = told.get("errors", [])
        super().__init__(self.detail)


class NotLetIn(Problem):
    """401: the token opens nothing."""


class NotThere(Problem):
    """404: it does not exist, or this token may not see it."""


class NotNow(Problem):
    """409: this can't be done as things stand."""


class Changed(Problem):
    """412: somebody was there first. Read it again."""


class NotRight(Problem):
    """422: the request or the file is wrong."""


class TooFast(Problem):
    """429: also after waiting as long as was asked, several times."""


PROBLEMS = {
    401: NotLetIn,
    404: NotThere,
    409: NotNow,
    412: Changed,
    422: NotRight,
    429: TooFast,
}
UNCHANGED, LATER, REMEMBERED = 304, {429, 503}, 200
JSON = "application/json"


class _Straight(HTTPRedirectHandler):
    """The token goes to the address that it was given for, and to no other."""

    def redirect_request(self, *_asked: object) -> None:
        return None


class Calling:
    """One integration's line: waits as long as asked, and reads nothing twice.

    What was read is remembered with its ETag: when it did not change, the answer is
    the one of before, and only a few bytes went over the line.
    """

    def __init__(
        self, address: str, token: str, *, timeout: float = 60.0, tries: int = 4
    ) -> None:
        self.address, self.timeout, self.tries = address.rstrip("/"), timeout, tries
        self._token = token
        self._open = build_opener(_Straight).open
        self._read: dict[str, tuple[str, str, bytes]] = {}

    def _pages(self, path: str, query: Mapping[str, object]) -> Iterator[Any]:
        """One by one, over all pages: the next is asked for when it is needed."""
        cursor: str | None = ""
        while cursor is not None:
            page = self._ask("GET", path, query={**query, "cursor": cursor})
            yield from page["items"]
            cursor = page["next"]

    def _ask(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        body: object = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:  # noqa: ANN401
        request = Request(self._address(path, query), method=method)  # noqa: S310
        request.add_header("Authorization", f"Bearer {self._token}")
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        if body is not None:
            kind, request.data = _packed(body)
            request.add_header("Content-Type", kind)
        known = self._read.get(request.full_url) if method == "GET" else None
        if known:
            request.add_header("If-None-Match", known[0])
        return _unpacked(*self._answer(request, known))

    def _address(self, path: str, query: Mapping[str, object] | None) -> str:
        told = {
            name: str(value).lower() if isinstance(value, bool) else value
            for name, value in (query or {}).items()
        }
        return f"{self.address}{path}" + (f"?{urlencode(told)}" if told else "")

    def _answer(
        self, request: Request, known: tuple[str, str, bytes] | None
    ) -> tuple[str, bytes]:
        """What kind of answer came, and the answer."""
        for left in range(self.tries, 0, -1):
            try:
                with self._open(request, timeout=self.timeout) as answer:
                    kind, content = answer.headers.get_content_type(), answer.read()
                    self._remember(request, answer.headers.get("ETag"), kind, content)
                    return kind, content
            except HTTPError as error:
                if error.code == UNCHANGED and known:
                    return known[1:]
                problem = _problem(error)
                if error.code not in LATER or left == 1:
                    raise problem from None
                time.sleep(int(error.headers.get("Retry-After", "1")))
        raise AssertionError

    def _remember(
        self, request: Request, tag: str | None, kind: str, content: bytes
    ) -> None:
        """The latest few hundred lists; a file is asked for once anyway."""
        if tag and request.method == "GET" and kind == JSON:
            self._read[request.full_url] = (tag, kind, content)
            if len(self._read) > REMEMBERED:
                del self._read[next(iter(self._read))]


def _part(value: object) -> str:
    return quote(str(value), safe="")


def _packed(body: object) -> tuple[str, bytes]:
    if isinstance(body, bytes):
        return "application/octet-stream", body
    return JSON, json.dumps(body).encode()


def _unpacked(kind: str, content: bytes) -> Any:  # noqa: ANN401
    return json.loads(content) if kind == JSON else content


def _problem(error: HTTPError) -> Problem:
    content = error.read()
    is_told = error.headers.get_content_type() == "application/problem+json"
    told = json.loads(content) if is_told else {}
    return PROBLEMS.get(error.code, Problem)(error.code, told)
