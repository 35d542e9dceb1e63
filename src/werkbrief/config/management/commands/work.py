"""The background: `werkbrief work` keeps the weeks filled and the entries ready."""

import logging
import signal
import threading
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from werkbrief.exchange.actions import deliver_due, tell_due
from werkbrief.notices.actions import (
    post_due,
    remind_due,
    tell_workers,
    warn_coaches_due,
)
from werkbrief.planning.actions import fill_from_base_schedule
from werkbrief.staffing.models import Client
from werkbrief.timesheets.actions import prepare
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week

log = logging.getLogger("werkbrief.work")
TICK = 60
# What goes out: to back offices, to clients, to Job Coaches, to workers; then the mail.
ERRANDS = (deliver_due, tell_due, remind_due, warn_coaches_due, tell_workers, post_due)


class Command(BaseCommand):
    help = "Fill and prepare last, this and next week for every client, each minute."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="one round, then stop")

    def handle(self, *, once: bool, **_options: object) -> None:
        asked = threading.Event()
        if not once:
            for name in (signal.SIGINT, signal.SIGTERM):
                signal.signal(name, lambda *_: asked.set())
        while not asked.is_set():
            go_round(at=timezone.now())
            if once:
                return
            asked.wait(TICK)
            close_old_connections()


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
        fill_from_base_schedule(client, week, at=at)
        prepare(client, week, at=at)
    except Refusal as refusal:
        log.warning("%s, %s: %s", client, week, refusal)
    except Exception:
        log.exception("%s, %s", client, week)
