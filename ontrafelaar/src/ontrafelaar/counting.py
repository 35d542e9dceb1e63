"""Counting hours per period; cutting where a limit is passed."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import attrgetter

from ontrafelaar.counters import Limit
from ontrafelaar.pack import Pack, Rule
from ontrafelaar.periods import Span, span_of
from ontrafelaar.pieces import Days, Piece
from ontrafelaar.shifts import STANDBY, Facts
from ontrafelaar.works import Work

Period = Hashable
Totals = dict[Period, int]
_OF_WORK: dict[str, Callable[[Work], Period]] = {
    "dienst": id,
    "dag": attrgetter("day"),
    "week": attrgetter("week"),
}


class Counter:
    """One rule's count; made once per plan, used for every set of shifts.

    Rules count in the order of the pack, so that `counts = "niet dagmax"` can leave out
    what an earlier rule took.
    """

    def __init__(self, rule: Rule, bit: int, pack: Pack, days: Days) -> None:
        self.rule, self.bit, self.days = rule, bit, days
        names = [one.name for one in pack.rules]
        self.skip = sum(1 << names.index(name) for name in rule.counts.without)
        self.first, *self.more = rule.over
        self.of_work = _OF_WORK.get(self.first.period)
        self.fixed = self.first.fixed
        windows = rule.counts.windows
        self.fills_all = not (
            windows.windows or windows.words or rule.windows or rule.conditions
        )
        self.is_plain = self.of_work is not None and self.fills_all and not self.skip

    def mark(self, works: Sequence[Work], facts: Facts) -> None:
        """Set the bit on what lies beyond, cut at the limit; works in time order."""
        so_far = self._so_far(works, facts)
        totals = self._quick(works, so_far) or self._totals(self.first, works, so_far)
        if self.fixed is not None and not (
            totals and max(totals.values()) > self.fixed
        ):
            return
        begins = {
            period: self._begin(self._low(self.first, period, works, facts), total)
            for period, total in totals.items()
        }
        met = self._met(works, facts)
        for work in works:
            work.pieces = self._marked(work, begins, so_far, met)

    def _quick(self, works: Sequence[Work], so_far: Totals) -> Totals | None:
        """Where every minute counts, the net of the shifts suffices."""
        if not self.is_plain or self.of_work is None:
            return None
        totals, name = dict(so_far), self.of_work
        for work in works:
            period = name(work)
            totals[period] = totals.get(period, 0) + work.net
        return totals

    def _totals(self, limit: Limit, works: Iterable[Work], so_far: Totals) -> Totals:
        totals = dict(so_far)
        for work in works:
            for piece in work.pieces:
                if piece.fills & self.bit and not piece.mask & self.skip:
                    period = self._period(limit, work, piece)
                    totals[period] = totals.get(period, 0) + piece.minutes
        return totals

    def _period(self, limit: Limit, work: Work, piece: Piece) -> Period:
        """A shift over midnight counts on the day, and in the week, it starts on."""
        if name := _OF_WORK.get(limit.period):
            return name(work)
        if limit.period == "kalenderdag":
            return self.days.number(piece.start)
        return span_of(limit.period, work.day)

    def _so_far(self, works: Sequence[Work], facts: Facts) -> Totals:
        """What was counted before these shifts, in the period of the first."""
        if not facts.counted or not works:
            return {}
        before = dict(facts.counted).get(self.rule.name, 0)
        if not before:
            return {}
        day = works[0].day
        start = self.days.midnight(day)
        return {
            self._period(self.first, works[0], Piece(start, start, 0, 0, 0)): before
        }

    def _low(
        self, limit: Limit, period: Period, works: Sequence[Work], facts: Facts
    ) -> int | None:
        if (fixed := limit.fixed) is not None:
            return fixed
        days = {
            work.day
            for work in works
            if STANDBY not in work.shift.tags
            for piece in work.pieces
            if self._period(limit, work, piece) == period
        }
        day = min(days, default=works[0].day)
        span = period if isinstance(period, Span) else span_of(limit.period, day)
        return limit.low.minutes(facts, span, len(days))

    def _begin(self, low: int | None, total: int) -> int:
        """Where it begins; rounding what is over moves it, so no minute is lost."""
        if low is None:
            return total
        over = max(total - low, 0)
        if over < self.rule.least:
            return total
        rounding = self.rule.rounding
        return max(total - rounding.of(over), 0) if rounding else low

    def _met(
        self, works: Sequence[Work], facts: Facts
    ) -> list[tuple[Limit, frozenset[Period]]]:
        """Of the other limits of "en": the periods in which they are passed as well.

        They look at the whole period, known only at its end.
        """
        found = []
        for limit in self.more:
            totals = self._totals(limit, works, {})
            passed = frozenset(
                period
                for period, total in totals.items()
                if (low := self._low(limit, period, works, facts)) is not None
                and total > low
            )
            found.append((limit, passed))
        return found

    def _marked(
        self,
        work: Work,
        begins: Totals,
        so_far: Totals,
        met: Sequence[tuple[Limit, frozenset[Period]]],
    ) -> list[Piece]:
        found: list[Piece] = []
        for piece in work.pieces:
            if not piece.fills & self.bit or piece.mask & self.skip:
                found.append(piece)
                continue
            period = self._period(self.first, work, piece)
            done = so_far.get(period, 0)
            so_far[period] = done + piece.minutes
            if all(self._period(one, work, piece) in passed for one, passed in met):
                begin, high = begins[period] - done, self.first.high
                end = piece.minutes if high is None else high - done
                found += _cut(piece, begin, end, self.bit)
            else:
                found.append(piece)
        return found


def _cut(piece: Piece, begin: int, end: int, bit: int) -> list[Piece]:
    """The piece with the bit from `begin` to `end` of its minutes."""
    begin = min(max(begin, 0), piece.minutes)
    end = min(max(end, begin), piece.minutes)
    if begin == end:
        return [piece]
    parts = [piece.until(begin)] if begin else []
    rest = piece.after(begin) if begin else piece
    over = rest.until(end - begin) if end < piece.minutes else rest
    parts.append(over._replace(mask=over.mask | bit))
    if end < piece.minutes:
        parts.append(piece.after(end))
    return parts
