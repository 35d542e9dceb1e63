"""Setting a line by hand, and letting it go: the hours stay, only the rate changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.pay.models import HIGHEST, LOWEST, LineOverride
from werkbrief.pay.reads import pay_of_entry
from werkbrief.pay.reads.by_hand import rate_from
from werkbrief.pay.reads.lines import Line
from werkbrief.pay.reads.set_lines import Which, which, which_of
from werkbrief.pay.refusals import (
    AlreadyComputed,
    OtherwiseComputed,
    TooHigh,
    TooLow,
)
from werkbrief.timesheets.models import TimeEntry, TimeEntryQuerySet
from werkbrief.timesheets.refusals import AlreadyFinal
from werkbrief.words.clock import duration

KIND = "timesheets.timeentry"


@dataclass(frozen=True, slots=True)
class Setting:
    """Which line, as it was on screen; what it is paid from now on, and why."""

    which: Which
    percent: Decimal
    reason: str


@transaction.atomic
def set_by_hand(
    scope: TimeEntryQuerySet,
    entry_id: int,
    setting: Setting,
    *,
    by: User,
    at: datetime,
) -> LineOverride:
    """Pay this line so; what was computed stays beside it.

    On final hours only a line that is to be judged. Twice is once. Raises
    OtherwiseComputed, AlreadyFinal, AlreadyComputed, TooLow or TooHigh.
    """
    entry = _locked(scope, entry_id)
    lines = pay_of_entry(entry).lines
    line = next((one for one in lines if which(one) == setting.which), None)
    if line is None:
        raise OtherwiseComputed
    if hasattr(entry, "decision") and not line.is_to_judge:
        raise AlreadyFinal([entry])
    _refuse(line, setting.percent)
    old = _replaced(entry, setting.which, lines)
    if len(old) == 1 and _is_same(old[0], setting):
        return old[0]
    before = [_told(one) for one in old]
    for one in old:
        one.delete()
    rules, is_addon, computed, minutes = setting.which
    made = LineOverride.objects.create(
        agency_id=entry.agency_id,
        entry=entry,
        rules=rules,
        is_addon=is_addon,
        computed=computed,
        minutes=minutes,
        percent=setting.percent,
        reason=setting.reason,
        by=by,
        at=at,
    )
    deed = Deed(entry.agency_id, by, at, setting.reason)
    trace = Trace(KIND, entry.pk, before[-1] if before else None, _told(made))
    record("pay.set_by_hand", deed, [trace])
    return made


@transaction.atomic
def let_go(
    scope: TimeEntryQuerySet, entry_id: int, override_id: int, *, by: User, at: datetime
) -> None:
    """Back to what is computed; gone already is no matter. Raises AlreadyFinal."""
    entry = _locked(scope, entry_id)
    found = LineOverride.objects.filter(entry=entry, pk=override_id).first()
    if found is None:
        return
    if hasattr(entry, "decision") and _is_settled(found, pay_of_entry(entry).lines):
        raise AlreadyFinal([entry])
    trace = Trace(KIND, entry.pk, _told(found), None)
    found.delete()
    record("pay.let_go", Deed(entry.agency_id, by, at), [trace])


def _locked(scope: TimeEntryQuerySet, entry_id: int) -> TimeEntry:
    """One at a time sets a line of this entry, or judges it."""
    rows = scope.filter(pk=entry_id).select_for_update(of=("self",))
    list(rows.values_list("pk"))
    related = ("decision__by", "worker", "assignment", "client")
    return scope.select_related(*related).get(pk=entry_id)


def _refuse(line: Line, percent: Decimal) -> None:
    if percent > HIGHEST:
        raise TooHigh
    if not line.is_addon and percent < LOWEST:
        raise TooLow
    if percent == line.computed:
        raise AlreadyComputed


def _replaced(
    entry: TimeEntry, wanted: Which, lines: Sequence[Line]
) -> list[LineOverride]:
    """What stood on this line, and what once did and no longer fits any."""
    return [
        one
        for one in LineOverride.objects.filter(
            entry=entry, rules=wanted[0], is_addon=wanted[1]
        ).order_by("pk")
        if one.computed == wanted[2] or not _is_settled(one, lines)
    ]


def _is_settled(one: LineOverride, lines: Sequence[Line]) -> bool:
    return which_of(one) in {which(line) for line in lines}


def _is_same(one: LineOverride, setting: Setting) -> bool:
    return (which_of(one), one.percent, one.reason) == (
        setting.which,
        setting.percent,
        setting.reason,
    )


def _told(one: LineOverride) -> dict[str, Any]:
    """What the journal keeps: readable without the line itself."""
    sign = "+" if one.is_addon else ""
    computed = rate_from(one.computed)
    return {
        "pay_line": f"{duration(one.minutes)} {one.rules or 'normale uren'}",
        "computed": "nog te bepalen" if computed is None else sign + _rate(computed),
        "set_to": sign + _rate(Fraction(one.percent)),
    }


def _rate(percent: Fraction) -> str:
    """Write "128,44%", whoever does it: the journal is Dutch."""
    hundredths = Decimal(round(percent * 100)) / 100
    return f"{hundredths.normalize():f}%".replace(".", ",")
