"""Which clients have hours open, who can approve them, and when they are asked."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count

from werkbrief.accounts.models import User
from werkbrief.notices.models import ReminderMoment
from werkbrief.planning.reads import absent_at
from werkbrief.staffing.models import Agency, Client, Membership, Right, Role
from werkbrief.staffing.reads import deadline
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.clock import at as instant_at
from werkbrief.words.clock import day_of, local
from werkbrief.words.weeks import Week

USUALLY = ({"weekday": 0, "minutes": 540}, {"weekday": 1, "minutes": 600})


@dataclass(frozen=True, slots=True)
class Waiting:
    """A client with open hours in a week, and who can do something about it."""

    client: Client
    open: int
    deadline: datetime
    is_late: bool
    recipients: tuple[User, ...]


def waiting_clients(agency: Agency, week: Week, at: datetime) -> list[Waiting]:
    """By name, without the absent: five statements for any number of clients."""
    open_by_client = _open(agency, week)
    clients = agency.clients.filter(pk__in=list(open_by_client), archived_on=None)
    recipients = _recipients(list(open_by_client))
    found = []
    for client in clients.order_by("name"):
        client.agency = agency
        due = deadline(client, week)
        found.append(
            Waiting(
                client=client,
                open=open_by_client[client.pk],
                deadline=due,
                is_late=due <= at,
                recipients=tuple(recipients.get(client.pk, ())),
            )
        )
    return found


def moments_of(agency: Agency) -> dict[int | None, list[ReminderMoment]]:
    """Client id -> its own moments; under None the agency's: one statement.

    An agency that chose none reminds on Monday 9:00 and Tuesday 10:00.
    """
    found: dict[int | None, list[ReminderMoment]] = defaultdict(list)
    moments = agency.reminder_moments.order_by("weekday", "minutes")
    for moment in moments:
        found[moment.client_id].append(moment)
    if None not in found:
        found[None] = [ReminderMoment(agency=agency, **usual) for usual in USUALLY]
    return found


def next_moment(
    moments: dict[int | None, list[ReminderMoment]],
    client_id: int,
    week: Week,
    at: datetime,
) -> datetime | None:
    """When this client is reminded next of this week; None when no more."""
    own = moments.get(client_id) or moments.get(None) or []
    times = [
        local(instant_at(week.next.monday + timedelta(days=m.weekday), m.minutes))
        for m in own
    ]
    return min((time for time in times if time > at), default=None)


def coaches_of(agency: Agency) -> list[User]:
    """The Job Coaches that can be mailed: one statement."""
    users = User.objects.filter(
        agency_roles__agency=agency, agency_roles__role=Role.JOB_COACH, is_active=True
    )
    return list(users.exclude(email="").order_by("pk"))


def _open(agency: Agency, week: Week) -> dict[int, int]:
    entries = TimeEntry.objects.filter(agency=agency).in_week(week).open()
    counts = dict(entries.values_list("client_id").annotate(Count("pk")))
    # Absence is rare: those few are counted one by one and taken off.
    away = absent_at(agency, week)
    untouched = entries.filter(worker__in={one for one, _ in away}, is_touched=False)
    rows = untouched.values_list("client_id", "worker_id", "start") if away else ()
    for client, worker, start in rows:
        if (worker, day_of(start)) in away:
            counts[client] -= 1
    return {client: number for client, number in counts.items() if number > 0}


def _recipients(clients: list[int]) -> dict[int, list[User]]:
    """Whoever may approve and can be mailed."""
    found: dict[int, list[User]] = defaultdict(list)
    members = Membership.objects.filter(client__in=clients, user__is_active=True)
    for member in members.select_related("user").order_by("pk"):
        if member.may(Right.APPROVE) and member.user.email:
            found[member.client_id].append(member.user)
    return found
