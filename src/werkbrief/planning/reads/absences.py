"""Who is away, and never why."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from werkbrief.planning.models import Absence
from werkbrief.staffing.models import Client
from werkbrief.words.weeks import Week

AwayDays = set[tuple[int, date]]


def absent_days(client: Client, week: Week) -> AwayDays:
    """(worker id, day) of everyone of this client who is away: one statement."""
    workers = client.assignments.values("worker")
    return _days(Absence.objects.filter(worker__in=workers), week.days)


def absent_among(workers: set[int], days: set[date]) -> AwayDays:
    """(worker id, day) of those among these who are away: at most one statement."""
    if not workers or not days:
        return set()
    return _days(Absence.objects.filter(worker_id__in=workers), days)


def _days(absences: QuerySet[Absence], days: Collection[date]) -> AwayDays:
    holding = absences.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=min(days)), starts_on__lte=max(days)
    )
    return {
        (worker_id, day)
        for worker_id, starts_on, ends_on in holding.values_list(
            "worker_id", "starts_on", "ends_on"
        )
        for day in days
        if starts_on <= day and (ends_on is None or day <= ends_on)
    }
