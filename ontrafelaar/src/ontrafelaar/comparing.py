"""What two ways of paying make of the same shifts: per rule and per worker."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from ontrafelaar.outcome import Outcome
from ontrafelaar.pricing import BASE, Tariff

PLAIN = "normale uren"
BEGINNING, END = -(1 << 62), 1 << 62
Told = tuple[int, Fraction | None, tuple[str, ...], bool]
Span = tuple[int, int]
Mine = Callable[[Hashable], bool]


@dataclass(slots=True)
class Tally:
    """What one way of paying comes to: minutes, and what they are worth.

    `worth` is in minutes at 100: two hours at 150% are worth three. `unknown` are
    minutes of which a rate is still to be determined: worth the base rate until it is.
    `percents` are the whole rates seen, of add-ons the surcharges.
    """

    minutes: int = 0
    worth: Fraction = Fraction(0)
    unknown: int = 0
    euros: Fraction = Fraction(0)
    percents: set[Fraction] = field(default_factory=set)

    def take(self, minutes: int, percent: Fraction | None, *, is_addon: bool) -> None:
        """An add-on line stands beside hours that were counted already."""
        self.minutes += 0 if is_addon else minutes
        if percent is None:
            self.unknown += minutes
            percent = Fraction(0) if is_addon else BASE
        else:
            self.percents.add(percent)
        self.worth += minutes * percent / BASE


@dataclass(frozen=True, slots=True)
class Difference:
    """One rule, one worker or all of it: before and after."""

    name: Hashable
    old: Tally
    new: Tally

    @property
    def more(self) -> Fraction:
        """Minutes at 100 that the new way pays more; below zero when less."""
        return self.new.worth - self.old.worth

    @property
    def percent(self) -> Fraction | None:
        """The same in percent of the old; None when there was nothing."""
        return self.more / self.old.worth * 100 if self.old.worth else None

    @property
    def is_same(self) -> bool:
        return self.old == self.new


class Comparison:
    """Fed worker by worker, so that a year of an agency fits and progress shows."""

    def __init__(self) -> None:
        self._rules: dict[str, tuple[Tally, Tally]] = {}
        self._workers: dict[Hashable, tuple[Tally, Tally]] = {}
        self._whole = (Tally(), Tally())

    def add(
        self,
        worker: Hashable,
        old: Outcome,
        new: Outcome,
        since: int = BEGINNING,
        until: int = END,
    ) -> None:
        """Shifts that begin outside these instants fill counters and are not told."""
        span = since, until
        own = self._workers.setdefault(worker, (Tally(), Tally()))
        for side, outcome in enumerate((old, new)):
            totals = (own[side], self._whole[side])
            for minutes, percent, rules, is_addon in _lines(outcome, span):
                rule = self._rule(" + ".join(rules) or PLAIN)[side]
                rule.take(minutes, percent, is_addon=is_addon)
                rule.minutes += minutes if is_addon else 0
                for total in totals:
                    total.take(minutes, percent, is_addon=is_addon)
            for name, euros in _euros(outcome, span):
                for total in (self._rule(name)[side], *totals):
                    total.euros += euros

    def _rule(self, name: str) -> tuple[Tally, Tally]:
        return self._rules.setdefault(name, (Tally(), Tally()))

    @property
    def rules(self) -> tuple[Difference, ...]:
        """Those that change first, the greatest change at the top."""
        return _ordered(self._rules.items())

    @property
    def workers(self) -> tuple[Difference, ...]:
        return _ordered(self._workers.items())

    @property
    def total(self) -> Difference:
        return Difference("", *self._whole)


def _ordered(
    found: Iterable[tuple[Hashable, tuple[Tally, Tally]]],
) -> tuple[Difference, ...]:
    rows = (Difference(name, *sides) for name, sides in found)
    return tuple(
        sorted(rows, key=lambda row: (row.is_same, -abs(row.more), str(row.name)))
    )


def _lines(outcome: Outcome, span: Span) -> Iterator[Told]:
    """Minutes at a rate, as few as they come: nothing is rounded here."""
    is_mine = _begun(outcome, span)
    totals: dict[tuple[Tariff, bool], int] = {}
    for key, _, _, minutes, priced in outcome.parts:
        if is_mine(key):
            base = priced.base, False
            totals[base] = totals.get(base, 0) + minutes
            if priced.plus:
                plus = priced.plus, True
                totals[plus] = totals.get(plus, 0) + minutes
    for (tariff, is_addon), minutes in totals.items():
        yield minutes, tariff.percent, tariff.rules, is_addon
    for segments, is_addon in ((outcome.topups, False), (outcome.extra, True)):
        for one in segments:
            if _is_in(one.start, span) if one.key is None else is_mine(one.key):
                yield one.minutes, one.percent, one.rules, is_addon


def _euros(outcome: Outcome, span: Span) -> Iterator[tuple[str, Fraction]]:
    """Percentages of a month's wage have no euros here."""
    is_mine = _begun(outcome, span)
    for one in outcome.amounts:
        if one.total is not None and not one.of_month and is_mine(one.key):
            yield one.rule, one.total


def _begun(outcome: Outcome, span: Span) -> Mine:
    others = {one.key for one in outcome.shifts if not _is_in(one.start, span)}
    return lambda key: key not in others


def _is_in(start: int, span: Span) -> bool:
    return span[0] <= start < span[1]
