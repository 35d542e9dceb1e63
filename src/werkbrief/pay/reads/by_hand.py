"""Lines set by hand: which they are, and what is computed beside them."""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from ontrafelaar import ByHand, Override
from werkbrief.pay.models import LineOverride
from werkbrief.timesheets.models import TimeEntryQuerySet


@dataclass(frozen=True, slots=True)
class Hand:
    """Beside a line: the rate that was set and why, and what is computed now.

    Not settled: what was computed when it was set has changed since, so that nobody
    knows what the line is paid until somebody judges it.
    """

    set_to: Fraction
    computed: Fraction | None
    reason: str
    is_settled: bool


def hand_of(told: ByHand | None) -> Hand | None:
    """What the annex lays beside a line, for who reads it here."""
    if told is None:
        return None
    one = told.override
    return Hand(one.to, told.computed, one.reason, told.is_settled)


def overrides_of(entries: TimeEntryQuerySet) -> dict[int, list[Override]]:
    """Entry id -> what was set by hand on it: one statement."""
    rows = LineOverride.objects.filter(entry__in=entries.order_by().values("pk"))
    found: dict[int, list[Override]] = defaultdict(list)
    fields = "entry_id", "rules", "computed", "minutes", "percent", "is_addon", "reason"
    for entry, rules, computed, minutes, percent, is_addon, reason in rows.order_by(
        "pk"
    ).values_list(*fields):
        found[entry].append(
            Override(
                entry,
                rules_from(rules),
                rate_from(computed),
                minutes,
                Fraction(percent),
                is_addon=is_addon,
                reason=reason,
            )
        )
    return found


def rules_from(text: str) -> tuple[str, ...]:
    """From how they are kept.

    >>> rules_from("avond+overwerk"), rules_from("")
    (('avond', 'overwerk'), ())
    """
    return tuple(text.split("+")) if text else ()


def rate_from(text: str) -> Fraction | None:
    """From how it is kept; nothing is "still to be determined".

    >>> rate_from("400/3"), rate_from("")
    (Fraction(400, 3), None)
    """
    return Fraction(text) if text else None


def rate_kept(rate: Fraction | None) -> str:
    """As `rate_from` reads it back.

    >>> rate_kept(Fraction(150)), rate_kept(None)
    ('150', '')
    """
    return "" if rate is None else str(rate)
