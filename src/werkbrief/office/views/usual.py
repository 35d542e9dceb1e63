"""Base schedules: who has which usual week, and the editor of one (S6.5-S6.8)."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_usual import (
    fields_of,
    fields_typed,
    read_cycle,
    read_pattern,
)
from werkbrief.office.navigation import PLANNERS
from werkbrief.office.printing_lessons import print_lessons
from werkbrief.office.views.queues import Queue
from werkbrief.planning import actions
from werkbrief.planning.actions import Pattern, seen_of
from werkbrief.planning.reads import coming, usual_list, versions_of
from werkbrief.staffing.models import Assignment
from werkbrief.timesheets.actions import follow
from werkbrief.ui.answers import UNREADABLE, status_of
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week


@agency_page(*PLANNERS)
@require_safe
def usual(request: AgencyRequest) -> HttpResponse:
    """What could be learnt, and running assignments with their usual week."""
    return QUEUE.page(request)


@agency_page(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def editor(request: AgencyRequest, assignment: int) -> HttpResponse:
    """Every version; a new one is typed, looked at, and kept from a day on."""
    found = assignment_of(request, assignment)
    if request.method != "POST":
        return _page(request, found)
    try:
        pattern = read_pattern(request.POST)
        if request.POST.get("daad") == "bekijken":
            return _page(request, found, pattern=pattern)
        seen = request.POST.get("gezien", "")
        now = timezone.now()
        weeks = actions.keep(found, pattern, seen, by=request.user, at=now)
    except Refusal as refusal:
        return _page(request, found, refusal=refusal)
    follow(found.client, weeks, at=now)
    messages.success(
        request,
        f"Het grondplan geldt vanaf {pattern.valid_from:%d-%m-%Y}. Wat volgens het "
        "oude gepland stond, is meegegaan.",
    )
    return redirect("office_usual_editor", found.pk)


@require_http_methods(["POST"])
@agency_page(*PLANNERS)
def preview(request: AgencyRequest, assignment: int) -> HttpResponse:
    """The coming weeks of what is typed; stores nothing."""
    found = assignment_of(request, assignment)
    try:
        pattern = read_pattern(request.POST)
    except Refusal as refusal:
        context: dict[str, object] = {"refusal": refusal}
        return render(request, "office/usual/_coming.html", context, status=UNREADABLE)
    context = {"weeks": coming(pattern, found)}
    return render(request, "office/usual/_coming.html", context)


def assignment_of(request: AgencyRequest, pk: int) -> Assignment:
    related = ("worker", "client__agency", "job_function", "department")
    among = Assignment.objects.filter(
        agency=request.agency, client__archived_on__isnull=True
    )
    return get_object_or_404(among.select_related(*related), pk=pk)


def _page(
    request: AgencyRequest,
    found: Assignment,
    *,
    pattern: Pattern | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    today = timezone.localdate()
    versions = versions_of(found, today)
    is_typed = request.method == "POST"
    start = _proposal(versions[0].pattern if versions else None, found, today)
    context = {
        "assignment": found,
        "versions": versions,
        "seen": seen_of(found),
        "earliest": Week.of(today).monday,
        "from": request.POST.get("vanaf") or start.valid_from.isoformat(),
        "cycle": read_cycle(request.POST) if is_typed else start.cycle,
        "rows": fields_typed(request.POST) if is_typed else fields_of(start),
        "weeks": coming(pattern or start, found) if not refusal else [],
        "refusal": refusal,
    }
    return render(
        request, "office/usual/editor.html", context, status=status_of(refusal)
    )


def _proposal(last: Pattern | None, found: Assignment, today: date) -> Pattern:
    """To begin with: the newest version from next week, its turns going on."""
    monday = max(Week.of(today).next.monday, Week.of(found.starts_on).monday)
    if last is None:
        return Pattern(max(Week.of(today).monday, found.starts_on), ())
    if last.valid_from >= monday:
        return last
    return last.from_day(monday)


def _lines(request: AgencyRequest) -> dict[str, object]:
    query = request.GET.get("zoek", "").strip()
    only_without = "zonder" in request.GET
    today = timezone.localdate()
    lines, count, without = usual_list(
        request.agency, today, query, only_without=only_without
    )
    return {
        "lines": lines,
        "more": count - len(lines),
        "without": without,
        "query": query,
        "only_without": only_without,
        "lessons": print_lessons(request.agency, today),
    }


QUEUE = Queue("office_usual", "office/usual/list.html", _lines)
