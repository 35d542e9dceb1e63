"""The board of the week: all clients, how far they are, and one click to remind."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from werkbrief.notices.actions.reminding import remind
from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.printing import print_board
from werkbrief.staffing.models import fold
from werkbrief.timesheets.reads.board import BoardLine, board
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week

STATES = (
    ("", "alle"),
    ("open", "nog niet klaar"),
    ("laat", "te laat"),
    ("wacht", "wacht op het bureau"),
    ("klaar", "klaar"),
)


@dataclass(frozen=True, slots=True)
class Summary:
    """All lines together, whatever the filter shows of them."""

    clients: int
    ready: int
    late: int
    waiting: int
    pending: int
    done: int
    total: int


@agency_page()
@require_safe
def today(_request: AgencyRequest) -> HttpResponse:
    """The week that must be passed on now: last week."""
    return redirect("office_week", Week.of(timezone.localdate()).previous)


@agency_page()
@require_safe
def week(request: AgencyRequest, week: Week) -> HttpResponse:
    now = timezone.localtime()
    lines = board(request.agency, week, at=now)
    query, state = request.GET.get("zoek", ""), request.GET.get("stand", "")
    shown = [line for line in lines if _shown(line, fold(query.strip()), state)]
    this = Week.of(now.date())
    context = {
        "week": week,
        "this_week": this,
        "last_week": this.previous,
        "summary": _summary(lines),
        "rows": print_board(shown, week, now),
        "shown": len(shown),
        "query": query,
        "state": state,
        "states": STATES,
    }
    return render(request, "office/board/page.html", context)


@agency_page()
@require_POST
def reminders(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """Ask this client by mail; a second click within the minute sends nothing."""
    found = get_object_or_404(
        request.agency.clients.select_related("agency"),
        slug=client,
        archived_on__isnull=True,
    )
    try:
        count = remind(found, week, by=request.user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        people = "1 persoon" if count == 1 else f"{count} mensen"
        messages.success(request, f"{found}: herinnering gestuurd aan {people}.")
    return redirect("office_week", week)


def _shown(line: BoardLine, query: str, state: str) -> bool:
    client = line.client
    return query in fold(f"{client.name} {client.number}") and (
        not state
        or (state == "open" and not line.is_done)
        or (state == "laat" and line.is_late)
        or (state == "wacht" and line.pending > 0)
        or (state == "klaar" and line.is_done and line.total > 0)
    )


def _summary(lines: list[BoardLine]) -> Summary:
    busy = [line for line in lines if line.total or line.pending]
    return Summary(
        clients=len(busy),
        ready=sum(line.is_done for line in busy),
        late=sum(line.is_late for line in busy),
        waiting=sum(line.waiting for line in busy),
        pending=sum(line.pending for line in busy),
        done=sum(line.done for line in busy),
        total=sum(line.total for line in busy),
    )
