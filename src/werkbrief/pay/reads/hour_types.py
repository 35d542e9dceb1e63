"""What paid hours are called, and by which code, by the agency's own list."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from werkbrief.staffing.models import Agency, HourKind, HourType

# The first that fits wins: a rule's name tells what it pays for.
_WORDS = (
    (HourKind.TOPUP, ("minimum",)),
    (HourKind.OVERTIME, ("over", "dagmax", "weekmax", "meer")),
    (HourKind.SHIFT, ("ploeg",)),
    (HourKind.HOLIDAY, ("feestdag",)),
)


def kind_of(rules: Sequence[str]) -> HourKind:
    """What these rules pay for; hours without any are regular.

    >>> kind_of(()), kind_of(("nacht", "overuur"))
    (HourKind.REGULAR, HourKind.OVERTIME)
    """
    for kind, words in _WORDS:
        if any(rule.startswith(words) for rule in rules):
            return kind
    return HourKind.IRREGULAR if rules else HourKind.REGULAR


@dataclass(frozen=True, slots=True)
class HourSort:
    """One answer: `code` is empty where the agency has none."""

    kind: HourKind
    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class HourTypes:
    """An agency's list, to ask for any number of lines."""

    rows: tuple[HourType, ...] = ()

    def of(self, rules: Sequence[str], percent: Fraction | None) -> HourSort:
        """The narrowest that fits: by rule, then by rate, then by kind."""
        kind = kind_of(rules)
        fitting = [row for row in self.rows if _fits(row, rules, kind, percent)]
        if not fitting:
            return HourSort(kind, str(kind.label))
        best = max(fitting, key=lambda row: (bool(row.rule), row.percent is not None))
        return HourSort(HourKind(best.kind), best.name, best.code)


def hour_types_of(agency: Agency) -> HourTypes:
    """What is not in the archive: one statement."""
    rows = agency.hour_types.filter(archived_on=None).order_by("name", "pk")
    return HourTypes(tuple(rows))


def _fits(
    row: HourType, rules: Sequence[str], kind: HourKind, percent: Fraction | None
) -> bool:
    is_there = row.rule in rules if row.rule else row.kind == kind
    rate = row.percent
    return is_there and (rate is None or Fraction(rate) == percent)
