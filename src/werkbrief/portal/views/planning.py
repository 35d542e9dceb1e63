"""The Werkplanning screen: the week as planned."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from werkbrief.planning.reads import week_schedule
from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_timesheets import read_filters
from werkbrief.portal.printing import filter_choices
from werkbrief.portal.printing_planning import print_schedule
from werkbrief.staffing.models import Right
from werkbrief.words.weeks import Week


@client_page(Right.SEE_PLANNING)
def start(request: ClientRequest) -> HttpResponse:
    """Who works here now: this week."""
    this = Week.of(timezone.localdate())
    return redirect("planning", request.client.slug, this)


@client_page(Right.SEE_PLANNING)
def week(request: ClientRequest, week: Week) -> HttpResponse:
    filters = replace(read_filters(request.GET), hide_planned=False)
    schedule = week_schedule(request.membership, week, filters)
    context = {
        "week": week,
        "today": timezone.localdate(),
        "filters": filters,
        "query": request.GET.urlencode(),
        "schedule": schedule,
        "asked": schedule.asked_in_all,
        "minutes": sum(schedule.minutes),
        "sheet": print_schedule(schedule),
        "choices": filter_choices(schedule.places, filters),
    }
    return render(request, "portal/planning/week.html", context)
