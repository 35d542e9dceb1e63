"""A signed-in person at the WSGI application: all of the way but the network."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from http.cookies import SimpleCookie
from importlib import import_module
from typing import Any
from urllib.parse import urlencode

from django.core.handlers.wsgi import WSGIHandler
from django.test import Client as Browser

from werkbrief.accounts.models import User

SECRET = "b" * 32
OK = 200


class Refused(Exception):  # noqa: N818  (it states a fact)
    """The portal answered something else than the benchmark came for."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Answers hold what a browser would get: packed, with every middleware's work."""

    cookies: str

    def get(self, path: str, *, status: int = OK) -> bytes:
        return self._ask("GET", path, b"", status)

    def post(self, path: str, fields: Mapping[str, str], *, status: int = OK) -> bytes:
        return self._ask("POST", path, urlencode(fields).encode(), status)

    def _ask(self, method: str, path: str, body: bytes, expected: int) -> bytes:
        answered: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], *_rest: Any) -> None:
            answered.extend([status, dict(headers).get("Location", "")])

        asked = environ(method, path, body) | {"HTTP_COOKIE": self.cookies}
        response = application()(asked, start)
        try:
            content = b"".join(response)
        finally:
            response.close()
        if int(answered[0][:3]) != expected:
            raise Refused(f"{method} {path}: {' '.join(answered)}")
        return content


def environ(method: str, path: str, body: bytes) -> dict[str, Any]:
    """What a web server tells of one request."""
    address, _, query = path.partition("?")
    return {
        "REQUEST_METHOD": method,
        "PATH_INFO": address,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_HOST": "localhost",
        "HTTP_X_CSRFTOKEN": SECRET,
        "HTTP_ACCEPT_ENCODING": "gzip, deflate, br",
        "HTTP_USER_AGENT": "bench",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.url_scheme": "http",
        "wsgi.version": (1, 0),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


@cache
def application() -> WSGIHandler:
    """The one that the web server serves, with its start-up; imported when needed."""
    return import_module("werkbrief.config.application").application


def sign_in(person: User) -> Visitor:
    """A real session; only the password's hash, slow on purpose, is left out."""
    return Visitor(cookies_of(person))


def cookies_of(person: User) -> str:
    """The Cookie header of this person's browser, with the form token's secret."""
    browser = Browser()
    browser.force_login(person)
    cookies: SimpleCookie[str] = browser.cookies
    cookies["werkbrief_csrf"] = SECRET
    return "; ".join(f"{name}={morsel.value}" for name, morsel in cookies.items())
