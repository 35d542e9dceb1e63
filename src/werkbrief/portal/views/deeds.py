"""Deeds on a selection: change, approve, reject, remark, undo.

The answer holds the rows that were touched, drawn anew; a refusal holds them too, with
its sentence, so that nobody judges what is no longer there.
"""

from collections.abc import Callable, Collection
from typing import NamedTuple

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_timesheets import (
    read_deed,
    read_filters,
    read_reason,
    read_remark,
    read_selection,
    read_typed,
)
from werkbrief.portal.printing import print_some, print_totals, time_to_go
from werkbrief.staffing.models import Right
from werkbrief.timesheets import actions
from werkbrief.timesheets.actions import Seen
from werkbrief.timesheets.reads import (
    Filters,
    State,
    WeekScope,
    entries_for,
    rows_again,
    week_sheet,
)
from werkbrief.ui.answers import status_of
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say, say_many
from werkbrief.words.weeks import Week

# Undoing asks for the right that the deed itself asks for.
UNDOABLE = {
    "timesheets.changed": Right.CHANGE,
    "timesheets.approved": Right.APPROVE,
    "timesheets.rejected": Right.APPROVE,
}


class Done(NamedTuple):
    """What a deed did: the sentence for the toast, and what can be undone.

    What somebody else did has no sentence.
    """

    sentence: str
    undoable: int | None = None
    moves_totals: bool = True


Deed = Callable[[ClientRequest, WeekScope, Seen], Done]


@require_POST
@client_page(Right.CHANGE)
def changes(request: ClientRequest, week: Week) -> HttpResponse:
    return _do(request, week, _change)


@require_POST
@client_page(Right.APPROVE)
def approvals(request: ClientRequest, week: Week) -> HttpResponse:
    return _do(request, week, _approve)


@require_POST
@client_page(Right.APPROVE)
def rejections(request: ClientRequest, week: Week) -> HttpResponse:
    return _do(request, week, _reject)


@require_POST
@client_page(Right.SEE_TIMESHEETS)
def comments(request: ClientRequest, week: Week) -> HttpResponse:
    return _do(request, week, _comment)


@require_POST
@client_page(Right.SEE_TIMESHEETS)
def undoings(request: ClientRequest, week: Week) -> HttpResponse:
    """Undoing one's own last deed; the server says whether the moment has passed."""
    entries = entries_for(request.membership).in_week(week)
    verbs = [verb for verb, right in UNDOABLE.items() if request.membership.may(right)]
    try:
        undone = actions.undo(
            entries,
            read_deed(request.POST),
            by=request.user,
            at=timezone.now(),
            verbs=verbs,
        )
    except Refusal as refusal:
        return answer(request, week, (), refusal=refusal)
    ids = [entry.pk for entry in undone]
    return answer(request, week, ids, done=Done(say("Ongedaan gemaakt.")))


def _do(request: ClientRequest, week: Week, deed: Deed) -> HttpResponse:
    scope = WeekScope.of(request.membership, week)
    seen: Seen = {}
    try:
        seen = read_selection(request.POST)
        done = deed(request, scope, seen)
    except Refusal as refusal:
        return answer(request, week, seen, refusal=refusal)
    return answer(request, week, seen, done=done)


def _change(request: ClientRequest, scope: WeekScope, seen: Seen) -> Done:
    typed = read_typed(request.POST)
    if not typed:
        raise Refusal(
            say("Er is nog niets ingevuld. Vul minstens één veld in."), field="start"
        )
    event = actions.change(scope, seen, typed, by=request.user, at=timezone.now())
    if event is None:
        sentence = say("Niets gewijzigd: deze uren stonden er al.")
        return Done(sentence, moves_totals=False)
    sentence = say_many(
        "%(count)s werkbriefje opgeslagen.",
        "%(count)s werkbriefjes opgeslagen.",
        len(seen),
    )
    return Done(sentence, event.pk, moves_totals=False)


def _approve(request: ClientRequest, scope: WeekScope, seen: Seen) -> Done:
    event = actions.approve(scope, seen, by=request.user, at=timezone.now())
    sentence = say_many(
        "%(count)s werkbriefje goedgekeurd.",
        "%(count)s werkbriefjes goedgekeurd.",
        len(seen),
    )
    return Done(sentence, event.pk if event else None)


def _reject(request: ClientRequest, scope: WeekScope, seen: Seen) -> Done:
    reason = read_reason(request.POST)
    event = actions.reject(scope, seen, reason, by=request.user, at=timezone.now())
    sentence = say_many(
        "%(count)s werkbriefje afgekeurd.",
        "%(count)s werkbriefjes afgekeurd.",
        len(seen),
    )
    return Done(sentence, event.pk if event else None)


def _comment(request: ClientRequest, scope: WeekScope, seen: Seen) -> Done:
    text, entries = read_remark(request.POST), scope.entries().standing()
    actions.comment(entries, seen, text, by=request.user, at=timezone.now())
    sentence = say_many(
        "%(count)s werkbriefje van een opmerking voorzien.",
        "%(count)s werkbriefjes van een opmerking voorzien.",
        len(seen),
    )
    return Done(sentence, moves_totals=False)


def answer(
    request: ClientRequest,
    week: Week,
    seen: Collection[int],
    *,
    done: Done | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """The touched rows anew; totals and progress only when they can have moved."""
    filters = read_filters(request.GET)
    context: dict[str, object] = {"outcome": done, "refusal": refusal}
    if done is not None and done.moves_totals:
        context |= _whole(request, week, filters, seen)
    else:
        hidden = filters.hide_planned
        rows = rows_again(request.membership, week, seen, hide_planned=hidden)
        context["rows"] = print_some(rows)
    # Without the request: nothing here asks for the menu or for who is signed in.
    html = render_to_string("portal/timesheets/_answer.html", context)
    return HttpResponse(html, status=status_of(refusal))


def _whole(
    request: ClientRequest, week: Week, filters: Filters, seen: Collection[int]
) -> dict[str, object]:
    """The rows, and what is counted over all that is on screen."""
    sheet = week_sheet(request.membership, week, filters)
    entries = entries_for(request.membership).in_week(week).filter(pk__in=list(seen))
    touched = set(entries.values_list("assignment_id", flat=True))
    return {
        "rows": print_some(row for row in sheet.rows if row.id in touched),
        "totals": print_totals(sheet),
        "waiting": sheet.count(State.OPEN, State.CHANGED),
        "done": sheet.count(State.APPROVED, State.REJECTED),
        "approved": sheet.approved_minutes,
        "is_whole": True,
        "has_rows": bool(sheet.groups),
        **time_to_go(request.client, week, timezone.localtime()),
    }
