"""The queue of manual entries: who is meant, and one key makes hours of it (S5.3.8)."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_corrections import read_answer
from werkbrief.office.navigation import PLANNERS
from werkbrief.staffing.models import Assignment
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import ManualEntry, ManualEntryQuerySet
from werkbrief.timesheets.reads import manual_lines, manual_queue
from werkbrief.words.refusals import Refusal

CONFLICT, UNREADABLE = 409, 422
LATELY = 20
LONGEST_NUMBER = 18


@agency_page(*PLANNERS)
def queue(request: AgencyRequest) -> HttpResponse:
    """What waits, doubtful first; beneath it what was answered last."""
    return _queue(request)


@require_POST
@agency_page(*PLANNERS)
def conversion(request: AgencyRequest, manual: int) -> HttpResponse:
    """Make approved hours of it for the chosen assignment."""
    number = request.POST.get("plaatsing", "")
    if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        raise Http404
    return _answer(
        request,
        manual,
        lambda: actions.convert_manual(
            _scope(request), manual, int(number), by=request.user, at=timezone.now()
        ),
    )


@require_POST
@agency_page(*PLANNERS)
def refusal(request: AgencyRequest, manual: int) -> HttpResponse:
    """Make nothing of it, and tell the client why."""
    return _answer(
        request,
        manual,
        lambda: actions.decline_manual(
            _scope(request),
            manual,
            read_answer(request.POST),
            by=request.user,
            at=timezone.now(),
        ),
    )


def _scope(request: AgencyRequest) -> ManualEntryQuerySet:
    return ManualEntry.objects.filter(agency=request.agency)


def _answer(
    request: AgencyRequest, number: int, deed: Callable[[], object]
) -> HttpResponse:
    try:
        deed()
    except (ManualEntry.DoesNotExist, Assignment.DoesNotExist):
        raise Http404 from None
    except Refusal as refused:
        return _queue(request, refused, number)
    return redirect("office_manual")


def _queue(
    request: AgencyRequest, refused: Refusal | None = None, number: int = 0
) -> HttpResponse:
    scope = _scope(request)
    answered = scope.filter(answer__isnull=False).order_by("-answer__at")
    waiting = manual_queue(scope)
    sure = [slip.line.id for slip in waiting if slip.is_sure]
    context = {
        "waiting": waiting,
        "focused": sure[0] if sure and refused is None else None,
        "answered": manual_lines(answered[:LATELY]),
        "refusal": refused,
        "refused": number,
        "typed": request.POST,
    }
    status = 200 if refused is None else UNREADABLE if refused.field else CONFLICT
    return render(request, "office/manual/queue.html", context, status=status)
