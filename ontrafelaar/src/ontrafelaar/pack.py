"""A pack: one version of one CAO, read and ready to compute with."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from ontrafelaar.conditions import Condition
from ontrafelaar.counters import Limit, Rounding
from ontrafelaar.stacking import Rate, Stack
from ontrafelaar.windows import Window


class PackError(ValueError):
    """Something in a pack is wrong: where, which rule, and the remedy."""

    def __init__(
        self, what: str, *, file: str = "", line: int = 0, rule: str = ""
    ) -> None:
        place = f"{file}:{line}: " if file and line else f"{file}: " if file else ""
        about = f"regel '{rule}': " if rule else ""
        super().__init__(f"{place}{about}{what}")
        self.file, self.line, self.rule = file, line, rule


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a pack. `percent` None is "?": still to be determined."""

    name: str
    percent: Fraction | None
    article: str
    windows: tuple[Window, ...] = ()
    over: tuple[Limit, ...] = ()
    counts: tuple[Window, ...] = ()
    counts_without: str = ""
    condition: Condition | None = None
    condition_text: str = ""
    rounding: Rounding | None = None
    choice: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A case that must come out exactly, or the pack does not load."""

    shifts: str
    result: str
    facts: dict[str, object]
    note: str = ""


@dataclass(frozen=True, eq=False)
class Pack:
    """Versions of one CAO share `id`; `break_table`: (from gross minutes, minutes)."""

    id: str
    name: str
    valid: date
    until: date | None
    source: str
    status: str
    holidays: tuple[str, ...]
    rules: tuple[Rule, ...]
    pay: Stack
    plus: Stack | None
    break_table: tuple[tuple[int, int], ...]
    minimum: int | None
    guarantee: str
    examples: tuple[Example, ...]
    file: str = ""
    _rates: dict[int, tuple[Rate | None, Rate | None]] = field(default_factory=dict)

    @cached_property
    def by_name(self) -> dict[str, Rule]:
        return {rule.name: rule for rule in self.rules}

    @cached_property
    def cuts(self) -> tuple[int, ...]:
        """Every wall minute at which some window begins or ends, and midnight."""
        found = {0}
        for rule in self.rules:
            for window in rule.windows + rule.counts:
                found |= window.cuts()
        return tuple(sorted(found))

    def rates(self, mask: int) -> tuple[Rate | None, Rate | None]:
        """Base and add-on for a set of rules, one bit each; kept, they recur."""
        if mask not in self._rates:
            active = {
                rule.name: rule.percent
                for bit, rule in enumerate(self.rules)
                if mask >> bit & 1
            }
            plus = self.plus.rate(active) if self.plus else None
            self._rates[mask] = (self.pay.rate(active), plus)
        return self._rates[mask]
