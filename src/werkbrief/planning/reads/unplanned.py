"""What the base schedule would still add to a week (S6.7)."""

from collections import defaultdict
from collections.abc import Iterable

from werkbrief.planning.models import Shift, meeting
from werkbrief.planning.reads.usual import Stretches, usual_week
from werkbrief.staffing.models import Assignment, Client
from werkbrief.words.clock import DAY, midnight
from werkbrief.words.weeks import Week


def unplanned_week(client: Client, week: Week) -> Stretches:
    """The usual week of assignments that nobody planned: at most five statements.

    Planned is also what was cancelled. A stretch in which the worker is planned
    elsewhere is left out: one worker's trouble leaves no client without a planning.
    """
    planned = set(client.shifts.in_week(week).values_list("assignment_id", flat=True))
    usual = {
        key: stretches
        for key, stretches in usual_week(client, week).items()
        if key[0] not in planned
    }
    if not usual:
        return {}
    assignments = Assignment.objects.filter(pk__in={key[0] for key in usual})
    workers = dict(assignments.values_list("pk", "worker"))
    taken = taken_of(workers.values(), week)
    free: Stretches = {}
    for key, stretches in usual.items():
        mine = taken[workers[key[0]]]
        for start, end, pause in stretches:
            if all(until <= start or end <= since for since, until in mine):
                mine.append((start, end))
                free.setdefault(key, []).append((start, end, pause))
    return free


def taken_of(workers: Iterable[int], week: Week) -> dict[int, list[tuple[int, int]]]:
    """Worker id -> when they are planned around this week, at any client."""
    shifts = Shift.objects.standing().filter(
        meeting(midnight(week.monday), midnight(week.next.monday) + DAY),
        worker__in=set(workers),
    )
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for worker, start, end in shifts.values_list("worker", "start", "end"):
        taken[worker].append((start, end))
    return taken
