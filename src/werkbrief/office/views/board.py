"""The board of the week: all clients, how far they are, and one click to remind."""

from dataclasses import dataclass
from functools import lru_cache

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from werkbrief.notices.actions.reminding import remind
from werkbrief.notices.reads import moments_of
from werkbrief.office.access import AgencyRequest, agency_page, client_of
from werkbrief.office.printing import Aside, print_board
from werkbrief.staffing.models import Role, fold
from werkbrief.staffing.reads import coaches_by_client, deputies_on
from werkbrief.timesheets.reads.board import BoardLine, board
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week

FILTERS, LONGEST = ("zoek", "stand", "coach"), 18
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
    coaches = coaches_by_client(request.agency, now.date())
    coach = _number(request.GET.get("coach", ""))
    wanted = fold(query.strip())
    shown = [
        line
        for line in lines
        if _shown(line, wanted, state)
        and (not coach or any(c.is_for(coach) for c in coaches[line.client.pk]))
    ]
    this = Week.of(now.date())
    moments = moments_of(request.agency)
    context = {
        "week": week,
        "this_week": this,
        "last_week": this.previous,
        "summary": _summary(lines),
        "rows": print_board(
            sorted(shown, key=_urgency), week, now, Aside(coaches, moments)
        ),
        "coaches": request.agency.roles.filter(role=Role.JOB_COACH)
        .select_related("user")
        .order_by("user__name"),
        "coach": coach,
        "standing_in": [
            one
            for one in deputies_on(request.agency, now.date())
            if request.user.pk in {one.absent.user_id, one.stand_in.user_id}
        ],
        "kept": urlencode(_kept(request.GET)),
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
    found = client_of(request, client)
    try:
        count = remind(found, week, by=request.user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        people = "1 persoon" if count == 1 else f"{count} mensen"
        messages.success(request, f"{found}: herinnering gestuurd aan {people}.")
    kept = urlencode(_kept(QueryDict(request.POST.get("filter", ""))))
    board_ = reverse("office_week", args=[week])
    return redirect(f"{board_}?{kept}" if kept else board_)


def _kept(asked: QueryDict) -> dict[str, str]:
    """What is filtered on survives a click."""
    return {name: str(asked[name]) for name in FILTERS if asked.get(name)}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST else 0


def _urgency(line: BoardLine) -> tuple[int, str]:
    """Late, then waiting, then with the agency, then done, then nothing planned."""
    order = (
        line.is_late,
        line.waiting > 0,
        line.pending > 0,
        line.total > 0,
    )
    return order.index(True) if any(order) else len(order), _folded(line.client.name)


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    """The names of the clients hardly ever change, and are sorted each time."""
    return fold(name)


def _shown(line: BoardLine, query: str, state: str) -> bool:
    client = line.client
    found = not query or query in fold(f"{client.name} {client.number}")
    return found and (
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
