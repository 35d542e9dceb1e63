"""Asking to put judged hours right, instead of a phone call (S6.2)."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_check import read_proposal
from werkbrief.portal.printing import entry_fields
from werkbrief.staffing.models import Right
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import CorrectionRequest, TimeEntry
from werkbrief.timesheets.reads import corrections_for, entries_for, listed
from werkbrief.ui.answers import CONFLICT, status_of
from werkbrief.words.clock import day_of
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week


@client_page(Right.APPROVE)
def ask(request: ClientRequest, week: Week, entry: int) -> HttpResponse:
    """The form for one entry; what was typed stays when it is refused."""
    found = _find(request, week, entry)
    if request.method != "POST":
        return _form(request, week, found, entry_fields(found))
    try:
        actions.ask_correction(
            entries_for(request.membership),
            found.pk,
            read_proposal(request.POST),
            by=request.user,
            at=timezone.now(),
        )
    except Refusal as refusal:
        return _form(request, week, found, request.POST, refusal)
    return redirect(f"{_check(request, week)}#correcties")


@require_POST
@client_page(Right.APPROVE)
def withdrawal(request: ClientRequest, week: Week, correction: int) -> HttpResponse:
    """Taking it back twice is harmless: it is gone, and the list says so."""
    scope = corrections_for(request.membership)
    get_object_or_404(scope, pk=correction)
    try:
        actions.withdraw_correction(
            scope, correction, by=request.user, at=timezone.now()
        )
    except Refusal as refusal:
        return _refused(request, week, refusal)
    return redirect(f"{_check(request, week)}#correcties")


def _form(
    request: ClientRequest,
    week: Week,
    entry: TimeEntry,
    typed: object,
    refusal: Refusal | None = None,
) -> HttpResponse:
    context = {
        "week": week,
        "entry": entry,
        "day": day_of(entry.start),
        "decision": getattr(entry, "decision", None),
        "fields": entry_fields(entry),
        "typed": typed,
        "refusal": refusal,
        "earlier": listed(
            CorrectionRequest.objects.filter(entry=entry).order_by("-at")
        ),
    }
    return render(
        request, "portal/check/correction.html", context, status=status_of(refusal)
    )


def _refused(request: ClientRequest, week: Week, refusal: Refusal) -> HttpResponse:
    context = {"week": week, "refusal": refusal, "back": _check(request, week)}
    return render(request, "portal/check/refused.html", context, status=CONFLICT)


def _check(request: ClientRequest, week: Week) -> str:
    """Where to go on: the check, or the hours for who may not see it."""
    name = "check" if request.membership.may(Right.SEE_CHECK) else "timesheets"
    return reverse(name, args=[request.client.slug, week])


def _find(request: ClientRequest, week: Week, entry: int) -> TimeEntry:
    entries = entries_for(request.membership).in_week(week).standing()
    related = ("worker", "shift", "decision__by", "assignment__job_function")
    return get_object_or_404(entries.select_related(*related), pk=entry)
