"""Cutting all shifts at once, and taking their breaks from the cheapest minutes."""

from dataclasses import dataclass

import numpy as np

from ontrafelaar.clock import MIDNIGHTS, day_number
from ontrafelaar.columnar.columns import UNKNOWN, Ints, Shifts
from ontrafelaar.pieces import Piece
from ontrafelaar.plan import Plan


@dataclass(slots=True, eq=False)
class Cut:
    """Pieces in the order of worker and time.

    `shift` is the place of a piece's shift in that order. Per shift: `worker`, `ends`,
    `day` that it counts for, and `head`, the shift that it follows without a gap.
    """

    shift: Ints
    start: Ints
    minutes: Ints
    mask: Ints
    fills: Ints
    worker: Ints
    ends: Ints
    day: Ints
    head: Ints


def cut(plan: Plan, shifts: Shifts, order: Ints) -> Cut:
    worker, begins, ends = (
        column[order].astype(np.int32)
        for column in (shifts.worker, shifts.start, shifts.end)
    )
    table = _table(plan, int(begins.min()), int(ends.max()))
    instants = [piece.start for piece in table] + [table[-1].end]
    bounds = np.array(instants, dtype=np.int32)
    base = bounds[0]
    place = np.repeat(np.arange(len(table), dtype=np.int32), np.diff(bounds))
    first = place[begins - base]
    count = place[ends - 1 - base] - first + 1
    shift = np.repeat(np.arange(len(order), dtype=np.int32), count)
    offset = np.cumsum(count) - count
    piece = np.arange(len(shift), dtype=np.int32) - (offset - first)[shift]
    start = np.maximum(bounds[piece], begins[shift])
    minutes = np.minimum(bounds[piece + 1], ends[shift]) - start
    wide = np.int32 if len(plan.pack.rules) < 30 else np.int64  # noqa: PLR2004
    allowed = plan.allowed_untagged
    masks = np.array([one.mask & allowed for one in table], dtype=wide)
    fills = np.array([one.fills & allowed for one in table], dtype=wide)
    head = _heads(worker, begins, ends)
    day = _days(begins)[head]
    made = Cut(
        shift, start, minutes, masks[piece], fills[piece], worker, ends, day, head
    )
    heights = [plan.rates.surcharge(int(mask)) for mask in masks]
    ladder = {height: rung for rung, height in enumerate(sorted(set(heights)))}
    level = np.array([ladder[height] for height in heights], dtype=np.int8)[piece]
    pause = _pauses(plan, shifts.pause[order], ends - begins)
    _take_breaks(made, level, pause, count)
    return made


def _table(plan: Plan, first: int, last: int) -> list[Piece]:
    days = range(day_number(first), day_number(last) + 1)
    return [piece for day in days for piece in plan.days[day]]


def _heads(worker: Ints, begins: Ints, ends: Ints) -> Ints:
    """For each shift the first of the row of shifts without a gap that it stands in."""
    number = np.arange(len(worker))
    follows = np.zeros(len(worker), dtype=bool)
    follows[1:] = (worker[1:] == worker[:-1]) & (begins[1:] == ends[:-1])
    heads: Ints = np.maximum.accumulate(np.where(follows, 0, number))
    return heads


def _days(instants: Ints) -> Ints:
    """The local day of each instant, from the midnights in between."""
    first, last = day_number(int(instants.min())), day_number(int(instants.max()))
    midnights = np.array([MIDNIGHTS[day] for day in range(first, last + 2)])
    place = np.repeat(np.arange(first, last + 1), np.diff(midnights))
    found: Ints = place[instants - midnights[0]]
    return found


def _pauses(plan: Plan, pause: Ints, gross: Ints) -> Ints:
    known = np.where(pause == UNKNOWN, 0, pause)
    for length, minutes in plan.pack.break_table:
        by_table = np.where((pause == UNKNOWN) & (gross >= length), minutes, 0)
        known = np.maximum(known, by_table)
    capped: Ints = np.minimum(known, gross)
    return capped


def _take_breaks(made: Cut, level: Ints, left: Ints, count: Ints) -> None:
    """Level by level of surcharge, the earliest minutes first."""
    single = count == 1
    taken = np.where(single, left, 0)[made.shift]
    left = np.where(single, 0, left).astype(np.int32)
    rows = np.flatnonzero((left > 0)[made.shift])
    for height in np.unique(level[rows]):
        here = rows[(level[rows] == height) & (left[made.shift[rows]] > 0)]
        owner, minutes = made.shift[here], made.minutes[here]
        before = within(owner, minutes)
        gone = np.clip(left[owner] - before, 0, minutes)
        taken[here] += gone
        left -= np.bincount(owner, weights=gone, minlength=len(left)).astype(np.int32)
    made.start, made.minutes = made.start + taken, made.minutes - taken
    if not made.minutes.all():
        kept = made.minutes > 0
        for name in ("shift", "start", "minutes", "mask", "fills"):
            setattr(made, name, getattr(made, name)[kept])


def within(owner: Ints, minutes: Ints) -> Ints:
    """What each owner had before, in the order given."""
    before = np.cumsum(minutes, dtype=np.int32) - minutes
    opens = np.flatnonzero(np.diff(owner, prepend=-1))
    counts = np.diff(np.append(opens, len(owner)))
    found: Ints = before - np.repeat(before[opens], counts)
    return found
