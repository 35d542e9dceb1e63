"""A whole week at once, shown first: from another week, or from the base schedules."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from werkbrief.office.access import AgencyRequest, agency_page, client_of
from werkbrief.office.forms_planning import read_week
from werkbrief.office.forms_queues import read_assignments
from werkbrief.office.navigation import PLANNERS
from werkbrief.office.views.planning_deeds import Done, answer, told
from werkbrief.planning import actions
from werkbrief.planning.actions import PlanOutcome
from werkbrief.planning.models import StaffingOrder
from werkbrief.planning.reads import copied_week, filled_week, need_of, roster
from werkbrief.staffing.models import Client
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week

BACK, ON = 8, 2


@agency_page(*PLANNERS)
@require_safe
def copying(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """What would be taken over from another week."""
    found = client_of(request, client)
    source = read_week(request.GET, week.previous)
    context = {
        "week": week,
        "client": found,
        "source": source,
        "near": [week + n for n in range(-BACK, ON + 1) if n],
        "preview": copied_week(found, source, week),
    }
    return render(request, "office/planning/_copying.html", context)


@agency_page(*PLANNERS)
@require_safe
def usual(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """What the base schedules would still add."""
    found = client_of(request, client)
    context = {"week": week, "client": found, "preview": filled_week(found, week)}
    return render(request, "office/planning/_usual.html", context)


@require_POST
@agency_page(*PLANNERS)
def copies(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    found = client_of(request, client)
    weeks = (read_week(request.POST, week.previous), week)
    seen = request.POST.get("gezien", "")
    return _do(
        request,
        found,
        week,
        lambda: actions.copy_week(
            found, weeks, seen, by=request.user, at=timezone.now()
        ),
    )


@require_POST
@agency_page(*PLANNERS)
def fillings(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    found = client_of(request, client)
    seen = request.POST.get("gezien", "")
    return _do(
        request,
        found,
        week,
        lambda: actions.fill_week(
            found, week, seen, by=request.user, at=timezone.now()
        ),
    )


@agency_page(*PLANNERS)
@require_safe
def need(request: AgencyRequest, week: Week, client: str, order: int) -> HttpResponse:
    """One request, with everybody who is free then."""
    found = client_of(request, client)
    asked = _order(found, order)
    requests = roster(found, week).schedule.requests
    filled = next((one.filled for one in requests if one.id == order), None)
    if filled is None:
        raise Http404
    context = {"week": week, "client": found, "need": need_of(asked, filled)}
    return render(request, "office/planning/_filling.html", context)


@require_POST
@agency_page(*PLANNERS)
def assignments(
    request: AgencyRequest, week: Week, client: str, order: int
) -> HttpResponse:
    """Plan the chosen people in for it."""
    found = client_of(request, client)
    asked = _order(found, order)
    return _do(
        request,
        found,
        week,
        lambda: actions.assign(
            asked,
            read_assignments(request.POST, asked),
            by=request.user,
            at=timezone.now(),
        ),
    )


def _order(client: Client, pk: int) -> StaffingOrder:
    related = ("client", "agency", "department", "crew", "job_function", "asked_by")
    return get_object_or_404(client.orders.select_related(*related), pk=pk)


def _do(
    request: AgencyRequest, client: Client, week: Week, deed: Callable[[], PlanOutcome]
) -> HttpResponse:
    try:
        outcome = deed()
    except Refusal as refusal:
        return answer(request, client, week, (), refusal)
    count = len(outcome.created)
    if not count:
        return answer(request, client, week, (), Done("Er viel niets in te plannen."))
    sentence = f"{count} {'dienst' if count == 1 else 'diensten'} ingepland."
    rows = {one.assignment_id for one in outcome.created}
    return answer(request, client, week, rows, told(client, week, outcome, sentence))
