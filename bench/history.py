"""Goal 5: ten times the history changes neither the time nor the statements."""

from django.db import connection
from django.utils import timezone

from bench.approving import take_back
from bench.floors.history import repeat
from bench.frame.cast import Place, settle
from bench.frame.counting import statements
from bench.frame.measuring import Cost, interleaved
from bench.frame.telling import figure, say
from bench.frame.visitor import Visitor, sign_in
from bench.saving import entries, save
from bench.week import half_done
from werkbrief.timesheets.actions import approve

WORKERS, LIMIT = 1000, 1.25
YEAR, TEN_YEARS = 53, 530


def main() -> None:
    place = settle(WORKERS)
    half_done(place)
    visitor = sign_in(place.planner)
    rows = repeat(place.client.pk, 1, YEAR)
    say(f"één jaar erbij: {rows} werkbriefjes")
    once, asked_once = _measure(place, visitor)
    rows = repeat(place.client.pk, YEAR, TEN_YEARS)
    say(f"tien jaar erbij: {rows} werkbriefjes meer")
    ten, asked_ten = _measure(place, visitor)
    for name, cost in ten.items():
        before = once[name]
        is_here = connection.vendor == "sqlite" and name != "werkbriefje opslaan"
        value = cost.cpu / before.cpu if is_here else cost.wall / before.wall
        behind = f"{cost} tegen {before}; {asked_once[name]} statements, "
        behind += f"daarna {asked_ten[name]}"
        figure(f"{name}, historie × 10", value, limit=LIMIT, unit="×", behind=behind)
        more = asked_ten[name] - asked_once[name]
        figure(f"{name}, statements erbij", more, limit=0)


def _measure(place: Place, visitor: Visitor) -> tuple[dict[str, Cost], dict[str, int]]:
    connection.cursor().execute("ANALYZE")
    # Thursday: half of it to approve, the other half to save one by one.
    free = list(entries(place).filter(decision__isnull=True, version=1)[:WORKERS])
    days = {entry.pk: entry.version for entry in free[: WORKERS // 2]}
    fresh = iter(free[WORKERS // 2 :])
    now = timezone.now()
    scope = place.client.time_entries.in_week(place.week)
    works = {
        "week openen": lambda: visitor.get(place.path()),
        "werkbriefje opslaan": lambda: save(visitor, place, next(fresh), 1),
        "500 goedkeuren": lambda: approve(scope, days, by=place.planner, at=now),
        "week naar Excel": lambda: visitor.get(place.path("werkbriefjes/excel/")),
    }
    undo = lambda: take_back(place, days)  # noqa: E731
    costs = interleaved(works, rounds=7, before=undo)
    undo()
    asked = {name: len(statements(work)) for name, work in works.items()}
    undo()
    return costs, asked
