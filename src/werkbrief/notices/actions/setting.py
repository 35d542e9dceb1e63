"""When and whom open hours are asked of: per agency, and per client that differs."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.notices.models import ReminderMoment, ReminderSetting
from werkbrief.notices.refusals import RemindersMoved
from werkbrief.staffing.models import Agency, Client
from werkbrief.words.clock import wall

Moments = Collection[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Wish:
    """How a client wants it. `moments` empty is "as the agency does it"."""

    moments: Moments = ()
    is_silent: bool = False
    escalates: bool = True
    language: str = ""
    recipients: Collection[User] = ()


@transaction.atomic
def set_reminders(
    client: Client, wish: Wish, *, seen: str, by: User, at: datetime
) -> None:
    """Make this how the client is reminded. Raises RemindersMoved on a stale screen."""
    Client.objects.select_for_update().get(pk=client.pk)
    before = told_of(client)
    if str(before) != seen:
        raise RemindersMoved
    held, _ = ReminderSetting.objects.update_or_create(
        client=client,
        defaults={
            "is_silent": wish.is_silent,
            "escalates": wish.escalates,
            "language": wish.language,
        },
    )
    members = User.objects.filter(memberships__client=client)
    held.recipients.set(members.filter(pk__in=[user.pk for user in wish.recipients]))
    _put(client.agency, client, wish.moments)
    after = told_of(client)
    if before != after:
        deed = Deed(client.agency_id, by, at, client.name)
        trace = Trace("staffing.client", client.pk, before, after)
        record("notices.reminders_set", deed, [trace])


@transaction.atomic
def set_moments(
    agency: Agency, moments: Moments, *, seen: str, by: User, at: datetime
) -> None:
    """The agency's own, for every client without. Raises RemindersMoved."""
    Agency.objects.select_for_update().get(pk=agency.pk)
    before = {"moments": _moments(agency, None)}
    if str(before) != seen:
        raise RemindersMoved
    _put(agency, None, moments)
    after = {"moments": _moments(agency, None)}
    if before != after:
        deed = Deed(agency.pk, by, at, agency.name)
        trace = Trace("staffing.agency", agency.pk, before, after)
        record("notices.reminders_set", deed, [trace])


def told_of(client: Client) -> dict[str, object]:
    """As the journal has it; a screen shows it to refuse a stale write."""
    held = ReminderSetting.objects.filter(client=client).first()
    wish = held or ReminderSetting(client=client)
    users = held.recipients.order_by("pk") if held else ()
    return {
        "moments": _moments(client.agency, client),
        "is_silent": wish.is_silent,
        "escalates": wish.escalates,
        "language": wish.language,
        # Names: a user name may be an address. With the number, for who shares one.
        "recipients": [f"{user.name} ({user.pk})" for user in users],
    }


def moments_told(agency: Agency) -> str:
    """What a screen shows of the agency's moments, to refuse a stale write."""
    return str({"moments": _moments(agency, None)})


def _put(agency: Agency, client: Client | None, moments: Moments) -> None:
    agency.reminder_moments.filter(client=client).delete()
    ReminderMoment.objects.bulk_create(
        ReminderMoment(agency=agency, client=client, weekday=day, minutes=minutes)
        for day, minutes in sorted(set(moments))
    )


def _moments(agency: Agency, client: Client | None) -> list[str]:
    rows = agency.reminder_moments.filter(client=client)
    return [
        f"{weekday} {wall(minutes)}"
        for weekday, minutes in rows.order_by("weekday", "minutes").values_list(
            "weekday", "minutes"
        )
    ]
