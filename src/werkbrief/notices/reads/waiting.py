"""Which clients have hours open, who can approve them, and when they are asked."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from werkbrief.accounts.models import User
from werkbrief.notices.models import ReminderMoment
from werkbrief.staffing.models import Agency, Client, Membership, Right, Role
from werkbrief.timesheets.reads.board import board
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
    """Those on the board that are not done, by name; statements as there, and one."""
    lines = [line for line in board(agency, week, at=at) if line.waiting]
    recipients = _recipients([line.client.pk for line in lines])
    return [
        Waiting(
            client=line.client,
            open=line.waiting,
            deadline=line.deadline,
            is_late=line.is_late,
            recipients=tuple(recipients.get(line.client.pk, ())),
        )
        for line in lines
    ]


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


def coaches_of(agency: Agency) -> list[User]:
    """The Job Coaches that can be mailed: one statement."""
    users = User.objects.filter(
        agency_roles__agency=agency, agency_roles__role=Role.JOB_COACH, is_active=True
    )
    return list(users.exclude(email="").order_by("pk"))


def _recipients(clients: list[int]) -> dict[int, list[User]]:
    """Whoever may approve and can be mailed."""
    found: dict[int, list[User]] = defaultdict(list)
    members = Membership.objects.filter(client__in=clients, user__is_active=True)
    for member in members.select_related("user").order_by("pk"):
        if member.may(Right.APPROVE) and member.user.email:
            found[member.client_id].append(member.user)
    return found
