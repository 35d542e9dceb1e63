"""How much machine a client asks for: disk, memory and processor, small and large.

Prints a table for docs/operations.md. Each size is a client of its own; its history is
its own week, weeks back: shifts, entries, judgements and what the journal says of them.
"""

import os
import subprocess
import sys
from pathlib import Path

from django.db import connection

from bench.floors.history import STEP, repeat
from bench.frame.cast import Place, ready, settle
from bench.frame.measuring import interleaved
from bench.frame.served import Line, children_of, resident, served
from bench.frame.telling import say
from bench.frame.visitor import cookies_of, sign_in
from bench.saving import entries, save
from bench.week import half_done

YEAR, TEN_YEARS = 53, 530
# Ten years of the largest take an hour to make; what a year adds is measured.
SIZES = {20: (YEAR, TEN_YEARS), 200: (YEAR, TEN_YEARS), 1000: (YEAR,), 2000: (YEAR,)}
CHANGES = """
INSERT INTO journal_change (event_id, kind, subject_id, before, after)
SELECT c.event_id, c.kind, e.id, c.before, c.after
FROM timesheets_timeentry e
JOIN journal_change c ON c.id = (SELECT MIN(id) FROM journal_change
  WHERE kind = 'timesheets.timeentry' AND subject_id < %s)
WHERE e.client_id = %s AND e.id >= %s AND e.id < %s
"""
WORK = [sys.executable, "-m", "werkbrief.config.command", "work", "--once"]
KILO = 1 if sys.platform == "darwin" else 1024
HEAD = "uitzendkrachten | jaren | werkbriefjes | database | web | week openen | opslaan"


def main() -> None:
    say(f"| {HEAD} |")
    say("|" + "---|" * (HEAD.count("|") + 1))
    ready()
    for workers, ends in SIZES.items():
        _measure(workers, ends)
    say(f"een ronde van het achtergrondwerk: hoogstens {_round():.0f} MB")


def _measure(workers: int, ends: tuple[int, ...]) -> None:
    before = _stored()
    place = settle(workers)
    half_done(place)
    visitor, first = sign_in(place.planner), 1
    for last in ends:
        repeat(place.client.pk, first, last)
        with connection.cursor() as cursor:
            numbers = [STEP, place.client.pk, first * STEP, last * STEP]
            cursor.execute(CHANGES, numbers)
            cursor.execute("ANALYZE")
        first = last
        grown = _stored() - before
        free = iter(entries(place).filter(decision__isnull=True, version=1))
        costs = interleaved(
            {
                "open": lambda: visitor.get(place.path()),
                "save": lambda free=free: save(visitor, place, next(free), 1),
            },
            rounds=7,
            is_all_here=False,
        )
        rows = place.client.time_entries.count()
        web = _held(place)
        cells = [
            f"{workers:,}",
            f"{round(last / YEAR)}",
            f"{rows:,}",
            f"{grown / 2**20:,.0f} MB ({grown / rows:.0f} B per werkbriefje)",
            f"{web:.0f} MB",
            f"{costs['open']}",
            f"{costs['save']}",
        ]
        say(f"| {' | '.join(cells).replace(',', '.')} |")


def _stored() -> int:
    """Bytes on disk, of everything."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(connection.settings_dict["NAME"]).stat().st_size


def _held(place: Place) -> float:
    """What a web process holds after twenty of these weeks."""
    with served(workers=1) as bind:
        line = Line(bind, cookies_of(place.planner))
        for _ in range(20):
            line.get(place.path())
        (server,) = children_of(os.getpid())
        return max(resident(worker) for worker in children_of(server))


def _round() -> float:
    connection.close()
    background = subprocess.Popen(WORK)
    _, _, used = os.wait4(background.pid, 0)
    return used.ru_maxrss * KILO / 2**20
