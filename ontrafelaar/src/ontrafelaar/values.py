"""What an outcome is told in: segments, lines, amounts, flags."""

from collections.abc import Hashable
from dataclasses import dataclass
from fractions import Fraction

from ontrafelaar.clock import hours
from ontrafelaar.numbers import euros, number
from ontrafelaar.overrides import ByHand
from ontrafelaar.pricing import Priced

Part = tuple[Hashable, int, int, int, Priced]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of one shift that is paid alike; instants in whole minutes.

    `percent` is the whole rate (150), of an add-on only the surcharge (19); None is
    "still to be determined". `held` are all rules that were true here, also those that
    lost. `minutes` differ from `end - start` only where a break is spread, a shift is
    rounded, or something is paid beyond what was worked: then `is_topup`. `by_hand` is
    set where somebody set the rate, with what was computed.
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
    by_hand: ByHand | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Minutes at one percentage for the same reasons.

    `code` is the agency's for these hours; `status` is the pack's ("concept") as long
    as that was not read from the official text.
    """

    percent: Fraction | None
    rules: tuple[str, ...]
    articles: tuple[str, ...]
    minutes: int
    is_addon: bool = False
    code: str = ""
    status: str = ""
    by_hand: ByHand | None = None

    def __str__(self) -> str:
        sign = "+" if self.is_addon else "@"
        names = "+".join(self.rules)
        told = f"{hours(self.minutes)} {sign}{number(self.percent)} {names}".rstrip()
        return f"{told} [{self.by_hand}]" if self.by_hand else told


@dataclass(frozen=True, slots=True)
class Amount:
    """Euros beside the hours: `quantity` times `each`, at most the rule's maximum.

    None is "still to be determined". Of "van maandloon" `each` is a percentage of it.
    """

    key: Hashable
    rule: str
    article: str
    quantity: Fraction
    unit: str
    each: Fraction | None
    total: Fraction | None
    of_month: bool = False

    def __str__(self) -> str:
        if self.of_month:
            return f"{number(self.total)}% van maandloon {self.rule}"
        return f"€ {euros(self.total)} {self.rule}"


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to know about this outcome; the sentence is Dutch."""

    code: str
    sentence: str
