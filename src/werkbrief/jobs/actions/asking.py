"""Asking for a job: asked twice is asked once."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.jobs.models import Job, JobPiece, Side, State
from werkbrief.jobs.refusals import StillRunning
from werkbrief.staffing.models import Agency

PIECE = 256 * 1024
# The files hold names and hours: what was not fetched in a week, nobody wants.
FILES_KEPT, JOBS_KEPT = timedelta(days=7), timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. `kind` is a name in config.errands, `title` what people read.

    `wish` is for the kind to understand; `content` a file that comes along.
    """

    agency: Agency
    kind: str
    title: str
    wish: dict[str, Any] = field(default_factory=dict)
    content: bytes = b""

    @property
    def print(self) -> str:
        said = json.dumps([self.kind, self.wish], sort_keys=True)
        return hashlib.sha256(said.encode() + b"\0" + self.content).hexdigest()


@transaction.atomic
def ask(wanted: Wanted, *, by: User | None, at: datetime) -> Job:
    """Put it in the queue; the same again while it waits or runs gives the same job."""
    Agency.objects.select_for_update(no_key=True).get(pk=wanted.agency.pk)
    same = Job.objects.filter(agency=wanted.agency, by=by, print=wanted.print)
    if busy := same.filter(state__in=[State.WAITING, State.RUNNING]).first():
        return busy
    job = Job.objects.create(
        agency=wanted.agency,
        kind=wanted.kind,
        title=wanted.title[:200],
        by=by,
        asked=at,
        wish=wanted.wish,
        print=wanted.print,
        state=State.WAITING,
    )
    content = wanted.content
    parts = [content[n : n + PIECE] for n in range(0, len(content), PIECE)]
    store_pieces(job, Side.BROUGHT, 0, parts)
    return job


@transaction.atomic
def ask_again(job: Job, *, at: datetime) -> Job:
    """From the start, with what was asked then. Raises StillRunning."""
    job = Job.objects.select_for_update(of=("self",)).get(pk=job.pk)
    if not job.is_over:
        raise StillRunning
    job.pieces.filter(side=Side.MADE).delete()
    job.state, job.asked, job.tries = State.WAITING, at, 0
    job.alive = job.ended = None
    job.phase = job.told = job.file_name = ""
    job.done = job.total = job.file_size = 0
    job.result = {}
    job.save()
    return job


def put_away_old(*, at: datetime) -> None:
    """Files go after a week, what is known of a job after three months."""
    over = Job.objects.filter(state__in=[State.DONE, State.FAILED])
    old = over.filter(ended__lt=at - FILES_KEPT)
    JobPiece.objects.filter(job__in=old).delete()
    old.exclude(file_name="").update(file_name="", file_size=0)
    over.filter(ended__lt=at - JOBS_KEPT).delete()


def store_pieces(job: Job, side: Side, first: int, parts: Iterable[bytes]) -> None:
    """One at a time: the file is in memory once."""
    for number, content in enumerate(parts, first):
        JobPiece.objects.create(job=job, side=side, number=number, content=content)
