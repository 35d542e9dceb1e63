"""The queue of manual entries: who is meant, and one key makes hours of it (S5.3.8)."""

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_queues import read_answer
from werkbrief.office.navigation import PLANNERS
from werkbrief.office.views.queues import LATELY, Queue
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import ManualEntry, ManualEntryQuerySet
from werkbrief.timesheets.reads import manual_lines, manual_queue

LONGEST_NUMBER = 18


@agency_page(*PLANNERS)
def queue(request: AgencyRequest) -> HttpResponse:
    """What waits, doubtful first; beneath it what was answered last."""
    return QUEUE.page(request)


@require_POST
@agency_page(*PLANNERS)
def conversion(request: AgencyRequest, manual: int) -> HttpResponse:
    """Make approved hours of it for the chosen assignment."""
    number = request.POST.get("plaatsing", "")
    if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        raise Http404
    return QUEUE.answered(
        request,
        f"m{manual}",
        lambda: actions.convert_manual(
            _scope(request), manual, int(number), by=request.user, at=timezone.now()
        ),
    )


@require_POST
@agency_page(*PLANNERS)
def refusal(request: AgencyRequest, manual: int) -> HttpResponse:
    """Make nothing of it, and tell the client why."""
    return QUEUE.answered(
        request,
        f"m{manual}",
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


def _lines(request: AgencyRequest) -> dict[str, object]:
    """`focused`: the first that Enter may convert."""
    scope = _scope(request)
    answered = scope.filter(answer__isnull=False).order_by("-answer__at")
    waiting = manual_queue(scope)
    return {
        "waiting": waiting,
        "focused": next((slip.line.id for slip in waiting if slip.is_sure), None),
        "answered": manual_lines(answered[:LATELY]),
    }


QUEUE = Queue("office_manual", "office/manual/queue.html", _lines)
