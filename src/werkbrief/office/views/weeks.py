"""One client's week from the agency's side: look, look along, take a judgement back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from werkbrief.journal.reads import history
from werkbrief.office.access import AgencyRequest, agency_page, client_of
from werkbrief.office.forms_weeks import read_why
from werkbrief.office.navigation import PLANNERS
from werkbrief.office.printing import print_week
from werkbrief.office.telling import tell
from werkbrief.staffing.actions import look_along
from werkbrief.staffing.models import Client, Membership
from werkbrief.staffing.reads import LOOKING_AT
from werkbrief.timesheets.actions import reopen
from werkbrief.timesheets.models import TimeEntry, TimeEntryQuerySet
from werkbrief.timesheets.reads import State, week_sheet
from werkbrief.ui.answers import status_of
from werkbrief.words.clock import clock, day_of, duration
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week


@agency_page()
@require_safe
def week(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """The same sheet that the client has, without a button."""
    found = client_of(request, client)
    sheet = week_sheet(Membership(user=request.user, client=found), week)
    context = {
        "week": week,
        "client": found,
        "rows": print_week(sheet, found.slug),
        "is_empty": not sheet.groups,
        "counts": [
            ("open", sheet.count(State.OPEN)),
            ("gewijzigd", sheet.count(State.CHANGED)),
            ("goedgekeurd", sheet.count(State.APPROVED)),
            ("afgekeurd", sheet.count(State.REJECTED)),
            ("afwezig", sheet.count(State.ABSENT)),
        ],
        "approved": duration(sheet.approved_minutes),
        "may_plan": request.role in PLANNERS,
    }
    return render(request, "office/weeks/week.html", context)


@agency_page()
@require_safe
def entry(request: AgencyRequest, week: Week, client: str, entry: int) -> HttpResponse:
    found = client_of(request, client)
    return _entry_page(request, week, found, entry)


@agency_page(*PLANNERS)
@require_POST
def reopening(
    request: AgencyRequest, week: Week, client: str, entry: int
) -> HttpResponse:
    """Open again, with a reason; the one who judged finds it among the open ones."""
    found = client_of(request, client)
    get_object_or_404(_entries(found, week), pk=entry)
    try:
        reason = read_why(request.POST)
        opened = reopen(
            _entries(found, week),
            entry,
            reason=reason,
            by=request.user,
            at=timezone.now(),
        )
    except Refusal as refusal:
        return _entry_page(request, week, found, entry, refusal)
    messages.success(request, f"{opened.worker.name}: het werkbriefje staat weer open.")
    return redirect("office_week_entry", week, client, entry)


@agency_page()
@require_POST
def looking(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """From here on the portal's own screens, read-only and marked."""
    found = client_of(request, client)
    look_along(found, by=request.user, at=timezone.now())
    request.session[LOOKING_AT] = found.slug
    return redirect("timesheets", found.slug, week)


@agency_page()
@require_POST
def looking_end(request: AgencyRequest) -> HttpResponse:
    request.session.pop(LOOKING_AT, None)
    return redirect("office")


def _entries(client: Client, week: Week) -> TimeEntryQuerySet:
    return TimeEntry.objects.filter(client=client).in_week(week).standing()


def _entry_page(
    request: AgencyRequest,
    week: Week,
    client: Client,
    pk: int,
    refusal: Refusal | None = None,
) -> HttpResponse:
    related = ("worker", "shift", "decision__by", "assignment__job_function")
    entry = get_object_or_404(_entries(client, week).select_related(*related), pk=pk)
    shift = entry.shift
    planned = shift if shift and not shift.is_cancelled else None
    context = {
        "week": week,
        "client": client,
        "entry": entry,
        "day": day_of(entry.start),
        "times": f"{clock(entry.start)}–{clock(entry.end)}",
        "total": duration(entry.worked_minutes),
        "planned": planned and f"{clock(planned.start)}–{clock(planned.end)}",
        "planned_break": planned and planned.break_minutes,
        "decision": getattr(entry, "decision", None),
        "comments": entry.comments.select_related("by"),
        "told": [tell(line) for line in history("timesheets.timeentry", entry.pk)],
        "refusal": refusal,
        "may_reopen": request.role in PLANNERS,
        "why": request.POST.get("reden", ""),
    }
    return render(
        request, "office/weeks/entry.html", context, status=status_of(refusal)
    )
