"""A pack: one version of one CAO, read and ready to compute with."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from ontrafelaar.conditions import Condition
from ontrafelaar.counters import Counts, Limit
from ontrafelaar.pay import Pay
from ontrafelaar.rounding import Rounding
from ontrafelaar.stacking import Stack
from ontrafelaar.windows import Windows

CONCEPT, INCOMPLETE = "concept", "onvolledig"


class PackError(ValueError):
    """Something in a pack is wrong: where, which rule, and the remedy."""

    def __init__(
        self, what: str, *, file: str = "", line: int = 0, rule: str = ""
    ) -> None:
        place = f"{file}:{line}: " if file and line else f"{file}: " if file else ""
        about = f"regel '{rule}': " if rule else ""
        super().__init__(f"{place}{about}{what}")
        self.what = what
        self.file, self.line, self.rule = file, line, rule


@dataclass(frozen=True, slots=True)
class Kind:
    """A rule about what is not worked: "pauze 0:30", "gat vanaf 3:00", "gat tot 1:00".

    `bound` is how long the break is paid at most, or the gap at least or at most;
    `least` is what a gap is paid at least.
    """

    what: str
    bound: int
    least: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a pack; `text` and `condition_text` are what it said."""

    name: str
    pay: Pay
    article: str
    windows: Windows | None = None
    over: tuple[Limit, ...] = ()
    counts: Counts = Counts()  # noqa: RUF009
    conditions: tuple[Condition, ...] = ()
    rounding: Rounding | None = None
    least: int = 0
    choice: str = ""
    kind: Kind | None = None
    text: str = ""
    condition_text: str = ""

    @property
    def percent(self) -> Fraction | None:
        return self.pay.percent

    @property
    def looks_back(self) -> int:
        """So many weeks before the shift does it ask for the days worked."""
        return max((one.weeks for one in self.conditions), default=0)

    @property
    def is_window(self) -> bool:
        return not self.over and self.kind is None


@dataclass(frozen=True, slots=True)
class Example:
    """A case that must come out exactly, or the pack does not load."""

    shifts: str
    result: str
    facts: dict[str, object]
    note: str = ""
    convention: dict[str, object] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Minimum:
    """What a shift is paid at least, and the article that says so."""

    minutes: int
    article: str


@dataclass(frozen=True, eq=False)
class Pack:
    """Versions of one CAO share `id`; `break_table`: (from gross minutes, minutes).

    `trust` is how far the figures go back to the text, A to E. `absence` are the
    minutes that a day away fills in the counters, None where it fills nothing.
    `missing` tells what was not found.
    """

    id: str
    name: str
    valid: date
    source: str
    rules: tuple[Rule, ...]
    pay: Stack | None
    plus: Stack | None = None
    until: date | None = None
    status: str = ""
    trust: str = ""
    missing: str = ""
    holidays: tuple[str, ...] = ()
    break_table: tuple[tuple[int, int], ...] = ()
    minimum: Minimum | None = None
    guarantee: str = ""
    absence: int | None = None
    law: str = ""
    lists: tuple[tuple[str, frozenset[date]], ...] = ()
    examples: tuple[Example, ...] = ()
    file: str = ""

    @cached_property
    def by_name(self) -> dict[str, Rule]:
        return {rule.name: rule for rule in self.rules}

    @cached_property
    def looks_back(self) -> int:
        """So many weeks, at most, does a rule look back at the days worked."""
        return max((rule.looks_back for rule in self.rules), default=0)

    @cached_property
    def stacked(self) -> frozenset[str]:
        """The rules that [stack] names; the others are amounts, or kinds."""
        parts = [stack.names() for stack in (self.pay, self.plus) if stack]
        return frozenset().union(*parts)
