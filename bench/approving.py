"""Goal 4: approve a column of 1,000 entries in one go: state, version and journal."""

from django.db import connection
from django.utils import timezone

from bench.floors.approving import approve_all
from bench.floors.week import page
from bench.frame.cast import Place, settle
from bench.frame.measuring import interleaved
from bench.frame.telling import ratio
from bench.frame.unwriting import unwrite_approvals
from bench.frame.visitor import sign_in
from werkbrief.timesheets.actions import approve
from werkbrief.timesheets.models import Decision

LIMIT = 15.0
SIZES = (200, 1000)


def main() -> None:
    for workers in SIZES:
        _measure(workers)


def _measure(workers: int) -> None:
    place = settle(workers)
    visitor = sign_in(place.planner)
    entries = place.client.time_entries.in_week(place.week)
    chosen = dict(monday(place))
    fields = select_day(place)
    now = timezone.now()
    costs = interleaved(
        {
            "screen": lambda: visitor.post(place.path("goedkeuringen/"), fields),
            "action": lambda: approve(entries, chosen, by=place.planner, at=now),
            "floor": lambda: approve_all(list(chosen), place.planner.pk, now),
            "floor and page": lambda: (
                approve_all(list(chosen), place.planner.pk, now),
                page(connection.cursor(), place.client.pk, place.week),
            ),
        },
        before=lambda: take_back(place, chosen),
        is_all_here=False,
    )
    goal = f"{workers} werkbriefjes goedkeuren"
    ratio(goal, costs["action"], costs["floor"], limit=LIMIT)
    goal = f"{goal}, en de week opnieuw getekend"
    ratio(goal, costs["screen"], costs["floor and page"], limit=LIMIT)


def monday(place: Place) -> list[tuple[int, int]]:
    """(id, version) of the first column."""
    entries = place.client.time_entries.in_week(place.week).order_by("start")
    days = entries.values_list("pk", "version", "start")
    first = days[0][2] // (24 * 60)
    return [(pk, version) for pk, version, start in days if start // (24 * 60) == first]


def select_day(place: Place) -> dict[str, str]:
    return {"gezien": ",".join(f"{pk}:{version}" for pk, version in monday(place))}


def take_back(place: Place, chosen: dict[int, int]) -> None:
    """As if nobody judged them yet; outside the stopwatch."""
    Decision.objects.filter(entry__in=list(chosen)).delete()
    place.client.time_entries.filter(pk__in=list(chosen)).update(version=1)
    unwrite_approvals()
