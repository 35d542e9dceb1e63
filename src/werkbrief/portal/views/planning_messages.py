"""Planning messages: the dialog, sending and withdrawing (S3.12-S3.14)."""

from dataclasses import replace
from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from werkbrief.planning import actions
from werkbrief.planning.actions import Proposal
from werkbrief.planning.models import About, MessageKind
from werkbrief.planning.reads import messages_for, shifts_for, usual_week
from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_planning import (
    read_from,
    read_kind,
    read_pattern,
    read_subject,
    read_text,
    read_times,
)
from werkbrief.portal.printing_planning import pattern_fields, times_fields
from werkbrief.portal.views.planning_answers import answer, refuse
from werkbrief.staffing.models import Right
from werkbrief.staffing.reads import assignments_for
from werkbrief.words.clock import day_of
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week

KINDS = {
    About.SHIFT: tuple(MessageKind),
    About.WORKER: tuple(MessageKind),
    About.DAY: (MessageKind.OTHER_TIMES, MessageKind.NO_SHOW, MessageKind.REMARK),
}


@require_GET
@client_page(Right.SEE_PLANNING)
def new(request: ClientRequest, week: Week) -> HttpResponse:
    """The dialog about a shift, a worker's week or a day."""
    try:
        subject = _subject(request, week)
    except Refusal as refusal:
        return refuse(request, refusal)
    today = timezone.localdate()
    context = {
        "week": week,
        "subject": subject,
        "kinds": KINDS[subject.about],
        "fields": times_fields(subject.shift),
        "pattern": pattern_fields(week, _usual(request, week, subject)),
        "from": max(week.next.monday, today),
        "today": today,
    }
    return render(request, "portal/planning/_message.html", context)


@require_POST
@client_page(Right.SEE_PLANNING)
def messages(request: ClientRequest, week: Week) -> HttpResponse:
    """Send one."""
    try:
        proposal = _proposal(request, week)
        actions.send(
            proposal,
            client=request.client,
            scope=shifts_for(request.membership),
            by=request.user,
            at=timezone.now(),
        )
    except Refusal as refusal:
        return refuse(request, refusal)
    rows = {proposal.assignment.pk} if proposal.assignment else None
    return answer(request, week, say("Verstuurd naar het bureau."), rows=rows)


@require_POST
@client_page(Right.SEE_PLANNING)
def withdrawals(request: ClientRequest, week: Week, message: int) -> HttpResponse:
    """Take back one's own message."""
    mine = messages_for(request.membership).filter(by=request.user)
    found = get_object_or_404(mine, pk=message)
    try:
        actions.withdraw(found, by=request.user, at=timezone.now())
    except Refusal as refusal:
        return refuse(request, refusal)
    return answer(request, week, say("Ingetrokken."))


def _subject(request: ClientRequest, week: Week) -> Proposal:
    return read_subject(
        request.GET if request.method == "GET" else request.POST,
        week,
        shifts_for(request.membership).in_week(week).standing(),
        assignments_for(request.membership),
    )


def _usual(
    request: ClientRequest, week: Week, subject: Proposal
) -> dict[date, list[tuple[int, int, int]]]:
    """The usual week of this worker; without one, the week as planned."""
    assignment = subject.assignment
    if assignment is None:
        return {}
    days = usual_week(request.client, week)
    usual = {day: found for (one, day), found in days.items() if one == assignment.pk}
    if usual:
        return usual
    shifts = shifts_for(request.membership).in_week(week).standing()
    planned = shifts.filter(assignment=assignment).order_by("-start")
    return {
        day_of(start): [(start, end, pause)]
        for start, end, pause in planned.values_list("start", "end", "break_minutes")
    }


def _proposal(request: ClientRequest, week: Week) -> Proposal:
    subject, kind = _subject(request, week), read_kind(request.POST)
    if kind not in KINDS[subject.about]:
        raise Refusal(say("Kies eerst wat er gemeld wordt."), field="soort")
    proposal = replace(subject, kind=kind, text=read_text(request.POST))
    if kind == MessageKind.OTHER_TIMES:
        return replace(proposal, times=read_times(request.POST))
    if kind == MessageKind.OTHER_PATTERN:
        return replace(
            proposal,
            day=read_from(request.POST, timezone.localdate()),
            pattern=read_pattern(request.POST),
        )
    return proposal
