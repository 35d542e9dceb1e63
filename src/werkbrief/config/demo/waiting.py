"""What waits for the office: hours by hand, messages on the planning, corrections."""

from datetime import date, datetime, timedelta

from werkbrief.accounts.models import User
from werkbrief.config.demo.accounts import NIGHT_PLANNER, PLANNER
from werkbrief.planning.actions import Proposal as Change
from werkbrief.planning.actions import send
from werkbrief.planning.models import About, MessageKind
from werkbrief.staffing.models import Agency, Client, JobFunction
from werkbrief.timesheets.actions import Proposal, Slip, add_manual, ask_correction
from werkbrief.words.clock import day_of
from werkbrief.words.notation import Typed
from werkbrief.words.weeks import Week

HOUR = 60


def leave_waiting(
    agency: Agency, users: dict[str, User], today: date, at: datetime
) -> None:
    """A handful of each, as on any morning; all of it done by the clients."""
    greenhouse = agency.clients.get(slug="halverzon")
    carrier = agency.clients.get(slug="noordvaart")
    last = Week.of(today).previous
    _by_hand(greenhouse, last, users[PLANNER.username], at)
    _message(greenhouse, last.next.next, users[PLANNER.username], at)
    _correction(carrier, last.previous, users[NIGHT_PLANNER.username], at)


def _by_hand(client: Client, week: Week, by: User, at: datetime) -> None:
    """A known worker misspelt, and somebody whom nobody knows."""
    picker = JobFunction.objects.get(client=client, name="Oogstmedewerker")
    known = client.assignments.filter(ends_on=None).order_by("pk")[4].worker
    times = Typed(start=7 * HOUR, end=12 * HOUR, pause=15)
    who = f"{known.name.replace(',', '').lower()} {known.payroll_number}"
    sunday = [week.sunday]
    slip = Slip(picker, who, sunday, times, "Sprong in bij de oogst")
    add_manual(client, slip, by=by, at=at)
    slip = Slip(picker, "Marco, via Wouter", sunday, times)
    add_manual(client, slip, by=by, at=at + timedelta(minutes=4))


def _message(client: Client, week: Week, by: User, at: datetime) -> None:
    shift = client.shifts.in_week(week).standing().order_by("start", "pk")[3]
    change = Change(
        MessageKind.OTHER_TIMES,
        About.SHIFT,
        day_of(shift.start),
        assignment=shift.assignment,
        shift=shift,
        times=Typed(start=8 * HOUR, end=16 * HOUR + 30),
        text="De kar komt pas om acht uur.",
    )
    send(change, client=client, scope=client.shifts.all(), by=by, at=at)


def _correction(client: Client, week: Week, by: User, at: datetime) -> None:
    judged = client.time_entries.in_week(week).filter(decision__verdict="approved")
    entry = judged.order_by("start", "pk")[2]
    longer = Proposal(
        Typed(total=entry.worked_minutes + HOUR),
        "Stond een uur in de file bij Gouda; de bon is er nu.",
    )
    ask_correction(client.time_entries.all(), entry.pk, longer, by=by, at=at)
