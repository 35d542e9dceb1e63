"""The portal as it runs in earnest: the web server in processes of its own."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 180.0
SERVE = [sys.executable, "-m", "werkbrief.config.command", "serve"]


@contextmanager
def served(
    *, workers: int = 2, threads: int = 2, application: str = ""
) -> Iterator[str]:
    """Serve on a free port of this machine; give "127.0.0.1:PORT".

    `application`: another one than the portal's own door.
    """
    bind = f"127.0.0.1:{free_port()}"
    environment = {
        **os.environ,
        "WERKBRIEF_BIND": bind,
        "WERKBRIEF_WORKERS": str(workers),
        "WERKBRIEF_THREADS": str(threads),
    }
    # What it says of refused requests would drown the figures.
    with tempfile.TemporaryFile("w+") as said:
        words = _words(bind, application)
        server = subprocess.Popen(words, env=environment, stdout=said, stderr=said)
        try:
            wait_for(bind)
            yield bind
        except (URLError, OSError):
            said.seek(0)
            print(said.read()[-4000:])
            raise
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _words(bind: str, application: str) -> list[str]:
    if not application:
        return SERVE
    host, port = bind.split(":")
    where = ["--host", host, "--port", port, "--interface", "wsgi"]
    return [
        sys.executable,
        "-m",
        "granian",
        "--log-level",
        "warning",
        *where,
        application,
    ]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(bind: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(f"http://{bind}/gezond/", timeout=5):
                return
        except (URLError, OSError):
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def children_of(process: int) -> list[int]:
    """The worker processes of this one, by Linux's own word; empty elsewhere."""
    try:
        with open(f"/proc/{process}/task/{process}/children") as file:  # noqa: PTH123
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


def resident(process: int) -> float:
    """Megabytes that this process holds."""
    with open(f"/proc/{process}/statm") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


class Line:
    """One kept-alive connection of one signed-in browser."""

    def __init__(self, bind: str, cookies: str) -> None:
        self.http = HTTPConnection(bind, timeout=PATIENCE)
        self.headers = {"Cookie": cookies, "Accept-Encoding": "gzip, br"}

    def get(self, path: str) -> tuple[int, bytes]:
        return self.ask("GET", path, None, {})

    def ask(
        self, method: str, path: str, body: bytes | None, more: dict[str, str]
    ) -> tuple[int, bytes]:
        self.http.request(method, path, body, self.headers | more)
        answer = self.http.getresponse()
        return answer.status, answer.read()
