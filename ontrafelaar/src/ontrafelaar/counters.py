"""`over`: the hours beyond a limit, counted per shift, day, week or longer."""

import re
from dataclasses import dataclass
from fractions import Fraction

from ontrafelaar.clock import read_hours
from ontrafelaar.periods import Span, is_period
from ontrafelaar.shifts import Facts
from ontrafelaar.windows import Windows, read_windows

_OVER = re.compile(r"(?P<low>.+?)(?:-(?P<high>\d+:\d{2}))? per (?P<period>[\w ]+)")
AMOUNT = re.compile(
    r"(?:(?P<hours>\d+(?::\d{2})?)|(?P<contract>contract)"
    r"|min\((?P<most>\d+:\d{2}), contract\))"
    r"(?:/(?P<parts>\d+))?(?: \+ (?P<more>\d+:\d{2}))?"
    r"(?: x (?P<times>\d+|werkdagen|weken|gewerkte dagen))?"
)
_WITHOUT = re.compile(r"niet ([\w-]+)")
_LONG_WORDS = ("werkdagen", "weken", "gewerkte dagen")


@dataclass(frozen=True, slots=True)
class Amount:
    """Minutes: fixed, or by the contract, and `more`; times something of the period.

    `hours` None is the contract; with `is_capped` it is the lower of the two.
    """

    hours: int | None
    is_capped: bool = False
    parts: int = 1
    times: str = ""
    more: int = 0

    def minutes(self, facts: Facts, span: Span, worked_days: int) -> int | None:
        """Whole minutes in this period; None when the contract is not known."""
        one = self._one(facts)
        if one is None:
            return None
        return int(
            (Fraction(one, self.parts) + self.more) * self._times(span, worked_days)
        )

    def _one(self, facts: Facts) -> int | None:
        if self.is_capped and self.hours is not None:
            if facts.contract is None:
                return self.hours
            return min(self.hours, facts.contract)
        return facts.contract if self.hours is None else self.hours

    def _times(self, span: Span, worked_days: int) -> int | Fraction:
        if self.times == "werkdagen":
            return span.workdays
        if self.times == "weken":
            return Fraction(span.days, 7)
        if self.times == "gewerkte dagen":
            return worked_days
        return int(self.times or 1)


@dataclass(frozen=True, slots=True)
class Limit:
    """From `low` to `high` counted minutes in a period."""

    low: Amount
    high: int | None
    period: str

    @property
    def fixed(self) -> int | None:
        """The low bound when it is the same for everybody in every period."""
        plain = self.low.parts == 1 and not self.low.more and not self.low.is_capped
        if not plain or self.low.times in _LONG_WORDS:
            return None
        return self.low.hours and self.low.hours * int(self.low.times or 1)


@dataclass(frozen=True, slots=True)
class Counts:
    """Which hours fill a counter: windows, words about the roster, not another rule."""

    windows: Windows = Windows()  # noqa: RUF009
    without: tuple[str, ...] = ()


def read_over(text: str) -> tuple[Limit, ...]:
    """Read "38:00 per week", "0:00-3:00 per dag", "9:30 per dag en 37:00 per week"."""
    return tuple(_limit(part.strip()) for part in text.split(" en "))


def _limit(text: str) -> Limit:
    match = _OVER.fullmatch(text)
    if not match or not is_period(match["period"]):
        raise ValueError(text)
    high = read_hours(match["high"]) if match["high"] else None
    return Limit(_amount(match["low"]), high, match["period"])


def _amount(text: str) -> Amount:
    match = AMOUNT.fullmatch(text)
    if not match or match["parts"] == "0":
        raise ValueError(text)
    hours = match["hours"] or match["most"]
    return Amount(
        read_hours(hours) if hours else None,
        bool(match["most"]),
        int(match["parts"] or 1),
        match["times"] or "",
        read_hours(match["more"]) if match["more"] else 0,
    )


def read_counts(text: str, names: frozenset[str]) -> Counts:
    """Read "ma-vr, buiten rooster, niet dagmax"; `names` are the pack's rules."""
    parts = [part.strip() for part in text.split(",")]
    without = tuple(
        match[1]
        for part in parts
        if (match := _WITHOUT.fullmatch(part)) and match[1] in names
    )
    rest = [part for part in parts if part.removeprefix("niet ") not in without]
    return Counts(read_windows(", ".join(rest)) if rest else Windows(), without)
