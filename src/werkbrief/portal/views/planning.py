"""The Werkplanning screen: the week as planned."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from werkbrief.journal.reads import unheard
from werkbrief.planning.reads import plan_news
from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_timesheets import read_place_filters
from werkbrief.portal.printing import filter_choices
from werkbrief.portal.printing_planning import print_schedule
from werkbrief.portal.views.planning_answers import answer, week_context
from werkbrief.staffing.models import Right
from werkbrief.ui.news import NOTHING, read_asked
from werkbrief.words.weeks import Week

# An import that is taken back plans too.
ROOMS = ("planning", "exchange")


@client_page(Right.SEE_PLANNING)
def start(request: ClientRequest) -> HttpResponse:
    """Who works here now: this week."""
    this = Week.of(timezone.localdate())
    return redirect("planning", request.client.slug, this)


@client_page(Right.SEE_PLANNING)
def week(request: ClientRequest, week: Week) -> HttpResponse:
    schedule, context = week_context(request, week)
    context |= {
        "today": timezone.localdate(),
        "query": request.GET.urlencode(),
        "sheet": print_schedule(schedule),
        "choices": filter_choices(schedule.places, read_place_filters(request.GET)),
    }
    return render(request, "portal/planning/week.html", context)


@client_page(Right.SEE_PLANNING)
def news(request: ClientRequest, week: Week) -> HttpResponse:
    """What was planned or told since it was drawn; 204 when nothing was."""
    asked = read_asked(request.GET, timezone.now())
    new = unheard(request.client.agency_id, asked.since, asked.mark, ROOMS)
    told = plan_news(request.client, week, new)
    response = HttpResponse(status=NOTHING)
    if asked.is_whole or told:
        response = answer(request, week, rows=None if asked.is_whole else told.rows)
    response["X-Stand"], response["X-Moment"] = asked.answered(new.mark)
    return response
