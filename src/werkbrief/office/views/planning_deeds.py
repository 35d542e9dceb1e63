"""Deeds in the planner's grid: plan, change, cancel, move, absence, undo.

The answer holds the rows that were touched, drawn anew, and the totals; a refusal
holds the rows too, so that nobody goes on with what is no longer there. Untouched hours
follow at once; hours that somebody touched don't, and show as a difference.
"""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import NamedTuple, TypedDict

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.accounts.models import User
from werkbrief.office.access import AgencyRequest, agency_page, client_of
from werkbrief.office.forms_planning import (
    is_extra,
    read_assignment,
    read_cells,
    read_filters,
    read_many,
    read_number,
    read_span,
    read_spot,
    read_typed,
)
from werkbrief.office.navigation import PLANNERS
from werkbrief.office.printing_planning import Printer
from werkbrief.office.views.planning import progress, requests_of
from werkbrief.pay.reads import findings_of_plan
from werkbrief.planning import actions
from werkbrief.planning.actions import PlanOutcome
from werkbrief.planning.models import Shift
from werkbrief.planning.reads import roster
from werkbrief.staffing.models import Client
from werkbrief.timesheets.actions import follow
from werkbrief.timesheets.reads import differences
from werkbrief.ui.answers import status_of
from werkbrief.words.clock import day_of
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week

FIELDS = {"break": "pauze", "assignments": "plaatsing"}
# More warnings than these are found by their marks.
SPOKEN = 2


class Done(NamedTuple):
    """What a deed did: the sentence for the toast, and what can be undone."""

    sentence: str
    undoable: int | None = None
    warns: bool = False


class Who(TypedDict):
    """Who does it, and when."""

    by: User
    at: datetime


Rows = Collection[int]
Deed = Callable[[AgencyRequest, Client, Week], Done]


