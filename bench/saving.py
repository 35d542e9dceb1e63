"""Goal 3: save one entry, from the post to the row drawn anew, durable."""

from itertools import count

from bench.floors.saving import plain_view
from bench.frame.cast import Place, settle
from bench.frame.measuring import interleaved
from bench.frame.telling import ratio
from bench.frame.visitor import Visitor, sign_in
from werkbrief.timesheets.models import TimeEntry, TimeEntryQuerySet

LIMIT = 4.0
SIZES = (200, 1000)
ROUNDS = 60


def main() -> None:
    for workers in SIZES:
        _measure(workers)


def _measure(workers: int) -> None:
    place = settle(workers)
    visitor = sign_in(place.planner)
    fresh = iter(entries(place))
    tick = count(1)
    costs = interleaved(
        {
            "ours": lambda: save(visitor, place, next(fresh), next(tick)),
            "floor": lambda: plain_view(next(fresh), place.planner, next(tick)),
        },
        rounds=ROUNDS,
        is_all_here=False,
    )
    goal = f"één werkbriefje opslaan, klant van {workers}"
    ratio(goal, costs["ours"], costs["floor"], limit=LIMIT)


def entries(place: Place) -> TimeEntryQuerySet:
    return place.client.time_entries.in_week(place.week).order_by("pk")


def save(visitor: Visitor, place: Place, entry: TimeEntry, turn: int) -> bytes:
    """Type another break; the answer holds the worker's row."""
    fields = {"gezien": f"{entry.pk}:{entry.version}", "pauze": str(turn % 29 + 1)}
    return visitor.post(place.path("wijzigingen/"), fields)
