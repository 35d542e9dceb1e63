"""Who is away, and never why."""

from datetime import date

from django.db.models import Q

from werkbrief.planning.models import Absence
from werkbrief.staffing.models import Client
from werkbrief.words.weeks import Week


def absent_days(client: Client, week: Week) -> set[tuple[int, date]]:
    """(worker id, day) of everyone of this client who is away: one statement."""
    absences = Absence.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=week.monday),
        starts_on__lte=week.sunday,
        worker__in=client.assignments.values("worker"),
    )
    return {
        (worker_id, day)
        for worker_id, starts_on, ends_on in absences.values_list(
            "worker_id", "starts_on", "ends_on"
        )
        for day in week.days
        if starts_on <= day and (ends_on is None or day <= ends_on)
    }


def absent_among(workers: set[int], days: set[date]) -> set[tuple[int, date]]:
    """(worker id, day) of those among these who are away: at most one statement."""
    if not workers or not days:
        return set()
    absences = Absence.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=min(days)),
        starts_on__lte=max(days),
        worker_id__in=workers,
    )
    return {
        (worker_id, day)
        for worker_id, starts_on, ends_on in absences.values_list(
            "worker_id", "starts_on", "ends_on"
        )
        for day in days
        if starts_on <= day and (ends_on is None or day <= ends_on)
    }
