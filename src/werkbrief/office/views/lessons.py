"""Answering what the base schedule could learn (S8.7)."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_queues import read_answer
from werkbrief.office.navigation import PLANNERS
from werkbrief.office.views.usual import QUEUE, assignment_of
from werkbrief.timesheets import actions


@require_POST
@agency_page(*PLANNERS)
def acceptance(request: AgencyRequest, assignment: int) -> HttpResponse:
    """Make it usual, from next week on."""
    found = assignment_of(request, assignment)
    seen, now = request.POST.get("gezien", ""), timezone.now()

    def take() -> None:
        lesson = actions.take_lesson(found, seen, by=request.user, at=now)
        told = f"{lesson.name}: het grondplan geldt zo vanaf volgende week."
        messages.success(request, told)

    return QUEUE.answered(request, f"l{assignment}", take)


@require_POST
@agency_page(*PLANNERS)
def refusal(request: AgencyRequest, assignment: int) -> HttpResponse:
    """Leave the usual week as it is, and say why."""
    found = assignment_of(request, assignment)
    seen, now = request.POST.get("gezien", ""), timezone.now()

    def decline() -> None:
        why = request.POST.get("antwoord", "").strip() and read_answer(request.POST)
        lesson = actions.decline_lesson(found, seen, why, by=request.user, at=now)
        told = f"{lesson.name}: het grondplan blijft zoals het is."
        messages.success(request, told)

    return QUEUE.answered(request, f"l{assignment}", decline)
