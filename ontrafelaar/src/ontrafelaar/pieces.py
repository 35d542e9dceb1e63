"""Cutting: a shift becomes pieces in which the same windows hold everywhere."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ontrafelaar.clock import DAY, MIDNIGHTS, as_date, at, day_number
from ontrafelaar.pack import Pack
from ontrafelaar.shifts import Facts
from ontrafelaar.windows import (
    ADJOINING,
    INSIDE,
    OUTSIDE,
    Calendar,
    Windows,
    covered,
)

Span = tuple[int, int]


class Piece(NamedTuple):
    """Minutes of one shift, all alike.

    `mask` has one bit per rule that holds, `fills` one per rule whose counter they
    fill. `minutes` differ from `end - start` only where a break is spread or a shift
    is rounded.
    """

    start: int
    end: int
    minutes: int
    mask: int
    fills: int

    def until(self, minutes: int) -> "Piece":
        """The first so many paid minutes."""
        end = self.start + self._clock(minutes)
        return Piece(self.start, end, minutes, self.mask, self.fills)

    def after(self, minutes: int) -> "Piece":
        """What is left after so many paid minutes."""
        start = self.start + self._clock(minutes)
        return Piece(start, self.end, self.minutes - minutes, self.mask, self.fills)

    def _clock(self, minutes: int) -> int:
        return minutes * (self.end - self.start) // self.minutes


class Days(dict[int, tuple[Piece, ...]]):
    """Local day -> its stretches, with the rules that hold and the counters that fill.

    On the wall every day is 24 hours; elapsed, one in March is 23 and one in October
    25. The bit after those of the rules is "in the roster".
    """

    def __init__(self, pack: Pack, facts: Facts, *, by_wall: bool) -> None:
        super().__init__()
        self.rules, self.roster, self.by_wall = pack.rules, facts.roster, by_wall
        self.in_roster = 1 << len(pack.rules)
        self.calendar = Calendar(pack.holidays, dict(pack.lists + facts.designated))
        cuts = {0, DAY}.union(*(window.cuts() for window in facts.roster))
        for rule in pack.rules:
            cuts |= rule.counts.windows.cuts()
            cuts |= rule.windows.cuts() if rule.windows else set()
        self.walls = sorted(cuts)

    def __missing__(self, day: int) -> tuple[Piece, ...]:
        found: list[Piece] = []
        for wall, until in pairwise(self.walls):
            start, end = self.instant(day, wall), self.instant(day, until)
            if start < end:
                mask, fills = self._masks(day, wall)
                found.append(Piece(start, end, end - start, mask, fills))
        self[day] = joined = tuple(merged(found))
        return joined

    def instant(self, day: int, wall: int) -> int:
        return day * DAY + wall if self.by_wall else at(as_date(day), wall)

    def number(self, minute: int) -> int:
        return minute // DAY if self.by_wall else day_number(minute)

    def midnight(self, day: int) -> int:
        return day * DAY if self.by_wall else MIDNIGHTS[day]

    def _masks(self, day: int, wall: int) -> tuple[int, int]:
        calendar = self.calendar
        inside = bool(self.roster) and covered(self.roster, day, wall, calendar)
        mask, fills = self.in_roster if inside else 0, 0
        for bit, rule in enumerate(self.rules):
            if rule.windows is None or self._is_in(
                rule.windows, day, wall, inside=inside
            ):
                if rule.is_window:
                    mask |= 1 << bit
                elif self._is_in(rule.counts.windows, day, wall, inside=inside):
                    fills |= 1 << bit
        return mask, fills

    def _is_in(self, windows: Windows, day: int, wall: int, *, inside: bool) -> bool:
        words = windows.words
        if words:
            if not self.roster or (INSIDE in words and not inside):
                return False
            if inside and (OUTSIDE in words or ADJOINING in words):
                return False
        return covered(windows.windows, day, wall, self.calendar)


def cut(days: Days, spans: Iterable[Span], allowed: int) -> list[Piece]:
    """The pieces of one shift, in the order of the clock; cut at every midnight."""
    found: list[Piece] = []
    for low, high in spans:
        day = days.number(low)
        of_day: list[Piece] = []
        for start, end, _, mask, fills in days[day]:
            if end > low and start < high:
                begin = max(low, start)
                until = min(high, end)
                mask, fills = mask & allowed, fills & allowed  # noqa: PLW2901
                of_day.append(Piece(begin, until, until - begin, mask, fills))
        found += merged(of_day) if len(of_day) > 1 else of_day
        if (midnight := days.midnight(day + 1)) < high:
            found += cut(days, [(midnight, high)], allowed)
    return found


def worked(start: int, end: int, breaks: Iterable[Span]) -> list[Span]:
    """The stretch without the breaks that have clock times."""
    spans = []
    for begin, until in sorted(breaks):
        if start < begin:
            spans.append((start, min(begin, end)))
        start = max(start, begin, until)  # by the wall a break may end before it begins
    if start < end:
        spans.append((start, end))
    return spans


def merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours in which the same holds become one."""
    if len(pieces) == 1:
        return list(pieces)
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last and last.end == piece.start and last[3:] == piece[3:]:
            minutes = last.minutes + piece.minutes
            found[-1] = Piece(last.start, piece.end, minutes, piece.mask, piece.fills)
        else:
            found.append(piece)
    return found
