"""Which clients have hours open, who can approve them, and when they are asked."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from werkbrief.accounts.models import User
from werkbrief.notices.models import ReminderMoment, ReminderSetting
from werkbrief.notices.reads.standing_in import (
    Recipient,
    recipient_of,
    recipients_among,
)
from werkbrief.staffing.models import Agency, Client, Membership, Right, Role
from werkbrief.timesheets.reads.board import BoardLine, board
from werkbrief.words.weeks import Week

USUALLY = ({"weekday": 0, "minutes": 540}, {"weekday": 1, "minutes": 600})


@dataclass(frozen=True, slots=True)
class Waiting:
    """A client with open hours in a week, and who can do something about it."""

    client: Client
    open: int
    deadline: datetime
    is_late: bool
    recipients: tuple[Recipient, ...]
    setting: ReminderSetting


def waiting_clients(agency: Agency, week: Week, at: datetime) -> list[Waiting]:
    """Those on the board that are not done, by name; statements as there, and four."""
    lines = [line for line in board(agency, week, at=at) if line.waiting]
    numbers = [line.client.pk for line in lines]
    members, settings = _members(numbers), _settings(numbers)
    to = recipient_of(chain.from_iterable(members.values()), at)
    chosen = {
        line.client.pk: _chosen(
            [one for one in members[line.client.pk] if to[one.pk].user.email],
            settings,
            line,
        )
        for line in lines
    }
    recipients = recipients_among(chain.from_iterable(chosen.values()), to)
    return [
        Waiting(
            client=line.client,
            open=line.waiting,
            deadline=line.deadline,
            is_late=line.is_late,
            recipients=recipients.get(line.client.pk, ()),
            setting=settings.get(line.client.pk, ReminderSetting()),
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


def _settings(clients: list[int]) -> dict[int, ReminderSetting]:
    rows = ReminderSetting.objects.filter(client__in=clients)
    return {row.client_id: row for row in rows.prefetch_related("recipients")}


def _chosen(
    may: list[Membership], settings: dict[int, ReminderSetting], line: BoardLine
) -> list[Membership]:
    """Whom the client chose of those who may; where none of them is left, all."""
    setting = settings.get(line.client.pk)
    wanted = {user.pk for user in setting.recipients.all()} if setting else set()
    return [member for member in may if member.user_id in wanted] or may


def _members(clients: list[int]) -> dict[int, list[Membership]]:
    """Whoever may approve; who has no address may have a stand-in who does."""
    found: dict[int, list[Membership]] = defaultdict(list)
    members = Membership.objects.filter(client__in=clients, user__is_active=True)
    for member in members.select_related("user", "client").order_by("pk"):
        if member.may(Right.APPROVE):
            found[member.client_id].append(member)
    return found
