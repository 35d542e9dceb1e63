"""One version of a CAO over columns of shifts, by arrays where it can."""

from collections.abc import Iterator

import numpy as np

from ontrafelaar.columnar.columns import UNKNOWN, Ints, Paid, Shifts
from ontrafelaar.columnar.counting import mark
from ontrafelaar.columnar.cutting import Cut, cut
from ontrafelaar.engine import NOTHING, PLAIN, compute, plan_of
from ontrafelaar.pack import Pack
from ontrafelaar.plan import Plan
from ontrafelaar.pricing import BASE, Tariff
from ontrafelaar.shifts import Convention, Facts, Shift
from ontrafelaar.topping import legal_minimum
from ontrafelaar.values import Segment

Rate = tuple[Tariff, Tariff | None]
CHUNK = 1 << 15
TOP = -1


def unravel_columns(
    shifts: Shifts,
    pack: Pack,
    *,
    convention: Convention = PLAIN,
    facts: Facts = NOTHING,
) -> Paid:
    """The same minutes at the same rates as `unravel` per worker, shift by shift.

    `facts` hold for all of these workers: give groups of them with one contract. What
    arrays can't do (see `by_arrays`) goes worker by worker through the scalar engine.
    """
    plan = plan_of(pack, convention, facts)
    order = _order(shifts)
    if not len(order) or not by_arrays(plan, facts):
        return _one_by_one(shifts, order, pack, convention, facts)
    rates: dict[int, int] = {}
    told = []
    for some in _chunks(shifts.worker, order):
        some = _in_time(shifts, some)  # noqa: PLW2901
        made = cut(plan, shifts, some)
        for counter in plan.counters:
            mark(made, counter, facts)
        told.append(_rows(made, some, plan, facts, rates))
    return _paid(plan, told, rates)


def _order(shifts: Shifts) -> Ints:
    """By worker, stable; the usual file is in that order already."""
    worker = shifts.worker
    if (worker[1:] >= worker[:-1]).all():
        return np.arange(len(worker))
    ordered: Ints = np.argsort(worker, kind="stable")
    return ordered


def _in_time(shifts: Shifts, order: Ints) -> Ints:
    worker, start = shifts.worker[order], shifts.start[order]
    if ((worker[1:] > worker[:-1]) | (start[1:] > start[:-1])).all():
        return order
    ordered: Ints = order[np.lexsort((shifts.end[order], start, worker))]
    return ordered


