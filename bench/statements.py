"""Goal 2: as many statements for 1,000 workers as for 20."""

from bench.approving import select_day
from bench.frame.cast import Place, settle
from bench.frame.counting import statements
from bench.frame.telling import figure
from bench.frame.visitor import sign_in
from bench.saving import entries, save

SIZES = (20, 200, 1000)
LIMITS = {"week openen": 8, "werkbriefje opslaan": 15, "dag goedkeuren": 15}


def main() -> None:
    counts = {size: _counts(settle(size)) for size in SIZES}
    for work, limit in LIMITS.items():
        each = [counts[size][work] for size in SIZES]
        sizes = "/".join(map(str, SIZES))
        behind = f"{'/'.join(map(str, each))} bij {sizes} medewerkers"
        figure(f"{work}: statements", max(each), limit=limit, behind=behind)
        figure(f"{work}: verschil", max(each) - min(each), limit=0, behind=behind)


def _counts(place: Place) -> dict[str, int]:
    visitor = sign_in(place.planner)
    # Whatever is looked up once per process is no part of opening a page.
    visitor.get(place.path())
    last, day = entries(place).last(), select_day(place)
    works = {
        "week openen": lambda: visitor.get(place.path()),
        "werkbriefje opslaan": lambda: save(visitor, place, last, 1),
        "dag goedkeuren": lambda: visitor.post(place.path("goedkeuringen/"), day),
    }
    return {name: len(statements(work)) for name, work in works.items()}
