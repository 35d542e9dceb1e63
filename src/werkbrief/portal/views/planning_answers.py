"""What the schedule says back: the pieces that changed, drawn anew, or a refusal."""

from collections.abc import Collection

from django.http import HttpResponse
from django.shortcuts import render

from werkbrief.planning.reads import Schedule, messages_for, notes_of, week_schedule
from werkbrief.portal.access import ClientRequest
from werkbrief.portal.forms_timesheets import read_place_filters
from werkbrief.portal.printing_planning import print_pieces, print_schedule, sent_lines
from werkbrief.ui.answers import status_of
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week

# As the rooms name a field, and as it is called in the form.
FIELDS = {"break": "pauze", "text": "tekst", "reason": "reden", "headcount": "aantal"}
FIELDS |= {"pattern": "ma-start"}


def week_context(
    request: ClientRequest, week: Week
) -> tuple[Schedule, dict[str, object]]:
    """What the whole screen and every answer show."""
    filters = read_place_filters(request.GET)
    schedule = week_schedule(request.membership, week, filters)
    told = messages_for(request.membership).filter(
        day__range=(week.monday, week.sunday)
    )
    lines = sent_lines(notes_of(told), schedule.sent, request.user)
    return schedule, {
        "week": week,
        "filters": filters,
        "schedule": schedule,
        "asked": schedule.asked_in_all,
        "minutes": sum(schedule.minutes),
        "sent": lines,
        "waiting": sum(line.waits for line in lines),
    }


def answer(
    request: ClientRequest,
    week: Week,
    sentence: str = "",
    *,
    rows: Collection[int] | None = None,
) -> HttpResponse:
    """These rows with all totals, or the whole sheet where who is on it may differ.

    Without a sentence somebody else did it.
    """
    schedule, context = week_context(request, week)
    context["outcome"] = sentence
    if rows is None:
        context["sheet"] = print_schedule(schedule)
    else:
        context["rows"] = print_pieces(schedule, rows)
    return render(request, "portal/planning/_answer.html", context)


def refuse(request: ClientRequest, refusal: Refusal) -> HttpResponse:
    context = {"refusal": refusal, "field": FIELDS.get(refusal.field, refusal.field)}
    return render(
        request,
        "portal/planning/_refusal.html",
        context,
        status=status_of(refusal),
    )