def _chunks(worker: Ints, order: Ints) -> Iterator[Ints]:
    """Whole workers, so many shifts at a time that the arrays stay in the cache."""
    ordered = worker[order]
    bounds = np.append(np.flatnonzero(np.diff(ordered)) + 1, len(order))
    begin = 0
    for end in bounds[np.append(np.diff(bounds // CHUNK) > 0, True)]:
        yield order[begin:end]
        begin = int(end)


def by_arrays(plan: Plan, facts: Facts) -> bool:
    """Whether arrays suffice: breaks at `laagste`, no rule about a shift's form."""
    pack, convention = plan.pack, plan.convention
    special = (
        any(not one.tag for _, one in plan.open),
        plan.kinds,
        plan.runs,
        plan.adjoining,
        plan.pays_euros,
        plan.by_wall,
        convention.punch,
        convention.shift,
        convention.placement != "laagste",
        facts.counted,
        pack.guarantee and facts.contract,
    )
    return not any(special) and all(
        not counter.more
        and counter.first.period != "kalenderdag"
        and counter.first.low.times != "gewerkte dagen"
        for counter in plan.counters
    )


def _rows(
    made: Cut, order: Ints, plan: Plan, facts: Facts, rates: dict[int, int]
) -> list[Ints]:
    """Shift, start, minutes, rate and whether it tops up; `rates` is mask -> number."""
    masks = np.unique(made.mask)
    numbers = [rates.setdefault(int(mask), len(rates)) for mask in masks]
    rate = np.array(numbers, dtype=np.int32)[np.searchsorted(masks, made.mask)]
    shift, start, minutes = order[made.shift], made.start, made.minutes
    top_shift, top_start, top_minutes = _topups(made, plan, facts)
    if not len(top_shift):
        return [shift, start, minutes, rate, np.zeros(len(shift), dtype=bool)]
    top_rate = np.full(len(top_shift), TOP, dtype=np.int32)
    return [
        np.concatenate([shift, order[top_shift]]),
        np.concatenate([start, top_start]),
        np.concatenate([minutes, top_minutes]),
        np.concatenate([rate, top_rate]),
        np.arange(len(shift) + len(top_shift)) >= len(shift),
    ]


def _paid(plan: Plan, told: list[list[Ints]], masks: dict[int, int]) -> Paid:
    shift, start, minutes, rate, is_topup = (
        np.concatenate(columns) for columns in zip(*told, strict=True)
    )
    priced = [plan.rates[mask] for mask in masks]
    rates: list[Rate] = [(one.base, one.plus) for one in priced]
    if is_topup.any():
        rate[rate == TOP] = len(rates)
        rates.append((Tariff(BASE, ("minimum",), (), (False, 100, "")), None))
    return Paid(shift, start, minutes, rate, is_topup, rates)


def _topups(made: Cut, plan: Plan, facts: Facts) -> tuple[Ints, Ints, Ints]:
    """To the minimum of a call; shifts without a gap between them are one."""
    found = (plan.pack.minimum, legal_minimum(facts))
    least = max((m.minutes for m in found if m), default=0)
    net = np.bincount(made.shift, weights=made.minutes, minlength=len(made.head))
    call = np.cumsum(made.head == np.arange(len(made.head))) - 1
    worked = np.bincount(call, weights=net).astype(np.int64)
    last = np.append(np.flatnonzero(np.diff(call)), len(call) - 1)
    short = np.flatnonzero(worked < least)
    return last[short], made.ends[last[short]], least - worked[short]


def _one_by_one(
    shifts: Shifts, order: Ints, pack: Pack, convention: Convention, facts: Facts
) -> Paid:
    """The scalar engine, worker by worker, told in the same columns."""
    rates: dict[tuple[object, ...], int] = {}
    told: list[Rate] = []
    rows: list[tuple[int, int, int, int, bool]] = []
    for own in _workers(shifts, order):
        outcome = compute(own, (pack,), convention=convention, facts=facts)
        for key, start, _, minutes, priced in outcome.parts:
            pair = (priced.base, priced.plus)
            number = rates.setdefault(pair, len(told))
            told += [pair] if number == len(told) else []
            rows.append((int(str(key)), start, minutes, number, False))
        for top in outcome.topups:
            name = (top.percent, top.rules)
            number = rates.setdefault(name, len(told))
            if number == len(told):
                order_of = (False, 100, "")
                tariff = Tariff(top.percent, top.rules, top.articles, order_of)
                told.append((tariff, None))
            rows.append((_shift_of(top, own), top.start, top.minutes, number, True))
    table = np.array(rows, dtype=np.int64).reshape(-1, 5)
    return Paid(
        table[:, 0], table[:, 1], table[:, 2], table[:, 3], table[:, 4] > 0, told
    )


def _shift_of(top: Segment, own: list[Shift]) -> int:
    """The number of its shift; of a week, the complement of that of its last one."""
    if top.key is not None:
        return int(str(top.key))
    lasts = (int(str(one.key)) for one in reversed(own) if one.end == top.start)
    return ~next(lasts, int(str(own[-1].key)))


def _workers(shifts: Shifts, order: Ints) -> Iterator[list[Shift]]:
    if not len(order):
        return
    worker = shifts.worker[order]
    bounds = np.flatnonzero(np.diff(worker)) + 1
    for some in np.split(order, bounds):
        own = _in_time(shifts, some)
        yield [
            Shift(
                int(n),
                int(shifts.start[n]),
                int(shifts.end[n]),
                None if shifts.pause[n] == UNKNOWN else int(shifts.pause[n]),
            )
            for n in own
        ]
