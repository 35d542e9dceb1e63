"""The queue of planning messages and requests, evidence beside the decision."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_queues import read_answer, read_assignments
from werkbrief.office.navigation import PLANNERS
from werkbrief.office.views.queues import LATELY, Queue
from werkbrief.planning import actions
from werkbrief.planning.models import PlanningMessage, StaffingOrder
from werkbrief.planning.reads import needs_of, notes_of
from werkbrief.timesheets.actions import follow


@agency_page(*PLANNERS)
def queue(request: AgencyRequest) -> HttpResponse:
    """What clients told and asked; beneath it what was answered last."""
    return QUEUE.page(request)


@require_POST
@agency_page(*PLANNERS)
def acceptance(request: AgencyRequest, message: int) -> HttpResponse:
    """Do what the message asks; untouched hours follow at once."""
    found = _message(request, message)
    now = timezone.now()

    def accept() -> None:
        seen = request.POST.get("gezien", "")
        weeks = actions.accept(found, by=request.user, at=now, seen=seen)
        follow(found.client, weeks, at=now)

    return QUEUE.answered(request, f"m{message}", accept)


@require_POST
@agency_page(*PLANNERS)
def refusal(request: AgencyRequest, message: int) -> HttpResponse:
    """Leave the planning as it is, and say why."""
    found = _message(request, message)
    return QUEUE.answered(
        request,
        f"m{message}",
        lambda: actions.decline(
            found, read_answer(request.POST), by=request.user, at=timezone.now()
        ),
    )


@require_POST
@agency_page(*PLANNERS)
def confirmation(request: AgencyRequest, order: int) -> HttpResponse:
    """Tell the client that the agency goes looking."""
    found = _order(request, order)
    return QUEUE.answered(
        request,
        f"a{order}",
        lambda: actions.confirm_request([found], by=request.user, at=timezone.now()),
    )


@require_POST
@agency_page(*PLANNERS)
def rejection(request: AgencyRequest, order: int) -> HttpResponse:
    """Tell the client why nobody comes."""
    found = _order(request, order)
    return QUEUE.answered(
        request,
        f"a{order}",
        lambda: actions.decline_request(
            [found], read_answer(request.POST), by=request.user, at=timezone.now()
        ),
    )


@require_POST
@agency_page(*PLANNERS)
def filling(request: AgencyRequest, order: int) -> HttpResponse:
    """Plan the chosen people in."""
    found = _order(request, order)
    return QUEUE.answered(
        request,
        f"a{order}",
        lambda: actions.assign(
            found,
            read_assignments(request.POST, found),
            by=request.user,
            at=timezone.now(),
        ),
    )


def _message(request: AgencyRequest, number: int) -> PlanningMessage:
    scope = PlanningMessage.objects.filter(agency=request.agency)
    return get_object_or_404(scope.select_related("client", "agency"), pk=number)


def _order(request: AgencyRequest, number: int) -> StaffingOrder:
    scope = StaffingOrder.objects.filter(agency=request.agency, asked_at__isnull=False)
    return get_object_or_404(scope.select_related("client", "agency"), pk=number)


def _lines(request: AgencyRequest) -> dict[str, object]:
    messages = PlanningMessage.objects.filter(agency=request.agency)
    orders = StaffingOrder.objects.filter(agency=request.agency)
    answered = messages.filter(answer__isnull=False).order_by("-answer__at")
    lately = list(answered.values_list("pk", flat=True)[:LATELY])
    return {
        "waiting": notes_of(messages.filter(answer__isnull=True))[::-1],
        "answered": notes_of(messages.filter(pk__in=lately)),
        "needs": needs_of(orders, timezone.localdate()),
    }


QUEUE = Queue("office_messages", "office/messages/queue.html", _lines)