@require_POST
@agency_page(*PLANNERS)
def shifts(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """A new shift in a cell, other times for one, or one that lapses."""
    found = client_of(request, client)
    spot = read_spot(request.POST, found, week)
    return _do(request, found, week, {spot[0]}, _put)


@require_POST
@agency_page(*PLANNERS)
def cells(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """The same times in many cells, or everything in them lapses."""
    found = client_of(request, client)
    try:
        rows = {number for number, _ in read_many(request.POST, found, week).seen}
    except Refusal as refusal:
        return answer(request, found, week, (), refusal)
    return _do(request, found, week, rows, _put_all)


@require_POST
@agency_page(*PLANNERS)
def moves(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """A shift to another day or another worker; or a copy of it."""
    found = client_of(request, client)
    spot = read_spot(request.POST, found, week)
    to = read_spot(request.POST, found, week, "naar_")
    return _do(request, found, week, {spot[0], to[0]}, _move)


@require_POST
@agency_page(*PLANNERS)
def absences(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """Away from and until, or there after all; why is not asked."""
    found = client_of(request, client)
    worker = read_assignment(request.POST, found).worker_id
    rows = found.assignments.filter(worker=worker).values_list("pk", flat=True)
    return _do(request, found, week, set(rows), _absence)


@require_POST
@agency_page(*PLANNERS)
def undoings(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """One's own last deed, as long as nobody went on with it."""
    found = client_of(request, client)
    number = read_number(request.POST, "daad")
    try:
        undone = actions.undo(found, number, by=request.user, at=timezone.now())
    except Refusal as refusal:
        return answer(request, found, week, (), refusal)
    _follow(found, undone.shifts)
    rows = {one.assignment_id for one in undone.shifts}
    theirs = found.assignments.filter(worker__in=undone.workers)
    rows |= set(theirs.values_list("pk", flat=True))
    return answer(request, found, week, rows, Done("Ongedaan gemaakt."))


def _do(
    request: AgencyRequest, client: Client, week: Week, rows: Rows, deed: Deed
) -> HttpResponse:
    try:
        done = deed(request, client, week)
    except Refusal as refusal:
        return answer(request, client, week, rows, refusal)
    return answer(request, client, week, rows, done)


def _put(request: AgencyRequest, client: Client, week: Week) -> Done:
    post, who = request.POST, Who(by=request.user, at=timezone.now())
    spot = read_spot(post, client, week)
    cells = read_cells(post, client, spot)
    shift = 0 if is_extra(post) else read_number(post, "dienst")
    if post.get("daad") == "vervalt":
        done = actions.cancel(cells, shift, **who)
        return told(client, week, done, "Dienst vervallen.")
    done = actions.put(cells, read_typed(post), shift=shift or None, **who)
    return told(client, week, done, "Dienst gewijzigd." if shift else "Ingepland.")


def _put_all(request: AgencyRequest, client: Client, week: Week) -> Done:
    post, who = request.POST, Who(by=request.user, at=timezone.now())
    chosen = read_many(post, client, week)
    if post.get("daad") == "vervalt":
        done = actions.cancel_all(chosen, **who)
        return told(client, week, done, f"{len(done.cancelled)} diensten vervallen.")
    done = actions.put_all(chosen, read_typed(post), **who)
    count = len(done.created) + len(done.changed)
    return told(client, week, done, f"{count} diensten ingepland of gewijzigd.")


def _move(request: AgencyRequest, client: Client, week: Week) -> Done:
    post, who = request.POST, Who(by=request.user, at=timezone.now())
    spot, to = (read_spot(post, client, week, prefix) for prefix in ("", "naar_"))
    shift, cells = read_number(post, "dienst"), read_cells(post, client, spot, to)
    if post.get("daad") == "kopie":
        done = actions.copy(cells, shift, to, **who)
        return told(client, week, done, "Gekopieerd.")
    done = actions.move(cells, shift, to, **who)
    return told(client, week, done, "Verplaatst.")


def _absence(request: AgencyRequest, client: Client, _week: Week) -> Done:
    worker = read_assignment(request.POST, client).worker
    first, last = read_span(request.POST)
    is_back = request.POST.get("daad") == "aanwezig"
    tell = actions.tell_present if is_back else actions.tell_absent
    event = tell(worker, first, last, by=request.user, at=timezone.now())
    sentence = f"{worker.name} is {'aanwezig' if is_back else 'afwezig'}."
    return Done(sentence, event.pk if event else None)


def told(client: Client, week: Week, done: PlanOutcome, sentence: str) -> Done:
    """What was done, what the law says of it, and the hours after it."""
    if done.event is None:
        return Done("Niets gewijzigd: zo stond het er al.")
    moved = [*done.created, *done.changed]
    _follow(client, [*moved, *done.cancelled])
    law = findings_of_plan(client, week, {one.worker_id for one in moved})
    said = {one.sentence for shift in moved for one in law.get(shift.pk, ())}
    if len(said) > SPOKEN:
        sentence = f"{sentence} Let op: {len(said)} waarschuwingen, zie de driehoekjes."
    elif said:
        sentence = f"{sentence} Let op: {' '.join(sorted(said))}"
    return Done(sentence, done.event.pk, warns=bool(said))


def _follow(client: Client, moved: Collection[Shift]) -> None:
    weeks = {Week.of(day_of(one.start)) for one in moved}
    follow(client, sorted(weeks), at=timezone.now())


def answer(
    request: AgencyRequest,
    client: Client,
    week: Week,
    rows: Rows | None,
    said: Done | Refusal | None = None,
) -> HttpResponse:
    """The touched rows anew, or the whole sheet, with the totals.

    And what there is to say; nothing when somebody else did it.
    """
    shown = roster(client, week, read_filters(request.GET))
    refusal = said if isinstance(said, Refusal) else None
    printer = Printer(shown, differences(client, week))
    context = {
        "week": week,
        "sheet": printer.sheet() if rows is None else "",
        "pieces": "" if rows is None else printer.pieces(rows),
        "said": said,
        "outcome": None if refusal else said,
        "requests": requests_of(shown),
        "client": client,
        "refusal": refusal,
        "field": FIELDS.get(refusal.field, refusal.field) if refusal else "",
        **progress(shown),
    }
    return render(
        request, "office/planning/_answer.html", context, status=status_of(refusal)
    )
