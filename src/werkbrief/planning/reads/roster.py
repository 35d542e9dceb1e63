"""The week as a planner needs it: all who are placed, also those without a shift."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from werkbrief.planning.models import Shift
from werkbrief.planning.reads.absences import AwayDays, absent_among
from werkbrief.planning.reads.filters import Filters
from werkbrief.planning.reads.places import Columns
from werkbrief.planning.reads.schedule import Row, Schedule, week_schedule
from werkbrief.staffing.models import Client, Membership
from werkbrief.words.clock import clock, midnight
from werkbrief.words.weeks import Week

Bounds = tuple[int, date, date | None]


@dataclass(frozen=True, slots=True)
class Roster:
    """A client's week with what a planner looks at before planning.

    `placed`: assignment id -> worker id and from-until. `elsewhere`: (worker id, day 0
    to 6) -> shifts at the agency's other clients, in words.
    """

    schedule: Schedule
    placed: Mapping[int, Bounds]
    away: AwayDays
    elsewhere: Mapping[tuple[int, int], list[str]]

    def is_placed(self, row: Row, day: date) -> bool:
        _, since, until = self.placed[row.id]
        return since <= day and (until is None or day <= until)


def roster(
    client: Client,
    week: Week,
    filters: Filters = Filters(),  # noqa: B008
) -> Roster:
    """Eight statements, for any number of workers."""
    bounds = _placed(client, week)
    everybody = Membership(client=client)
    schedule = week_schedule(everybody, week, filters, also=bounds)
    workers = {worker for worker, _, _ in bounds.values()}
    return Roster(
        schedule,
        bounds,
        absent_among(workers, set(week.days)),
        _elsewhere(client, week, workers),
    )


def _placed(client: Client, week: Week) -> dict[int, Bounds]:
    """Who is placed in this week, or has a shift in it: one statement."""
    shifts = client.shifts.in_week(week).standing()
    running = Q(starts_on__lte=week.sunday) & (
        Q(ends_on__isnull=True) | Q(ends_on__gte=week.monday)
    )
    rows = client.assignments.filter(running | Q(pk__in=shifts.values("assignment")))
    return {
        pk: (worker, since, until)
        for pk, worker, since, until in rows.values_list(
            "pk", "worker_id", "starts_on", "ends_on"
        )
    }


def _elsewhere(
    client: Client, week: Week, workers: set[int]
) -> dict[tuple[int, int], list[str]]:
    shifts = (
        Shift.objects.standing()
        .filter(
            agency=client.agency_id,
            worker__in=workers,
            start__gte=midnight(week.monday),
            start__lt=midnight(week.next.monday),
        )
        .exclude(client=client)
    )
    column = Columns(week)
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    rows = shifts.order_by("start").values_list(
        "worker_id", "start", "end", "client__name"
    )
    for worker, start, end, name in rows:
        times = f"{clock(start)}–{clock(end)}"
        found[worker, column(start)].append(f"{times} {name}")
    return found
