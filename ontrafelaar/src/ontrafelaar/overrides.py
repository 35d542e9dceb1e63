"""A line that somebody set by hand, and what it stands beside."""

from collections.abc import Hashable
from dataclasses import dataclass
from fractions import Fraction

from ontrafelaar.numbers import number


@dataclass(frozen=True, slots=True)
class Override:
    """What one line of one shift is paid, by hand, instead of what was computed.

    `rules`, `percent` and `minutes` tell which line, as it was computed when somebody
    set it; `to` is the rate since (of an add-on the surcharge). Hours are never set by
    hand: each worked minute stays on one base line.
    """

    key: Hashable
    rules: tuple[str, ...]
    percent: Fraction | None
    minutes: int
    to: Fraction
    is_addon: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ByHand:
    """Beside a line: what was set, and what the rules make of it now.

    Not settled is "to be judged": what was computed when it was set has changed since,
    so the line has no rate until somebody sets it again or lets it go.
    """

    override: Override
    computed: Fraction | None
    is_settled: bool

    @property
    def percent(self) -> Fraction | None:
        """What the line is paid."""
        return self.override.to if self.is_settled else None

    def __str__(self) -> str:
        return (
            f"berekend {number(self.computed)}" if self.is_settled else "te beoordelen"
        )
