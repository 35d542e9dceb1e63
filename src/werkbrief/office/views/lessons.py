"""Answering what the base schedule could learn (S8.7)."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_corrections import read_answer
from werkbrief.office.navigation import PLANNERS
from werkbrief.office.views.usual import assignment_of, usual_page
from werkbrief.timesheets import actions
from werkbrief.timesheets.reads import Lesson
from werkbrief.words.refusals import Refusal


@require_POST
@agency_page(*PLANNERS)
def acceptance(request: AgencyRequest, assignment: int) -> HttpResponse:
    """Make it usual, from next week on."""
    found = assignment_of(request, assignment)
    seen, now = request.POST.get("gezien", ""), timezone.now()
    return _answer(
        request,
        assignment,
        lambda: actions.take_lesson(found, seen, by=request.user, at=now),
        "{}: het grondplan geldt zo vanaf volgende week.",
    )


@require_POST
@agency_page(*PLANNERS)
def refusal(request: AgencyRequest, assignment: int) -> HttpResponse:
    """Leave the usual week as it is, and say why."""
    found = assignment_of(request, assignment)
    seen, now = request.POST.get("gezien", ""), timezone.now()
    why = request.POST.get("antwoord", "").strip() and read_answer(request.POST)
    return _answer(
        request,
        assignment,
        lambda: actions.decline_lesson(found, seen, why, by=request.user, at=now),
        "{}: het grondplan blijft zoals het is.",
    )


def _answer(
    request: AgencyRequest, number: int, deed: Callable[[], Lesson], sentence: str
) -> HttpResponse:
    try:
        lesson = deed()
    except Refusal as refused:
        return usual_page(request, refused, number)
    messages.success(request, sentence.format(lesson.name))
    return redirect("office_usual")
