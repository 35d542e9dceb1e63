"""The days worked, for rules that look weeks back: "7 van 13"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ontrafelaar.clock import as_date, day_number, day_of
from ontrafelaar.pack import Pack
from ontrafelaar.shifts import NO_WORK, Facts, Shift


def looks_back(packs: Iterable[Pack]) -> int:
    """So many weeks, at most, does a rule of these look back; mostly none."""
    return max((pack.looks_back for pack in packs), default=0)


def remembered(facts: Facts, shifts: Sequence[Shift], packs: Sequence[Pack]) -> Facts:
    """With the days of these shifts beside those that were known before them.

    A rule looks at the weeks before a shift only, so that all of them may stand here.
    """
    for pack in packs:
        if pack.looks_back:
            break
    else:  # nearly always: `max` over a generator would cost a microsecond a week
        return facts
    return replace(facts, worked_days=_days(shifts) | (facts.worked_days or set()))


def is_known(facts: Facts, shifts: Sequence[Shift], weeks: int) -> bool:
    """Whether the days are known of that many weeks before the last of these shifts."""
    if facts.worked_days is not None or not shifts:
        return True
    first, last = day_number(shifts[0].start), day_number(shifts[-1].start)
    return first <= last - 7 * weeks


def _days(shifts: Iterable[Shift]) -> frozenset[date]:
    """As a shift counts: what goes on without a gap is of the day on which it began."""
    found, until, day = set(), -1, date.min
    for shift in shifts:
        if shift.tags & NO_WORK or not (shift.has_times or shift.net):
            continue
        if not shift.has_times:
            found.add(day_of(shift.start))
            continue
        day = day if shift.start == until else as_date(day_number(shift.start))
        found.add(day)
        until = shift.end
    return frozenset(found)
