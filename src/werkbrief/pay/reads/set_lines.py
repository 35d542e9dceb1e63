"""What was set by hand on one entry: by whom, why, and whether it still fits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from werkbrief.pay.models import LineOverride
from werkbrief.pay.reads.by_hand import rate_from, rate_kept, rules_from
from werkbrief.pay.reads.law import rule_in_words
from werkbrief.pay.reads.lines import BASE_LABEL, Line, percentage
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.clock import duration
from werkbrief.words.tongues import say

Which = tuple[str, bool, str, int]


@dataclass(frozen=True, slots=True)
class SetLine:
    """A stored override, and the line that it was about as it was then.

    Not settled is "te beoordelen": that line is no longer what it was.
    """

    id: int
    hours: str
    label: str
    computed: str
    percentage: str
    reason: str
    by: str
    at: datetime
    which: Which
    is_settled: bool


def which(line: Line) -> Which:
    """How a line is known while nobody changes what it is computed from."""
    return "+".join(line.rules), line.is_addon, rate_kept(line.computed), line.minutes


def which_of(row: LineOverride) -> Which:
    return row.rules, row.is_addon, row.computed, row.minutes


def set_lines(entry: TimeEntry, lines: Iterable[Line]) -> list[SetLine]:
    """One statement; `lines` are those of this entry as they are computed now."""
    now = {which(line) for line in lines}
    return [
        SetLine(
            id=row.pk,
            hours=duration(row.minutes),
            label=" + ".join(map(rule_in_words, rules_from(row.rules)))
            or say(BASE_LABEL),
            computed=percentage(rate_from(row.computed), is_addon=row.is_addon),
            percentage=percentage(Fraction(row.percent), is_addon=row.is_addon),
            reason=row.reason,
            by=str(row.by),
            at=row.at,
            which=which_of(row),
            is_settled=which_of(row) in now,
        )
        for row in LineOverride.objects.filter(entry=entry)
        .select_related("by")
        .order_by("pk")
    ]
