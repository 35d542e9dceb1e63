"""Asking for staff: the dialog, asking and withdrawing."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from werkbrief.planning import actions
from werkbrief.planning.reads import orders_for
from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_planning import read_need
from werkbrief.portal.views.planning_answers import answer, refuse
from werkbrief.staffing.models import Right
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week


@require_GET
@client_page(Right.SEE_PLANNING)
def new(request: ClientRequest, week: Week) -> HttpResponse:
    """The dialog, for the days of the week on screen that still come."""
    client, membership = request.client, request.membership
    today = timezone.localdate()
    days = [day for day in week.days if day >= today]
    context = {
        "week": week,
        "days": days or [today + timedelta(days=n) for n in range(7)],
        "functions": client.jobfunction_set.order_by("name"),
        "departments": (
            membership.departments if membership.is_narrowed else client.department_set
        ).order_by("name"),
        "crews": client.crew_set.order_by("name"),
        "is_narrowed": membership.is_narrowed,
        "chosen": request.GET.get("dag", ""),
    }
    return render(request, "portal/planning/_request.html", context)


@require_POST
@client_page(Right.SEE_PLANNING)
def requests(request: ClientRequest, week: Week) -> HttpResponse:
    """Ask for staff."""
    try:
        need = read_need(request.POST, request.membership, timezone.localdate())
        actions.ask_for_staff(
            need, client=request.client, by=request.user, at=timezone.now()
        )
    except Refusal as refusal:
        return refuse(request, refusal)
    return answer(request, week, say("Aangevraagd bij het bureau."))


@require_POST
@client_page(Right.SEE_PLANNING)
def withdrawals(request: ClientRequest, week: Week) -> HttpResponse:
    """Take back one's own request, the days that were asked in one go."""
    numbers = {
        int(n) for n in request.POST.get("aanvragen", "").split(",") if n.isdigit()
    }
    mine = orders_for(request.membership).filter(asked_by=request.user)
    found = list(mine.filter(pk__in=numbers))
    if not found or len(found) != len(numbers):
        raise Http404
    try:
        actions.withdraw_request(found, by=request.user, at=timezone.now())
    except Refusal as refusal:
        return refuse(request, refusal)
    return answer(request, week, say("Ingetrokken."))
