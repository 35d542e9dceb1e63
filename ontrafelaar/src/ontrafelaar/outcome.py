"""What comes out: segments with their reasons, lines, flags."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from ontrafelaar.clock import hours

BASE = Fraction(100)


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of one shift that is paid alike; instants in whole minutes.

    `percent` is the whole rate (150), of an add-on only the surcharge (19); None is
    "still to be determined". `held` are all rules that were true here, also those that
    lost. `minutes` is less than `end - start` only where a break is spread.
    """

    key: Hashable
    start: int
    end: int
    minutes: int
    percent: Fraction | None
    rules: tuple[str, ...]
    articles: tuple[str, ...]
    held: tuple[str, ...] = ()
    is_topup: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Minutes at one percentage for the same reasons."""

    percent: Fraction | None
    rules: tuple[str, ...]
    articles: tuple[str, ...]
    minutes: int
    is_addon: bool = False

    def __str__(self) -> str:
        sign = "+" if self.is_addon else "@"
        names = "+".join(self.rules)
        return f"{hours(self.minutes)} {sign}{number(self.percent)} {names}".rstrip()


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to know about this outcome; the sentence is Dutch."""

    code: str
    sentence: str


@dataclass(frozen=True)
class Outcome:
    """The paid time of a period: immutable."""

    segments: tuple[Segment, ...]
    addons: tuple[Segment, ...]
    flags: tuple[Flag, ...]
    trace: tuple[str, ...] = ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return _grouped(self.segments, is_addon=False) + _grouped(
            self.addons, is_addon=True
        )

    def lines_of(self, key: Hashable) -> tuple[Segment, ...]:
        return tuple(part for part in self.segments if part.key == key)

    def addons_of(self, key: Hashable) -> tuple[Segment, ...]:
        return tuple(part for part in self.addons if part.key == key)

    def __str__(self) -> str:
        return "; ".join(str(line) for line in self.lines)


def number(percent: Fraction | None) -> str:
    """Write "150", "128.44", "162.5"; "?" when unknown.

    >>> number(Fraction(12844, 100)), number(Fraction(400, 3)), number(None)
    ('128.44', '133.33', '?')
    """
    if percent is None:
        return "?"
    whole, rest = divmod(round(percent * 100), 100)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".") if rest else str(whole)


def _grouped(segments: Iterable[Segment], *, is_addon: bool) -> tuple[Line, ...]:
    totals: dict[tuple[Fraction | None, tuple[str, ...]], int] = {}
    articles: dict[tuple[str, ...], tuple[str, ...]] = {}
    for part in segments:
        group = (part.percent, part.rules)
        totals[group] = totals.get(group, 0) + part.minutes
        articles[part.rules] = part.articles
    ordered = sorted(totals, key=lambda g: (g[0] is None, g[0] or 0, "+".join(g[1])))
    return tuple(
        Line(percent, rules, articles[rules], totals[percent, rules], is_addon)
        for percent, rules in ordered
    )
