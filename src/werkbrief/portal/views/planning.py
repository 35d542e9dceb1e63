"""The Werkplanning screen: the week as planned."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_timesheets import read_place_filters
from werkbrief.portal.printing import filter_choices
from werkbrief.portal.printing_planning import print_schedule
from werkbrief.portal.views.planning_answers import week_context
from werkbrief.staffing.models import Right
from werkbrief.words.weeks import Week


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
