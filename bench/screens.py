"""Goal 1 for the other screens: 2,000 workers in planning, check, workers and at home.

The floor is that of the week (raw SQL, f-strings, gzip) on the same 2,000 workers: each
of these screens shows no more than the week does.
"""

from django.db import connection

from bench.floors.week import page
from bench.frame.cast import settle
from bench.frame.counting import statements
from bench.frame.measuring import interleaved
from bench.frame.telling import ratio, say
from bench.frame.visitor import sign_in
from bench.week import half_done

WORKERS, LIMIT = 2000, 3.0


def main() -> None:
    place = settle(WORKERS)
    half_done(place)
    visitor = sign_in(place.planner)
    cursor = connection.cursor()
    home = f"/klanten/{place.client.slug}/"
    screens = {
        "werkbriefjes": place.path(),
        "werkplanning": place.path("werkplanning/"),
        "controle": place.path("controle/"),
        "werknemers": f"{home}werknemers/",
        "home": home,
    }
    sides = {
        name: lambda path=path: visitor.get(path) for name, path in screens.items()
    }
    costs = interleaved(
        {**sides, "floor": lambda: page(cursor, place.client.pk, place.week)},
        is_all_here=connection.vendor == "sqlite",
    )
    for name, path in screens.items():
        ratio(
            f"{name}, {WORKERS} medewerkers", costs[name], costs["floor"], limit=LIMIT
        )
        asked = len(statements(lambda path=path: visitor.get(path)))
        say(f"{asked} statements, {len(visitor.get(path)) / 1000:.0f} kB over de lijn")
