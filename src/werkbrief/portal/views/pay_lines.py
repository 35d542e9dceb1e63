"""Setting a pay line by hand, and letting it go (E60)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.pay import actions
from werkbrief.pay.reads import (
    EntryPay,
    Line,
    SetLine,
    Which,
    pay_of_entry,
    set_lines,
    which,
)
from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_pay import read_setting, write_which
from werkbrief.portal.printing import entry_fields
from werkbrief.staffing.models import Right
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.reads import entries_for
from werkbrief.words.clock import day_of
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week

CONFLICT, UNREADABLE = 409, 422


@dataclass(frozen=True, slots=True)
class Settable:
    """A line as it is computed now, what stands on it, and what goes in its form."""

    line: Line
    stored: SetLine | None
    token: str
    percentage: str
    reason: str
    refusal: Refusal | None
    may_set: bool


@client_page(Right.SET_PAY)
def by_hand(request: ClientRequest, week: Week, entry: int) -> HttpResponse:
    """The lines of one entry, each to be set; what was typed stays when refused."""
    found = _find(request, week, entry)
    if request.method != "POST":
        return _page(request, week, found)
    try:
        actions.set_by_hand(
            entries_for(request.membership).in_week(week),
            found.pk,
            read_setting(request.POST),
            by=request.user,
            at=timezone.now(),
        )
    except Refusal as refusal:
        return _page(request, week, found, refusal)
    return redirect("pay_by_hand", request.client.slug, week, found.pk)


@require_POST
@client_page(Right.SET_PAY)
def back(request: ClientRequest, week: Week, entry: int, override: int) -> HttpResponse:
    """Back to what is computed; twice is harmless."""
    found = _find(request, week, entry)
    scope = entries_for(request.membership).in_week(week)
    try:
        actions.let_go(scope, found.pk, override, by=request.user, at=timezone.now())
    except Refusal as refusal:
        return _page(request, week, found, refusal)
    return redirect("pay_by_hand", request.client.slug, week, found.pk)


def _page(
    request: ClientRequest,
    week: Week,
    entry: TimeEntry,
    refusal: Refusal | None = None,
) -> HttpResponse:
    pay = pay_of_entry(entry)
    stored = set_lines(entry, pay.lines)
    lines = list(_settable(request, entry, pay, stored, refusal))
    shown = {one.stored.id for one in lines if one.stored}
    is_at_line = any(one.refusal for one in lines)
    context = {
        "week": week,
        "entry": entry,
        "day": day_of(entry.start),
        "fields": entry_fields(entry),
        "decision": getattr(entry, "decision", None),
        "pay": pay,
        "lines": lines,
        "loose": [one for one in stored if one.id not in shown],
        "refusal": None if is_at_line else refusal,
    }
    status = 200 if refusal is None else UNREADABLE if refusal.field else CONFLICT
    return render(request, "portal/timesheets/by_hand.html", context, status=status)


def _settable(
    request: ClientRequest,
    entry: TimeEntry,
    pay: EntryPay,
    stored: list[SetLine],
    refusal: Refusal | None,
) -> Iterator[Settable]:
    by_line = {one.which: one for one in stored}
    before = {one.which[:2]: one for one in stored if not one.is_settled}
    is_open = not hasattr(entry, "decision")
    for line in pay.lines:
        place = which(line)
        known, token = by_line.get(place), write_which(place)
        is_typed = refusal is not None and request.POST.get("regel") == token
        rate, reason = _typed(request) if is_typed else _proposed(known, before, place)
        yield Settable(
            line,
            known,
            token,
            rate,
            reason,
            refusal if is_typed else None,
            may_set=is_open or line.is_to_judge,
        )


def _typed(request: ClientRequest) -> tuple[str, str]:
    return request.POST.get("percentage", ""), request.POST.get("reden", "")


def _proposed(
    known: SetLine | None, before: Mapping[tuple[str, bool], SetLine], place: Which
) -> tuple[str, str]:
    """What stands on the line, or stood on it before it changed."""
    one = known or before.get(place[:2])
    return (one.percentage.strip("+%"), one.reason) if one else ("", "")


def _find(request: ClientRequest, week: Week, entry: int) -> TimeEntry:
    entries = entries_for(request.membership).in_week(week).standing()
    related = ("worker", "shift", "decision__by", "assignment__job_function", "client")
    return get_object_or_404(entries.select_related(*related), pk=entry)
