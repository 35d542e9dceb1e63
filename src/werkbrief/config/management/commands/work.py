"""The background: `werkbrief work` keeps the weeks filled and does what was asked."""

import logging
import os
import signal
import sys
import threading
from argparse import ArgumentParser
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from django.core.management.base import BaseCommand
from django.db import close_old_connections, connections
from django.utils import timezone

from werkbrief.config.errands import ERRANDS, JOBS, READING
from werkbrief.config.signs import beat
from werkbrief.jobs.actions import Run, Work, work_through
from werkbrief.planning.actions import fill_from_base_schedule
from werkbrief.staffing.models import Client
from werkbrief.timesheets.actions import prepare
from werkbrief.walls import within
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week

log = logging.getLogger("werkbrief.work")
TICK = 60
# Somebody is looking at the screen: what was asked begins at once.
GLANCE = 2
PATIENT = 10


class Command(BaseCommand):
    help = "Each minute fill and prepare the weeks; at once do what was asked."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="one round, then stop")
        parser.add_argument(
            "--jobs", action="store_true", help="only what was asked, no rounds"
        )

    def handle(self, *, once: bool, jobs: bool, **_options: object) -> None:
        if once:
            if not jobs:
                go_round(at=timezone.now())
                beat(at=timezone.now())
            work_through(POLITE, clock=timezone.now)
            return
        asked = threading.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: asked.set())
        beside = threading.Thread(target=_work_beside, args=(asked,))
        beside.start()
        try:
            while not asked.is_set():
                if not jobs:
                    _take_a_round()
                asked.wait(TICK)
                close_old_connections()
        finally:
            asked.set()
            beside.join()


def _take_a_round() -> None:
    """A database that is away stops nobody: the next round finds it back."""
    try:
        go_round(at=timezone.now())
        beat(at=timezone.now())
    except Exception:
        log.exception("round")


def _work_beside(asked: threading.Event) -> None:
    """Long work never keeps the mail waiting: it has a thread and a line of its own."""
    while not asked.is_set():
        try:
            work_through(POLITE, clock=timezone.now, is_stopping=asked.is_set)
        except Exception:
            log.exception("jobs")
        asked.wait(GLANCE)
        close_old_connections()


def _politely(work: Work) -> Work:
    """In a thread of its own, whose rank is its own: it lets everybody go before."""

    def beside(run: Run) -> None:
        with ThreadPoolExecutor(1, initializer=_give_way) as last:
            last.submit(_work_alone, work, run).result()

    return beside


def _work_alone(work: Work, run: Run) -> None:
    try:
        work(run)
    finally:
        run.close()
        connections.close_all()


def _give_way() -> None:
    """Who looks at a page goes before: on Linux a thread has a rank of its own."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), PATIENT)


# Only what reads: who writes keeps others waiting for as long as it waits itself.
POLITE = {
    kind: _politely(work) if kind in READING else work for kind, work in JOBS.items()
}


def go_round(*, at: datetime) -> None:
    """Lay ready what the planning knows; one client's trouble stops no other."""
    this = Week.of(timezone.localdate(at))
    for client in Client.objects.filter(archived_on=None).select_related("agency"):
        for week in (this.previous, this, this.next):
            _lay_ready(client, week, at=at)
    for errand in ERRANDS:
        _run(errand, at=at)


def _run(errand: Callable[..., object], *, at: datetime) -> None:
    """One errand's trouble stops no other; the next round tries it again."""
    try:
        errand(at=at)
    except Exception:
        log.exception("%s", errand.__name__)


def _lay_ready(client: Client, week: Week, *, at: datetime) -> None:
    try:
        with within(client.agency_id):
            fill_from_base_schedule(client, week, at=at)
            prepare(client, week, at=at)
    except Refusal as refusal:
        log.warning("%s, %s: %s", client, week, refusal)
    except Exception:
        log.exception("%s, %s", client, week)
