"""The database is gone for half a minute, and comes back; or it is only slow."""

import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager

from django.conf import settings
from django.db import connection, transaction

from bench.accidents import cluster
from bench.accidents.deeds import Deed, one_of_each
from bench.accidents.promises import hold
from bench.frame.served import Line, served
from bench.frame.telling import figure
from werkbrief.staffing.models import Client
from werkbrief.timesheets.models import TimeEntry

GONE, BACK = 30.0, 10.0
PATIENT = 25.0
WORK = [sys.executable, "-m", "werkbrief.config.command", "work"]
AWAY, BUSY = "database is even niet te bereiken", "Iemand anders is hier"


def gone_and_back() -> None:
    """On PostgreSQL only: SQLite's database is a file of the same machine."""
    deeds = one_of_each("weg")
    with served() as bind:
        background = subprocess.Popen(WORK, stderr=subprocess.DEVNULL)
        try:
            time.sleep(3)
            cluster.stop()
            answers, slowest = _meanwhile(bind, deeds)
            cluster.start()
            seconds = _until_back(bind)
            failed = [deed.name for deed in deeds if deed.do(bind)[0] not in (200, 302)]
            failed += [deed.name for deed in deeds if not deed.is_done]
            alive = background.poll() is None
        finally:
            background.terminate()
            background.wait(60)
    _tell(answers, slowest, seconds, failed, alive=alive)


def _tell(
    answers: Counter[str],
    slowest: float,
    seconds: float,
    failed: list[str],
    *,
    alive: bool,
) -> None:
    wrong = {what: n for what, n in answers.items() if not what.startswith("goed")}
    hold(
        "Is de database weg, dan zegt elk scherm en elke knop dat met een zin, 503 en "
        "Retry-After; /gezond/ en /klaar/ zijn rood",
        sum(wrong.values()),
        behind=f"{sum(answers.values())} vragen in {GONE:.0f} s {wrong or ''}",
    )
    figure(
        "en dat antwoord komt meteen", slowest, limit=1.0, unit=" s", behind="traagste"
    )
    figure(
        "Komt zij terug, dan komt het portaal vanzelf terug",
        seconds,
        limit=BACK,
        unit=" s",
        behind="tot het eerste goede antwoord",
    )
    hold(
        "Wat niet werd opgeslagen lukt dan met dezelfde knop, en het achtergrondwerk "
        "liep al die tijd door",
        len(failed) + (not alive),
        behind=", ".join(failed),
    )


def _meanwhile(bind: str, deeds: list[Deed]) -> tuple[Counter[str], float]:
    """Everything that people and machines ask, for as long as it is gone."""
    answers: Counter[str] = Counter()
    slowest, until = 0.0, time.monotonic() + GONE
    cookies = deeds[0].cookies
    page = deeds[0].path.replace("wijzigingen/", "werkbriefjes/")
    while time.monotonic() < until:
        for path in (page, "/", "/inloggen/"):
            began = time.monotonic()
            status, sentence, again = _get(bind, path, cookies)
            slowest = max(slowest, time.monotonic() - began)
            fine = status == 200 if path == "/inloggen/" else False
            fine |= status == 503 and AWAY in sentence and again == "30"
            answers["goed" if fine else f"{path}: {status}"] += 1
        for path in ("/gezond/", "/klaar/"):
            status, _, _ = _get(bind, path, "")
            answers["goed" if status == 503 else f"{path}: {status}"] += 1
        for deed in deeds:
            status, sentence = deed.do(bind)
            fine = status == 503 and AWAY in sentence
            answers["goed" if fine else f"{deed.name}: {status}"] += 1
        time.sleep(1)
    return answers, slowest


def _get(bind: str, path: str, cookies: str) -> tuple[int, str, str]:
    line = Line(bind, cookies)
    line.http.request("GET", path, None, {"Cookie": cookies})
    answer = line.http.getresponse()
    body = answer.read().decode(errors="replace")
    line.http.close()
    return answer.status, body, answer.headers.get("Retry-After", "")


def _until_back(bind: str) -> float:
    began = time.monotonic()
    while _get(bind, "/klaar/", "")[0] != 200:
        if time.monotonic() - began > 60:
            break
        time.sleep(0.1)
    return time.monotonic() - began


def slow() -> None:
    """Somebody else holds what these deeds need, for longer than patience lasts."""
    deeds = one_of_each("traag")[:2]
    spent, wrong = [], []
    with served(threads=4) as bind:
        with _held():
            threads = [
                threading.Thread(target=_wait, args=(bind, deed, spent, wrong))
                for deed in deeds
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        undone = [deed.name for deed in deeds if deed.do(bind)[0] != 200]
        undone += [deed.name for deed in deeds if not deed.is_done]
    figure(
        "Houdt een ander iets te lang vast, dan komt er een weigering binnen",
        max(spent),
        limit=PATIENT,
        unit=" s",
        behind=", ".join(f"{each:.1f} s" for each in spent),
    )
    hold(
        "Die weigering is een zin, er is niets gebeurd, en daarna lukt dezelfde knop",
        len(wrong) + len(undone),
        behind=", ".join(wrong + undone),
    )


@contextmanager
def _held():
    """The rows on PostgreSQL; on SQLite its one writer's turn."""
    with transaction.atomic():
        list(Client.objects.select_for_update())
        list(TimeEntry.objects.select_for_update())
        yield
    connection.close()


def _wait(bind: str, deed: Deed, spent: list[float], wrong: list[str]) -> None:
    began = time.monotonic()
    status, page = deed.do(bind)
    spent.append(time.monotonic() - began)
    if status != 503 or BUSY not in page:
        wrong.append(f"{deed.name}: {status}")


def can_go_away() -> bool:
    return "postgresql" in settings.DATABASES["default"]["ENGINE"]
