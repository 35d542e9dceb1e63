"""The web server: `werkbrief serve`."""

import os
import shutil
import socket
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

# -P: in the checkout a folder `ontrafelaar` lies in the way of the package.
PYTHON = [sys.executable, "-P", "-m"]
APPLICATION = "werkbrief.config.wsgi:application"
TAKEN = """\
{bind} is bezet of niet van deze machine. Kies een ander adres, bijvoorbeeld:
  WERKBRIEF_BIND=127.0.0.1:{other} make run"""


def refuse_taken(bind: str) -> None:
    """Stop with the remedy when nothing can listen on this address."""
    host, _, port = bind.rpartition(":")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), int(port)))
        except OSError as error:
            other = int(port) % 65535 + 1
            raise CommandError(TAKEN.format(bind=bind, other=other)) from error


class Command(BaseCommand):
    help = "Serve the portal on WERKBRIEF_BIND with WERKBRIEF_WORKERS processes."

    def handle(self, **_options: object) -> None:
        refuse_taken(settings.BIND)
        share_figures(settings.VAR / "metrics")
        give_back_memory()
        # The server takes this process's place: one less to watch and to feed.
        os.execv(sys.executable, web_server())  # noqa: S606  (every word is ours)


def share_figures(folder: Path) -> None:
    """The processes count together in this folder; what a former run left, goes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)


def give_back_memory() -> None:
    """What a big page took goes back to the system: ten megabytes a web process.

    Left alone, the C library of most Linuxes keeps a heap per thread, and learns from
    each freed page to keep pages of that size in it.
    """
    os.environ.setdefault("MALLOC_ARENA_MAX", "1")
    os.environ.setdefault("MALLOC_MMAP_THRESHOLD_", str(128 * 1024))


def web_server() -> list[str]:
    """The words that start the web server."""
    host, _, port = settings.BIND.rpartition(":")
    sizes = {
        "--host": host.strip("[]"),
        "--port": port,
        "--workers": settings.WORKERS,
        "--blocking-threads": settings.THREADS,
        "--workers-kill-timeout": 10,
    }
    words = [str(word) for pair in sizes.items() for word in pair]
    quiet = ["--interface", "wsgi", "--log-level", "warning"]
    lasting = ["--respawn-failed-workers", "--no-ws"]
    return [*PYTHON, "granian", *quiet, *lasting, *words, APPLICATION]
