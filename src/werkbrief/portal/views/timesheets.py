"""The Werkbriefjes screen: the week, one entry, and the workbook."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from werkbrief.exchange.workbooks import week_workbook
from werkbrief.journal.reads import history
from werkbrief.pay.reads import (
    findings_of_entry,
    hour_types_of,
    pay_of_entry,
    pay_of_week,
)
from werkbrief.planning.reads import absent_among
from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_timesheets import read_filters, read_typed
from werkbrief.portal.printing import (
    entry_fields,
    filter_choices,
    print_rows,
    print_totals,
    time_to_go,
    told,
)
from werkbrief.staffing.models import Right
from werkbrief.timesheets.actions import retimed
from werkbrief.timesheets.models import Reason, TimeEntry
from werkbrief.timesheets.reads import State, entries_for, manual_in_week, week_sheet
from werkbrief.ui.answers import XLSX
from werkbrief.words.clock import day_of
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week


@client_page(Right.SEE_TIMESHEETS)
def start(request: ClientRequest) -> HttpResponse:
    """The week to pass on now: last week."""
    last = Week.of(timezone.localdate()).previous
    return redirect("timesheets", request.client.slug, last)


@client_page(Right.SEE_TIMESHEETS)
def week(request: ClientRequest, week: Week) -> HttpResponse:
    filters = read_filters(request.GET)
    sheet = week_sheet(request.membership, week, filters)
    today = timezone.localdate()
    context = {
        "week": week,
        "today": today,
        "this_week": Week.of(today),
        "last_week": Week.of(today).previous,
        "filters": filters,
        "query": request.GET.urlencode(),
        "has_rows": bool(sheet.groups),
        "rows": print_rows(sheet),
        "totals": print_totals(sheet),
        "waiting": sheet.count(State.OPEN, State.CHANGED),
        "done": sheet.count(State.APPROVED, State.REJECTED),
        "approved": sheet.approved_minutes,
        "choices": filter_choices(sheet.places, filters),
        **time_to_go(request.client, week, timezone.localtime()),
        "reasons": Reason.choices,
        "manual": manual_in_week(request.membership, week),
    }
    return render(request, "portal/timesheets/week.html", context)


@client_page(Right.SEE_TIMESHEETS)
def entry(request: ClientRequest, week: Week, entry: int) -> HttpResponse:
    """The dialog of one entry."""
    found = _find(request, week, entry)
    away = absent_among({found.worker_id}, {day_of(found.start)})
    context = {
        "week": week,
        "entry": found,
        "day": day_of(found.start),
        "fields": entry_fields(found),
        "decision": getattr(found, "decision", None),
        "is_absent": bool(away),
        **_why(found),
        "comments": found.comments.select_related("by"),
        "happenings": [
            told(line) for line in history("timesheets.timeentry", found.pk)
        ],
    }
    return render(request, "portal/timesheets/_entry.html", context)


@client_page(Right.CHANGE)
def preview(request: ClientRequest, week: Week, entry: int) -> HttpResponse:
    """What the typed fields would make of this entry and its pay; stores nothing."""
    found = _find(request, week, entry)
    context: dict[str, object] = {"week": week, "entry": found}
    try:
        found.start, found.end, found.break_minutes = retimed(
            found, read_typed(request.POST)
        )
    except Refusal as refusal:
        context["refusal"] = refusal
        return render(request, "portal/timesheets/_pay.html", context, status=422)
    context |= {"fields": entry_fields(found), **_why(found)}
    return render(request, "portal/timesheets/_pay.html", context)


@client_page(Right.EXPORT)
def workbook(request: ClientRequest, week: Week) -> HttpResponse:
    """What is on screen as a workbook: week and filters (S5.4.2)."""
    if not request.membership.may(Right.SEE_TIMESHEETS):
        raise Http404
    sheet = week_sheet(request.membership, week, read_filters(request.GET))
    paid = pay_of_week(request.membership, week)
    content = week_workbook(sheet, paid, hour_types_of(request.client.agency))
    name = f"werkbriefjes-{request.client.slug}-{week}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


def _why(entry: TimeEntry) -> dict[str, object]:
    """Its pay with that of the whole week, and what the law says of it."""
    told = findings_of_entry(entry)
    return {
        "pay": pay_of_entry(entry),
        "findings": [one for one in told if one.is_judged],
        "unjudged": [one for one in told if not one.is_judged],
    }


def _find(request: ClientRequest, week: Week, entry: int) -> TimeEntry:
    entries = entries_for(request.membership).in_week(week).standing()
    related = ("worker", "shift", "decision__by", "assignment__job_function")
    return get_object_or_404(entries.select_related(*related), pk=entry)
