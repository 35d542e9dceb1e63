"""Goal 1: open the week, the whole page with its totals, as a signed-in planner."""

from django.db import connection
from django.utils import timezone

from bench.floors.week import page
from bench.frame.cast import Place, send_away, settle, stand_a_minute
from bench.frame.measuring import interleaved
from bench.frame.telling import ratio, say
from bench.frame.visitor import sign_in
from werkbrief.timesheets.actions import approve, comment

LIMITS = {200: 4.0, 1000: 3.0}


def main() -> None:
    for workers, limit in LIMITS.items():
        _measure(workers, limit)


def half_done(place: Place) -> None:
    """Monday to Wednesday approved, some away on Friday, remarks here and there."""
    send_away(place, 25)
    entries = place.client.time_entries.in_week(place.week).order_by("start")
    days = list(entries.values_list("pk", "version"))
    now = timezone.now()
    chosen = dict(days[: len(days) * 3 // 5])
    approve(entries, chosen, by=place.planner, at=now)
    some = [pk for pk, _ in days[::50]]
    comment(entries, some, "Later begonnen.", by=place.planner, at=now)
    stand_a_minute()


def _measure(workers: int, limit: float) -> None:
    place = settle(workers)
    half_done(place)
    visitor = sign_in(place.planner)
    cursor = connection.cursor()
    costs = interleaved(
        {
            "ours": lambda: visitor.get(place.path()),
            "floor": lambda: page(cursor, place.client.pk, place.week),
        },
        is_all_here=connection.vendor == "sqlite",
    )
    goal = f"week van {workers} medewerkers openen"
    ratio(goal, costs["ours"], costs["floor"], limit=limit)
    say(f"{len(visitor.get(place.path())) / 1000:.0f} kB over de lijn")
