"""Goal 7: the rules library, shift by shift and by columns, on Glastuinbouw."""

import random
import resource
from datetime import date, timedelta

import numpy as np

from bench.floors.unraveling import by_hand, table
from bench.frame.measuring import interleaved
from bench.frame.telling import figure, ratio, say
from ontrafelaar import Shift, load, unravel
from ontrafelaar.clock import at, day_number
from ontrafelaar.columnar import Shifts, unravel_columns
from ontrafelaar.engine import NOTHING, PLAIN, plan_of

MONDAY = date(2025, 7, 7)
SCALAR_WEEKS, WORKERS, WEEKS = 4_000, 10_000, 52
PACK = load("glastuinbouw", MONDAY)


def main() -> None:
    _scalar()
    _columnar()


def weeks(count, seed=7):
    """Weeks of five shifts by the quarter of an hour, days and times at random."""
    chance = random.Random(seed)
    made = []
    for _ in range(count):
        monday = MONDAY + timedelta(weeks=chance.randrange(36))
        own = []
        for day in sorted(chance.sample(range(7), 5)):
            start = day * 1440 + chance.randrange(20, 80) * 15
            end = start + chance.randrange(16, 44) * 15
            pause = chance.choice((0, 30, 45, 60))
            own.append(Shift(day, at(monday, start), at(monday, end), pause))
        made.append(own)
    return made


def _scalar():
    """Shifts per second of one core: the lines made, with and without the reasons."""
    made = weeks(SCALAR_WEEKS)
    shifts = 5 * SCALAR_WEEKS
    sides = {
        "lines": lambda: [unravel(week, PACK).lines for week in made],
        "trace": lambda: [unravel(week, PACK, trace=True).lines for week in made],
        "fresh": lambda: _afresh(made),
    }
    costs = interleaved(sides, rounds=5)
    rates = {name: shifts / cost.cpu * 1e3 for name, cost in costs.items()}
    for goal, name, limit in (
        ("diensten per seconde met loonregels", "lines", 100_000),
        ("diensten per seconde met uitleg", "trace", 30_000),
    ):
        figure(goal, rates[name], limit=limit, at_least=True, behind=str(costs[name]))
    say(f"nooit eerder gezien diensten: {rates['fresh']:,.0f} per seconde")


def _afresh(made):
    """The same with nothing kept from shifts that came before."""
    plan_of(PACK, PLAIN, NOTHING).kept.clear()
    return [unravel(week, PACK).lines for week in made]


def _columnar():
    """A year of ten thousand workers, against a compiled loop that knows only this."""
    shifts = _year()
    own = len(shifts)
    first, last = day_number(int(shifts.start.min())), day_number(int(shifts.end.max()))
    days, kinds = table(plan_of(PACK, PLAIN, NOTHING), first, last)
    week = shifts.worker * WEEKS + np.tile(np.repeat(np.arange(WEEKS), 5), WORKERS)
    columns = (week, shifts.start, shifts.end, shifts.pause)

    def floor():
        found = np.zeros((own, kinds + 7), dtype=np.int16)
        by_hand(columns, days, found)
        return found

    before = _peak()
    paid = unravel_columns(shifts, PACK)
    grown = _peak() - before
    _alike(paid, floor())
    costs = interleaved(
        {"ours": lambda: unravel_columns(shifts, PACK), "floor": floor}, rounds=3
    )
    goal = f"een jaar van {WORKERS} medewerkers, {own} diensten"
    ratio(goal, costs["ours"], costs["floor"], limit=10)
    rate, most = (own / costs[side].cpu * 1e3 for side in ("ours", "floor"))
    say(f"{rate / 1e6:.2f} tegen {most / 1e6:.1f} miljoen per seconde; +{grown:.0f} MB")


def _alike(paid, found):
    """Ours and the floor's agree on every minute, or the floor is none."""
    ours = int(paid.minutes[~paid.is_topup].sum())
    beyond = sum(
        minutes
        for (base, _), minutes in paid.minutes_by_rate().items()
        if {"overwerk", "dagmax", "weekmax"} & set(base.rules)
    )
    if ours != int(found.sum(dtype=np.int64)) or beyond > int(
        found[:, -7:].sum(dtype=np.int64)
    ):
        raise AssertionError("the floor does another job")


def _year():
    chance = np.random.default_rng(7)
    count = WORKERS * WEEKS * 5
    worker = np.repeat(np.arange(WORKERS), WEEKS * 5)
    week = np.tile(np.repeat(np.arange(WEEKS), 5), WORKERS)
    day = np.tile(np.arange(5), WORKERS * WEEKS) + np.repeat(
        chance.integers(0, 3, WORKERS * WEEKS), 5
    )
    monday = np.array([at(MONDAY, n * 7 * 1440) for n in range(WEEKS)])
    start = monday[week] + day * 1440 + chance.integers(20, 80, count) * 15
    end = start + chance.integers(16, 44, count) * 15
    return Shifts(worker, start, end, chance.choice([0, 30, 45, 60], count))


def _peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
