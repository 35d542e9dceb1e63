"""Goal 6: the week to Excel, against the same rows written by the same writer."""

import resource
import sys

from django.db import connection

from bench.floors.workbook import write
from bench.frame.cast import settle
from bench.frame.measuring import interleaved
from bench.frame.telling import ratio, say
from bench.frame.visitor import sign_in
from bench.week import half_done

LIMIT = 4.0
SIZES = (200, 1000)
KILO = 1 if sys.platform == "darwin" else 1024


def main() -> None:
    for workers in SIZES:
        _measure(workers)


def _measure(workers: int) -> None:
    place = settle(workers)
    half_done(place)
    visitor = sign_in(place.planner)
    costs = interleaved(
        {
            "ours": lambda: visitor.get(place.path("werkbriefjes/excel/")),
            "floor": lambda: write(connection.cursor(), place.client.pk, place.week),
        },
        rounds=7,
        is_all_here=connection.vendor == "sqlite",
    )
    goal = f"week van {workers} medewerkers naar Excel, met totalen en loonregels"
    ratio(goal, costs["ours"], costs["floor"], limit=LIMIT)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILO / 2**20
    say(f"hoogste geheugen {peak:.0f} MB")
