"""Goal 6: a year of 260,000 entries to a payroll file, behind everybody's back."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from bench.floors.history import repeat
from bench.frame.cast import Place, settle
from bench.frame.served import Line, served
from bench.frame.telling import figure, say
from bench.frame.visitor import cookies_of
from bench.week import half_done
from werkbrief.exchange.actions import ask_payroll
from werkbrief.exchange.models import Layout, SheetForm
from werkbrief.exchange.payroll import USUAL
from werkbrief.jobs.models import Job, State

WORKERS, WEEKS = 1000, 53
GROWTH, SLOWER = 60.0, 2.0
WORK = [sys.executable, "-m", "werkbrief.config.command", "work", "--once", "--jobs"]
KILO = 1 if sys.platform == "darwin" else 1024
FEW = 60


def main() -> None:
    place = settle(WORKERS)
    half_done(place)
    say(f"{repeat(place.client.pk, 1, WEEKS)} goedgekeurde werkbriefjes")
    last = place.week.monday - timedelta(days=1)
    year = (last - timedelta(days=363), last)
    csv = Layout.objects.create(
        agency=place.client.agency, name="csv", form=SheetForm.CSV, columns=USUAL
    )
    _work()
    for layout, name in ((None, "Excel"), (csv, "CSV")):
        _measure(place, year, layout, name)
    _beside(place, year)


def _measure(
    place: Place, year: tuple[date, date], layout: Layout | None, name: str
) -> None:
    week = (year[1] - timedelta(days=6), year[1])
    _, small = _made(place, week, layout)
    job, large = _made(place, year, layout)
    growth = large.peak - small.peak
    behind = f"{large.peak:.0f} MB tegen {small.peak:.0f} MB voor een week; "
    behind += f"{job.file_size / 1e6:.1f} MB in {large.seconds:.0f} s"
    figure(f"een jaar naar {name}", growth, limit=GROWTH, unit=" MB", behind=behind)


def _beside(place: Place, year: tuple[date, date]) -> None:
    """What a client's page takes while the year is being written."""
    with served(workers=1) as bind:
        line = Line(bind, cookies_of(place.planner))
        for _ in range(5):
            line.get(place.path())
        alone = _slowest(line, place, lambda done: done < FEW)
        job = _ask(place, year, None)
        with subprocess.Popen(WORK) as background:
            together = _slowest(line, place, lambda _: background.poll() is None)
        job.refresh_from_db()
    behind = f"p95 {together:.0f} ms tegen {alone:.0f} ms ({job.get_state_display()})"
    goal = "de week openen terwijl een jaar geschreven wordt"
    figure(goal, together / alone, limit=SLOWER, unit="×", behind=behind)


def _slowest(line: Line, place: Place, goes_on: Callable[[int], bool]) -> float:
    took: list[float] = []
    while goes_on(len(took)):
        began = time.perf_counter()
        line.get(place.path())
        took.append((time.perf_counter() - began) * 1e3)
    return statistics.quantiles(took, n=20)[-1]


@dataclass(frozen=True, slots=True)
class _Cost:
    seconds: float
    peak: float


def _made(
    place: Place, period: tuple[date, date], layout: Layout | None
) -> tuple[Job, _Cost]:
    job = _ask(place, period, layout)
    cost = _work()
    job.refresh_from_db()
    assert job.state == State.DONE, job.told
    return job, cost


def _ask(place: Place, period: tuple[date, date], layout: Layout | None) -> Job:
    agency = place.client.agency
    at = timezone.now()
    return ask_payroll(agency, period, layout, by=place.planner, at=at)


def _work() -> _Cost:
    """The background once, in a process of its own: seconds, and peak in MB."""
    began = time.perf_counter()
    background = subprocess.Popen(WORK)
    _, status, used = os.wait4(background.pid, 0)
    assert status == 0
    return _Cost(time.perf_counter() - began, used.ru_maxrss * KILO / 2**20)
