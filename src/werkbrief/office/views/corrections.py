"""The queue of what is to be put right, with the evidence beside the decision."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_corrections import read_answer
from werkbrief.office.navigation import PLANNERS
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import CorrectionRequest, Objection
from werkbrief.timesheets.reads import listed, objections_listed
from werkbrief.words.refusals import Refusal

CONFLICT, UNREADABLE = 409, 422
LATELY = 20
Corrections, Objections = CorrectionRequest.objects, Objection.objects


@agency_page(*PLANNERS)
def queue(request: AgencyRequest) -> HttpResponse:
    """What waits, oldest first; beneath it what was answered last."""
    return _queue(request)


@require_POST
@agency_page(*PLANNERS)
def acceptance(request: AgencyRequest, correction: int) -> HttpResponse:
    """Take over what was asked."""
    scope = Corrections.filter(agency=request.agency)
    return _answer(
        request,
        correction,
        lambda: actions.accept_correction(
            scope, correction, by=request.user, at=timezone.now()
        ),
    )


@require_POST
@agency_page(*PLANNERS)
def refusal(request: AgencyRequest, correction: int) -> HttpResponse:
    """Keep what stands, and say why."""
    scope = Corrections.filter(agency=request.agency)
    return _answer(
        request,
        correction,
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
    return _answer(
        request,
        objection,
        lambda: actions.answer_objection(
            scope,
            objection,
            read_answer(request.POST),
            by=request.user,
            at=timezone.now(),
        ),
    )


def _answer(
    request: AgencyRequest, number: int, deed: Callable[[], object]
) -> HttpResponse:
    try:
        deed()
    except (CorrectionRequest.DoesNotExist, Objection.DoesNotExist):
        raise Http404 from None
    except Refusal as refused:
        return _queue(request, refused, number)
    return redirect("office_corrections")


def _queue(
    request: AgencyRequest, refused: Refusal | None = None, number: int = 0
) -> HttpResponse:
    corrections = Corrections.filter(agency=request.agency)
    objections = Objections.filter(agency=request.agency)
    answered = corrections.filter(answer__isnull=False).order_by("-answer__at")
    context = {
        "waiting": listed(corrections.pending()),
        "answered": listed(answered[:LATELY]),
        "objections": objections_listed(objections.pending()),
        "refusal": refused,
        "refused": number,
        "typed": request.POST,
    }
    status = 200 if refused is None else UNREADABLE if refused.field else CONFLICT
    return render(request, "office/corrections/queue.html", context, status=status)
