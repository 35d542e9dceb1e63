"""Who is away, and never why."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q, QuerySet

from werkbrief.planning.models import Absence
from werkbrief.rows import kept
from werkbrief.staffing.models import Assignment, Client, Worker
from werkbrief.words.weeks import Week

AwayDays = set[tuple[int, date]]
Away = tuple[int, date, date | None]
Absences = QuerySet[Absence, Away]


def absent_days(client: Client, week: Week) -> AwayDays:
    """(worker id, day) of everyone of this client who is away: one statement."""
    return _days(_of_client(client.pk, week.days[0], week.days[-1]), week.days)


def absent_among(workers: set[int], days: set[date]) -> AwayDays:
    """(worker id, day) of those among these who are away: at most one statement."""
    if not workers or not days:
        return set()
    return _days(_among(tuple(workers), min(days), max(days)), days)


@kept
def _of_client(client: int, first: date, last: date) -> Absences:
    workers = Assignment.objects.filter(client_id=client).values("worker")
    return _holding(first, last).filter(worker__in=workers)


@kept
def _among(workers: tuple[int, ...], first: date, last: date) -> Absences:
    return _holding(first, last).filter(worker_id__in=workers)


def _holding(first: date, last: date) -> Absences:
    """Whoever is away on any of these days."""
    until = Q(ends_on__isnull=True) | Q(ends_on__gte=first)
    rows = Absence.objects.filter(until, starts_on__lte=last)
    return rows.values_list("worker_id", "starts_on", "ends_on")


def _days(absences: Iterable[Away], days: Collection[date]) -> AwayDays:
    return {
        (worker_id, day)
        for worker_id, starts_on, ends_on in absences
        for day in days
        if starts_on <= day and (ends_on is None or day <= ends_on)
    }


def absent_on(worker: Worker, day: date) -> Absence | None:
    """The absence that holds on this day, if any: one statement."""
    still = Q(ends_on__isnull=True) | Q(ends_on__gte=day)
    return worker.absences.filter(still, starts_on__lte=day).first()
