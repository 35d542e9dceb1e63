"""A job's files, and the jobs that are to be done or were done."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Min, Q, QuerySet

from werkbrief.jobs.aside import look
from werkbrief.jobs.models import Job, JobPiece, Side, State
from werkbrief.staffing.models import Agency

SILENCE = timedelta(minutes=3)
SHOWN = 50


def due(at: datetime) -> QuerySet[Job]:
    """What waits, and what somebody took up who has not been heard of since.

    A sign of life from later than now is none: a clock went back meanwhile.
    """
    lately = Q(alive__gte=at - SILENCE, alive__lte=at + SILENCE)
    silent = Q(state=State.RUNNING) & ~lately
    return Job.objects.filter(Q(state=State.WAITING) | silent).order_by("pk")


def waiting_since() -> datetime | None:
    """When the job that waits longest was asked for; over all agencies."""
    waiting = Job.objects.filter(state=State.WAITING)
    moment: datetime | None = waiting.aggregate(first=Min("asked"))["first"]
    return moment


def latest(agency: Agency, kinds: Iterable[str]) -> list[Job]:
    """The newest first: one statement."""
    jobs = agency.jobs.filter(kind__in=list(kinds)).select_related("by")
    return [as_told(job) for job in jobs.order_by("-pk")[:SHOWN]]


def as_told(job: Job) -> Job:
    """The same, as far as it is this second."""
    if connection.vendor == "sqlite" and job.state == State.RUNNING:
        for name, value in look(job.pk).items():
            setattr(job, name, value)
    return job


def pieces(job: Job, side: Side) -> Iterator[bytes]:
    """A file piece by piece: one statement each, one piece in memory."""
    rows = JobPiece.objects.filter(job=job, side=side)
    for number in range(rows.count()):
        yield bytes(rows.values_list("content", flat=True).get(number=number))
