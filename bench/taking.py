"""Issue 6: 50,000 planning rows come in as a job: quick, steady, all or nothing."""

import os
import subprocess
import sys
import time
from datetime import date, timedelta

from django.utils import timezone

from bench.frame.cast import ready
from bench.frame.telling import figure, say
from werkbrief.exchange.actions import ask_import
from werkbrief.jobs.actions import ask
from werkbrief.jobs.models import Job, State
from werkbrief.planning.models import Shift
from werkbrief.staffing.models import Agency, Client

ROWS, FEW = 50_000, 5_000
SECONDS, GROWTH = 60.0, 80.0
WORK = [sys.executable, "-m", "werkbrief.config.command", "work", "--once", "--jobs"]
KILO = 1 if sys.platform == "darwin" else 1024
HEADER = "Opdrachtgever;Afdeling;Functie;Loonnummer;Naam;Datum;Start;Eind;Pauze"


def main() -> None:
    ready()
    agency = Agency.objects.create(name="Kasdorp", slug="kasdorp")
    Client.objects.create(agency=agency, name="Anker", slug="anker")
    wrong, seconds, _ = _taken(agency, _rows(ROWS, bad=True))
    assert wrong.state == State.FAILED
    assert not Shift.objects.exists()
    say(f"regel 49.999 fout: {wrong.told} Gemeld na {seconds:.0f} s, niets bewaard.")
    _, _, few = _taken(agency, _rows(FEW, week=20))
    done, seconds, peak = _taken(agency, _rows(ROWS))
    assert done.state == State.DONE, done.told
    goal = "een planning van 50.000 regels inlezen"
    figure(goal, seconds, limit=SECONDS, unit=" s", behind=done.result["sentences"][0])
    behind = f"{peak:.0f} MB tegen {few:.0f} MB voor 5.000 regels"
    goal = "geheugen erbij voor tien keer zoveel regels"
    figure(goal, peak - few, limit=GROWTH, unit=" MB", behind=behind)


def _rows(number: int, *, week: int = 0, bad: bool = False) -> bytes:
    """Five days a week of a thousand people, for as many weeks as it takes."""
    first = date(2026, 1, 5) + timedelta(weeks=week)
    lines = [HEADER]
    for place in range(number):
        weeks, rest = divmod(place, 5000)
        who, day = divmod(rest, 5)
        on = first + timedelta(weeks=weeks, days=day)
        start = "zeven" if bad and place == number - 3 else "7:00"
        name = f"Anker;Hal {who % 7};Inpakker;{who:05};Achternaam{who:05}"
        lines.append(f"{name};{on:%d-%m-%Y};{start};15:30;30")
    return "\r\n".join(lines).encode()


def _taken(agency: Agency, content: bytes) -> tuple[Job, float, float]:
    """The job as it ended, its seconds, and the peak of its process in MB."""
    wanted = ask_import("planning", "jaar.csv", content, agency=agency, is_trial=False)
    job = ask(wanted, by=None, at=timezone.now())
    began = time.perf_counter()
    background = subprocess.Popen(WORK)
    _, status, used = os.wait4(background.pid, 0)
    assert status == 0
    job.refresh_from_db()
    return job, time.perf_counter() - began, used.ru_maxrss * KILO / 2**20
