"""Cutting: a shift becomes pieces in which the same windows hold everywhere."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from ontrafelaar.clock import at, day_of
from ontrafelaar.pack import Pack
from ontrafelaar.shifts import Facts, Shift
from ontrafelaar.windows import covered

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Minutes of one shift, all alike.

    `mask` has one bit per rule that holds, `counted` one per rule whose counter they
    fill.
    """

    key: Hashable
    shift_day: date
    start: int
    end: int
    minutes: int
    mask: int
    counted: int

    def until(self, minutes: int) -> "Piece":
        """The first so many paid minutes."""
        return replace(self, end=self.start + self._clock(minutes), minutes=minutes)

    def after(self, minutes: int) -> "Piece":
        """What is left after so many paid minutes."""
        start = self.start + self._clock(minutes)
        return replace(self, start=start, minutes=self.minutes - minutes)

    def _clock(self, minutes: int) -> int:
        return minutes * (self.end - self.start) // self.minutes


@lru_cache(maxsize=4096)
def day_table(pack: Pack, day: date) -> tuple[tuple[int, int, int, int], ...]:
    """(start, end, rules that hold, counters that fill) for one local day."""
    walls = (*pack.cuts, 24 * 60)
    table = []
    for wall, until in pairwise(walls):
        start, end = at(day, wall), at(day, until)
        if start < end:
            holds, fills = _masks(pack, day, wall)
            table.append((start, end, holds, fills))
    return tuple(table)


def _masks(pack: Pack, day: date, wall: int) -> tuple[int, int]:
    holds = fills = 0
    for bit, rule in enumerate(pack.rules):
        if covered(rule.windows, day, wall, pack.holidays):
            holds |= 1 << bit
        if not rule.counts or covered(rule.counts, day, wall, pack.holidays):
            fills |= 1 << bit
    return holds, fills


def cut(pack: Pack, shift: Shift, facts: Facts) -> list[Piece]:
    """The pieces of one shift, its placed breaks with clock times already out."""
    allowed = _allowed(pack, shift, facts)
    first = day_of(shift.start)
    days = (day_of(shift.end - 1) - first).days
    found = []
    for span in _working(shift):
        for plus in range(days + 1):
            for start, end, holds, fills in day_table(
                pack, first + timedelta(days=plus)
            ):
                low, high = max(start, span[0]), min(end, span[1])
                if low < high:
                    mask = holds & allowed
                    found.append(
                        Piece(
                            shift.key,
                            first,
                            low,
                            high,
                            high - low,
                            mask,
                            fills & allowed,
                        )
                    )
    return found


def _allowed(pack: Pack, shift: Shift, facts: Facts) -> int:
    """The rules whose condition is true of this shift."""
    return sum(
        1 << bit
        for bit, rule in enumerate(pack.rules)
        if rule.condition is None or rule.condition(shift, facts)
    )


def _working(shift: Shift) -> list[Span]:
    spans, start = [], shift.start
    for begin, end in sorted(shift.breaks):
        if start < begin:
            spans.append((start, min(begin, shift.end)))
        start = max(start, end)
    if start < shift.end:
        spans.append((start, shift.end))
    return spans
