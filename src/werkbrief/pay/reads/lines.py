"""What the screens and the exports need of pay, as frozen rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from django.utils.translation import gettext_noop as _

from ontrafelaar import Outcome
from werkbrief.pay.reads.by_hand import Hand, hand_of
from werkbrief.pay.reads.law import rule_in_words
from werkbrief.words.clock import clock, duration
from werkbrief.words.tongues import say, tongue

BASE = Fraction(100)
BASE_LABEL = _("normale uren")
BY_HAND = "met de hand"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a shift that is paid alike; instants in whole minutes."""

    start: int
    end: int
    percentage: str
    is_base: bool

    @property
    def from_clock(self) -> str:
        return clock(self.start)

    @property
    def until_clock(self) -> str:
        return clock(self.end)


@dataclass(frozen=True, slots=True)
class Line:
    """A paid line: minutes at a percentage, with the rules and articles that made it.

    `percent` None is "still to be determined"; an add-on line stands beside the base.
    `by_hand` where somebody set it, with what is computed beside it.
    """

    entry_id: int
    start: int
    end: int
    minutes: int
    percent: Fraction | None
    rules: tuple[str, ...]
    articles: str
    is_addon: bool
    by_hand: Hand | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What it goes out by: plain hours at another rate are no regular hours."""
        return self.rules or ((BY_HAND,) if self.by_hand else ())

    @property
    def is_to_judge(self) -> bool:
        return self.by_hand is not None and not self.by_hand.is_settled

    @property
    def computed(self) -> Fraction | None:
        """What the rules make of it, whatever was set by hand."""
        return self.by_hand.computed if self.by_hand else self.percent

    @property
    def computed_percentage(self) -> str:
        return percentage(self.computed, is_addon=self.is_addon)

    @property
    def hours(self) -> str:
        return duration(self.minutes)

    @property
    def percentage(self) -> str:
        return percentage(self.percent, is_addon=self.is_addon)

    @property
    def label(self) -> str:
        return " + ".join(map(rule_in_words, self.rules)) or say(BASE_LABEL)


def percentage(percent: Fraction | None, *, is_addon: bool = False) -> str:
    """Write "150%", "+19%", "128,44%"; unknown is "nog te bepalen".

    >>> percentage(Fraction(12844, 100)), percentage(Fraction(19), is_addon=True)
    ('128,44%', '+19%')
    """
    if percent is None:
        return say("nog te bepalen")
    hundredths = round(percent * 100)
    whole, rest = divmod(hundredths, 100)
    mark = tongue().decimals
    text = f"{whole}{mark}{rest:02}".rstrip("0") if rest else str(whole)
    return f"{'+' if is_addon else ''}{text}%"


def segments(outcome: Outcome, key: int) -> Iterator[Segment]:
    """The bar of one entry, in the order of the clock."""
    for part in outcome.lines_of(key):
        if part.start < part.end:
            yield Segment(
                part.start, part.end, percentage(part.percent), part.percent == BASE
            )


def lines(outcome: Outcome, key: int) -> Iterator[Line]:
    """Every stretch of one entry with its rate: first the base, then the add-ons."""
    for parts, is_addon in (
        (outcome.lines_of(key), False),
        (outcome.addons_of(key), True),
    ):
        for part in parts:
            yield Line(
                key,
                part.start,
                part.end,
                part.minutes,
                part.percent,
                part.rules,
                ", ".join(part.articles),
                is_addon,
                hand_of(part.by_hand),
            )


def grouped(found: Iterable[Line]) -> Iterator[Line]:
    """One line per percentage and reason, in the order in which they first occur."""
    same: dict[tuple[object, ...], list[Line]] = defaultdict(list)
    for line in found:
        same[line.percent, line.rules, line.is_addon, line.by_hand].append(line)
    for alike in same.values():
        minutes = sum(line.minutes for line in alike)
        yield replace(alike[0], end=alike[-1].end, minutes=minutes)
