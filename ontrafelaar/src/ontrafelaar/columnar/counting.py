"""Counting all periods of all workers at once, and cutting where a limit is passed."""

import numpy as np

from ontrafelaar.clock import week_number
from ontrafelaar.columnar.columns import Ints
from ontrafelaar.columnar.cutting import Cut, within
from ontrafelaar.counting import Counter
from ontrafelaar.periods import span_of
from ontrafelaar.shifts import Facts


def mark(made: Cut, counter: Counter, facts: Facts) -> None:
    """Set the counter's bit on what lies beyond its limit."""
    period = _periods(made, counter)
    new = np.ones(len(period), dtype=bool)
    new[1:] = (period[1:] != period[:-1]) | (made.worker[1:] != made.worker[:-1])
    of_shift = np.cumsum(new) - 1
    group = of_shift[made.shift]
    fills = made.fills & counter.bit != 0
    if counter.skip:
        fills &= made.mask & counter.skip == 0
    counted = np.where(fills, made.minutes, 0)
    totals = np.bincount(group, weights=counted, minlength=int(of_shift[-1]) + 1)
    totals = totals.astype(np.int64)
    begins = _begins(totals, _lows(made, counter, facts, new), counter)
    if not (totals > begins).any():
        return
    rows = np.flatnonzero(fills & (totals > begins)[group])
    minutes = made.minutes[rows]
    before = within(group[rows], minutes)
    begin = np.clip(begins[group[rows]] - before, 0, minutes)
    high = counter.first.high
    end = minutes if high is None else np.clip(high - before, begin, minutes)
    over = begin < end
    _split(made, rows[over], begin[over], end[over], counter.bit)


def _periods(made: Cut, counter: Counter) -> Ints:
    """A number per shift that is its period's; within a worker they rise."""
    name = counter.first.period
    if name == "dienst":
        return np.arange(len(made.day))
    if name == "dag":
        return made.day
    first, last = int(made.day.min()), int(made.day.max())
    if name == "week":
        starts = [week_number(day) for day in range(first, last + 1)]
    else:
        starts = [span_of(name, day).first for day in range(first, last + 1)]
    found: Ints = np.array(starts)[made.day - first]
    return found


def _lows(made: Cut, counter: Counter, facts: Facts, new: Ints) -> Ints:
    """Where each period's limit lies; beyond everything when it is not known."""
    days = made.day[np.flatnonzero(new)]
    limit = counter.first
    if limit.fixed is not None:
        return np.full(len(days), limit.fixed, dtype=np.int64)
    known = {
        int(day): limit.low.minutes(facts, span_of(limit.period, int(day)), 1)
        for day in np.unique(days)
    }
    endless = np.iinfo(np.int64).max
    lows = [known[int(day)] for day in days]
    return np.array([endless if low is None else low for low in lows], dtype=np.int64)


def _begins(totals: Ints, lows: Ints, counter: Counter) -> Ints:
    """Rounding what is over moves the limit, so no minute is lost."""
    over = np.maximum(totals - lows, 0)
    rule, begins = counter.rule, lows
    if rule.rounding:
        step, lapse = rule.rounding.step, rule.rounding.lapse
        whole, rest = over // step, over % step
        rounded = (whole + ((rest > 0) & (rest >= lapse))) * step
        begins = np.maximum(totals - rounded, 0)
        begins = np.where(lows > totals, lows, begins)
    if rule.least:
        begins = np.where(over < rule.least, np.maximum(totals, begins), begins)
    return begins


def _split(made: Cut, over: Ints, low: Ints, high: Ints, bit: int) -> None:
    """Each of these pieces in what comes before the limit, beyond it, and after."""
    whole = made.minutes[over]
    heads, tails = low > 0, high < whole
    middle = over
    if heads.any() or tails.any():
        parts = np.ones(len(made.shift), dtype=np.int32)
        parts[over] += heads.astype(np.int32) + tails
        middle = (np.cumsum(parts) - parts)[over] + heads
        rows = np.repeat(np.arange(len(made.shift)), parts)
        for name in ("shift", "start", "minutes", "mask", "fills"):
            setattr(made, name, getattr(made, name)[rows])
    made.mask[middle] |= bit
    made.minutes[middle] = high - low
    made.start[middle] += low
    made.minutes[middle[heads] - 1] = low[heads]
    after = middle[tails] + 1
    made.start[after] += high[tails]
    made.minutes[after] = (whole - high)[tails]
