"""The floor of unraveling: a compiled loop that knows one CAO and nothing else.

Glastuinbouw by hand: split by windows, the break from the cheapest minutes, the limits
of the day and the week. No packs, no reasons, no rates by name.
"""

import numba
import numpy as np

DAY, WEEK, MOST = 10 * 60, 38 * 60, 48 * 60
PIECES = 12


@numba.njit(cache=False)
def by_hand(columns, days, found):  # noqa: C901, PLR0915  (one loop, compiled)
    """Adds to `found[shift, kind]` each shift's minutes, beyond a limit at the end.

    `columns` are week (of a worker), start, end and break of each shift, `days` the
    place of each minute, the bounds of the stretches, their kinds and their levels.
    """
    week, start, end, pause = columns
    place, bounds, kinds, levels = days
    base, last, total = bounds[0], -1, 0
    minutes = np.zeros(PIECES, dtype=np.int64)
    for n in range(len(start)):
        first = place[start[n] - base]
        at, count = start[n], 0
        while at < end[n]:
            until = min(bounds[first + count + 1], end[n])
            minutes[count] = until - at
            at = until
            count += 1
        left = pause[n]
        for level in range(4):
            for piece in range(count):
                if left > 0 and levels[first + piece] == level:
                    gone = min(left, minutes[piece])
                    minutes[piece] -= gone
                    left -= gone
        if week[n] != last:
            last, total = week[n], 0
        today = 0
        for piece in range(count):
            kind = kinds[first + piece]
            while minutes[piece] > 0:
                step = minutes[piece]
                beyond = 0
                for limit, so_far, bit in (
                    (WEEK, total, 1),
                    (DAY, today, 2),
                    (MOST, total, 4),
                ):
                    if so_far >= limit:
                        beyond |= bit
                    else:
                        step = min(step, limit - so_far)
                found[n, kind if not beyond else -beyond] += step
                minutes[piece] -= step
                total += step
                today += step


def table(plan, first, last):
    """Arrays of these days: each minute's stretch, bounds, kinds and cost levels."""
    pieces = [piece for day in range(first, last + 1) for piece in plan.days[day]]
    bounds = np.array([piece.start for piece in pieces] + [pieces[-1].end])
    place = np.repeat(np.arange(len(pieces)), np.diff(bounds))
    masks = [piece.mask & plan.allowed_untagged for piece in pieces]
    known = sorted(set(masks))
    costs = sorted({plan.rates.surcharge(mask) for mask in known})
    kinds = np.array([known.index(mask) for mask in masks])
    levels = np.array([costs.index(plan.rates.surcharge(mask)) for mask in masks])
    return (place, bounds, kinds, levels), len(known)
