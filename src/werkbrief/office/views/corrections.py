"""The queue of what is to be put right, with the evidence beside the decision."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_queues import read_answer
from werkbrief.office.navigation import PLANNERS
from werkbrief.office.views.queues import LATELY, Queue
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import CorrectionRequest, Objection
from werkbrief.timesheets.reads import listed, objections_listed

Corrections, Objections = CorrectionRequest.objects, Objection.objects


@agency_page(*PLANNERS)
def queue(request: AgencyRequest) -> HttpResponse:
    """What waits, oldest first; beneath it what was answered last."""
    return QUEUE.page(request)


@require_POST
@agency_page(*PLANNERS)
def acceptance(request: AgencyRequest, correction: int) -> HttpResponse:
    """Take over what was asked."""
    scope = Corrections.filter(agency=request.agency)
    return QUEUE.answered(
        request,
        f"c{correction}",
        lambda: actions.accept_correction(
            scope, correction, by=request.user, at=timezone.now()
        ),
    )


@require_POST
@agency_page(*PLANNERS)
def refusal(request: AgencyRequest, correction: int) -> HttpResponse:
    """Keep what stands, and say why."""
    scope = Corrections.filter(agency=request.agency)
    return QUEUE.answered(
        request,
        f"c{correction}",
        lambda: actions.decline_correction(
            scope,
            correction,
            reason=read_answer(request.POST),
            by=request.user,
            at=timezone.now(),
        ),
    )


@require_POST
@agency_page(*PLANNERS)
def answer(request: AgencyRequest, objection: int) -> HttpResponse:
    """Tell the worker what came of 'klopt niet'."""
    scope = Objections.filter(agency=request.agency)
    return QUEUE.answered(
        request,
        f"o{objection}",
        lambda: actions.answer_objection(
            scope,
            objection,
            read_answer(request.POST),
            by=request.user,
            at=timezone.now(),
        ),
    )


def _lines(request: AgencyRequest) -> dict[str, object]:
    corrections = Corrections.filter(agency=request.agency)
    objections = Objections.filter(agency=request.agency)
    answered = corrections.filter(answer__isnull=False).order_by("-answer__at")
    return {
        "waiting": listed(corrections.pending()),
        "answered": listed(answered[:LATELY]),
        "objections": objections_listed(objections.pending()),
    }


QUEUE = Queue("office_corrections", "office/corrections/queue.html", _lines)
