"""Goal 11: what a web worker holds after a hundred weeks of a thousand workers."""

import os

from bench.frame.cast import settle
from bench.frame.served import Line, children_of, resident, served
from bench.frame.telling import figure
from bench.frame.visitor import cookies_of
from bench.week import half_done

WORKERS, HALF = 1000, 50
MOST, GROWTH = 120.0, 2.0


def main() -> None:
    place = settle(WORKERS)
    half_done(place)
    cookies = cookies_of(place.planner)
    with served(workers=1) as bind:
        line = Line(bind, cookies)
        held = []
        for _ in range(2):
            for _ in range(HALF):
                line.get(place.path())
            held.append(max(map(resident, _workers())))
    behind = f"{held[0]:.1f} MB na {HALF} weken, {held[1]:.1f} MB na {2 * HALF}"
    figure("geheugen van een webproces", held[1], limit=MOST, unit=" MB", behind=behind)
    growth = held[1] - held[0]
    figure("groei over de laatste helft", growth, limit=GROWTH, unit=" MB")


def _workers() -> list[int]:
    """Every process below this one: the server and its workers."""
    found, left = [], children_of(os.getpid())
    while left:
        process = left.pop()
        found.append(process)
        left.extend(children_of(process))
    return found
