"""A full disk: the database stands on a small one of its own, and it is filled."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from bench.accidents import cluster
from bench.accidents.deeds import Deed, one_of_each
from bench.accidents.promises import hold
from bench.frame.served import Line, served
from bench.frame.telling import say
from make.cluster import postgres

SIZES = {"sqlite": "96m", "postgresql": "260m"}
INSIDE = (
    "import django; django.setup(); from bench.accidents.disk import inside; inside()"
)
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
SENTENCES = ("geen ruimte meer", "even niet te bereiken")
ROUNDS = 6


def full() -> None:
    """In a process of its own, on a disk of its own; asks for root, to mount one."""
    if os.geteuid() != 0:
        say("volle schijf: overgeslagen, een eigen schijfje maken vraagt root")
        return
    with _disk(SIZES[connection.vendor]) as disk:
        if connection.vendor == "postgresql":
            os.environ["TMPDIR"], tempfile.tempdir = str(disk), None
            with postgres(**DURABLE, min_wal_size="32MB", max_wal_size="48MB") as url:
                _run(url, disk)
        else:
            _run(f"sqlite:///{disk}/werkbrief.sqlite3", disk)


def _run(url: str, disk: Path) -> None:
    environment = {
        **os.environ,
        "WERKBRIEF_DATABASE_URL": url,
        "WERKBRIEF_BENCH_DISK": str(disk),
    }
    environment.pop("TMPDIR", None)
    subprocess.check_call([sys.executable, "-c", INSIDE], env=environment)


@contextmanager
def _disk(size: str) -> Iterator[Path]:
    before = tempfile.tempdir, os.environ.get("TMPDIR")
    folder = Path(tempfile.mkdtemp(prefix="werkbrief-disk-"))
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0755", "tmpfs", folder]
    subprocess.check_call(mount)
    try:
        yield folder
    finally:
        tempfile.tempdir = before[0]
        if before[1] is None:
            os.environ.pop("TMPDIR", None)
        subprocess.check_call(["umount", "--lazy", folder])
        folder.rmdir()


def inside() -> None:
    """Fill it, press every button until it is refused, make room, press again."""
    disk = Path(os.environ["WERKBRIEF_BENCH_DISK"])
    deeds = [deed for turn in range(ROUNDS) for deed in one_of_each(f"vol-{turn}")]
    with served() as bind:
        ballast = _fill(disk)
        told = [(deed, *deed.do(bind)) for deed in deeds]
        readable = _opens(bind, deeds)
        ballast.unlink()
        if connection.vendor == "postgresql" and not _answers(bind):
            cluster.start()
        _hold(bind, told, readable=readable)


def _fill(disk: Path) -> Path:
    """To the last byte."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return ballast


def _hold(bind: str, told: list[tuple[Deed, int, str]], *, readable: int) -> None:
    refused = [(deed, page) for deed, status, page in told if status == 503]
    dumb = [d.name for d, page in refused if not any(s in page for s in SENTENCES)]
    strange = [f"{d.name}: {s}" for d, s, _ in told if s not in (200, 302, 503)]
    wrong = [d.name for d, s, _ in told if d.is_torn or (s != 503 and not d.is_done)]
    sly = [d.name for d, _ in refused if d.is_done]
    again = [d.name for d, _ in refused if d.do(bind)[0] not in (200, 302)]
    again += [d.name for d, _ in refused if not d.is_done]
    number = f"{len(told)} handelingen op een volle schijf, {len(refused)} geweigerd"
    hold(
        "Is de schijf vol, dan wordt wat niet bewaard kan worden geweigerd met een zin",
        len(dumb) + len(strange) + (not refused),
        behind=f"{number} {dumb or ''} {strange or ''}",
    )
    hold(
        "Wat bevestigd werd staat er, wat geweigerd werd staat er niet, niets is half",
        len(wrong) + len(sly),
        behind=", ".join(wrong + sly),
    )
    hold("De week blijft te lezen", 1 - readable)
    hold("Met ruimte lukt dezelfde knop", len(again), behind=", ".join(again))
    if connection.vendor == "sqlite":
        shutil.disk_usage(os.environ["WERKBRIEF_BENCH_DISK"])
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            hold("Het bestand van SQLite is heel", cursor.fetchone()[0] != "ok")


def _opens(bind: str, deeds: list[Deed]) -> int:
    line = Line(bind, deeds[0].cookies)
    path = deeds[0].path.replace("wijzigingen/", "werkbriefjes/")
    return int(line.get(path)[0] == 200)


def _answers(bind: str) -> bool:
    status, _ = Line(bind, "").get("/gezond/")
    return status == 200
