"""The office plans: which clients, one client's week, and one cell of it."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from werkbrief.office.access import AgencyRequest, agency_page, client_of
from werkbrief.office.forms_planning import (
    read_assignment,
    read_day_of,
    read_filters,
)
from werkbrief.office.navigation import PLANNERS
from werkbrief.office.printing_planning import Printer, filter_choices
from werkbrief.pay.reads import findings_of_plan
from werkbrief.planning.models import Absence
from werkbrief.planning.reads import (
    Request,
    Roster,
    absent_on,
    planned_weeks,
    roster,
    usual_week,
)
from werkbrief.planning.reads.proposals import stamp
from werkbrief.staffing.models import Assignment, Client
from werkbrief.timesheets.reads import differences
from werkbrief.words.clock import clock, day_of, duration, midnight
from werkbrief.words.weeks import Week, short_day


@agency_page(*PLANNERS)
@require_safe
def today(_request: AgencyRequest) -> HttpResponse:
    return redirect("office_planning_week", Week.of(timezone.localdate()))


@agency_page(*PLANNERS)
@require_safe
def clients(request: AgencyRequest, week: Week) -> HttpResponse:
    """Every client with how far its planning is."""
    context = {
        "week": week,
        "this_week": Week.of(timezone.localdate()),
        "lines": planned_weeks(request.agency, week),
    }
    return render(request, "office/planning/clients.html", context)


@agency_page(*PLANNERS)
@require_safe
def week(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """The grid of one client."""
    found = client_of(request, client)
    filters = read_filters(request.GET)
    shown = roster(found, week, filters)
    today = timezone.localdate()
    context = {
        "week": week,
        "client": found,
        "today": today,
        "this_week": Week.of(today),
        "deeds": reverse("office_planning_client", args=[week, found.slug]),
        "query": request.GET.urlencode(),
        "filters": filters,
        "choices": filter_choices(shown.schedule.places, filters),
        "sheet": Printer(shown, differences(found, week)).sheet(),
        "requests": requests_of(shown),
        **progress(shown),
    }
    return render(request, "office/planning/week.html", context)


@agency_page(*PLANNERS)
@require_safe
def warnings(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """The marks of the law for the shifts on screen; drawn after the week itself."""
    found = findings_of_plan(client_of(request, client), week)
    told = [(pk, [one.sentence for one in law]) for pk, law in found.items()]
    return render(request, "office/planning/_warnings.html", {"warnings": told})


@agency_page(*PLANNERS)
@require_safe
def cell(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """The dialog of one worker on one day."""
    found = client_of(request, client)
    assignment = read_assignment(request.GET, found)
    day = read_day_of(request.GET, week)
    away = absent_on(assignment.worker, day)
    usual = usual_week(found, week).get((assignment.pk, day), [])
    context = {
        "week": week,
        "assignment": assignment,
        "day": day,
        "deeds": reverse("office_planning_client", args=[week, found.slug]),
        "is_placed": assignment.starts_on <= day
        and (assignment.ends_on is None or day <= assignment.ends_on),
        "usual": _fields(*usual[0]) if usual else {},
        "is_away": away is not None,
        "away": _told(away) if away else "",
        "until": (away.ends_on if away else day) or "",
        **_shifts(found, week, assignment, day),
    }
    return render(request, "office/planning/_cell.html", context)


def progress(shown: Roster) -> dict[str, object]:
    """How far the planning of what is on screen is."""
    schedule = shown.schedule
    at_work = {row.worker_id for row in schedule.rows if any(row.cells)}
    return {
        "schedule": schedule,
        "planned": len(at_work),
        "hours": duration(sum(schedule.minutes)),
        "asked": schedule.asked_in_all,
    }


def requests_of(shown: Roster) -> list[tuple[date, str, Request]]:
    """What was asked for this week: the day, where, and how far it is filled."""
    asked = [one for one in shown.schedule.requests if one.stands]
    return [
        (day_of(one.start), " · ".join(part for part in one.place if part), one)
        for one in sorted(asked, key=lambda one: (not one.open, one.start, one.id))
    ]


def _shifts(
    client: Client, week: Week, assignment: Assignment, day: date
) -> dict[str, object]:
    law = findings_of_plan(client, week, {assignment.worker_id})
    hours = {one.shift: one for one in differences(client, week) if not one.is_gone}
    shifts = client.shifts.standing().filter(
        assignment=assignment,
        start__gte=midnight(day),
        start__lt=midnight(day + timedelta(days=1)),
    )
    return {
        "stamp": stamp(shifts),
        "shifts": [
            _fields(one.start, one.end, one.break_minutes)
            | {
                "pk": one.pk,
                "differs": hours.get(one.pk),
                "warnings": [found.sentence for found in law.get(one.pk, ())],
            }
            for one in shifts.order_by("start", "pk")
        ],
    }


def _fields(start: int, end: int, pause: int) -> dict[str, object]:
    return {"start": clock(start), "end": clock(end), "pause": pause}


def _told(away: Absence) -> str:
    until = (
        f"tot en met {short_day(away.ends_on)}" if away.ends_on else "tot nader order"
    )
    return f"Vanaf {short_day(away.starts_on)} {until}."
