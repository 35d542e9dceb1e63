"""Asking for hours that are still open: by themselves at the moments, or by a click."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.notices.actions.queueing import Draft, queue
from werkbrief.notices.models import ReminderMoment
from werkbrief.notices.reads import Waiting, moments_of, portal_address, waiting_clients
from werkbrief.notices.refusals import NobodyToRemind, NothingToRemind
from werkbrief.staffing.models import Agency, Client
from werkbrief.words.weeks import Week

# After a long standstill an old reminder only confuses: the next moment will do.
FRESH = timedelta(hours=6)


def remind_due(*, at: datetime) -> int:
    """Every reminder whose moment has come; a fixed number of statements per agency."""
    week = Week.of(timezone.localdate(at)).previous
    return sum(_remind_agency(agency, week, at) for agency in Agency.objects.all())


def remind(client: Client, week: Week, *, by: User, at: datetime) -> int:
    """One click of the office; twice within a minute is once.

    Raises NothingToRemind or NobodyToRemind.
    """
    found = [
        one for one in waiting_clients(client.agency, week, at) if one.client == client
    ]
    if not found:
        raise NothingToRemind(client)
    waiting = found[0]
    if not waiting.recipients:
        raise NobodyToRemind(client)
    drafts = list(_drafts(waiting, week, f"hand:{at:%Y%m%d%H%M}"))
    reminded = queue(client.agency, drafts, at=at)
    if reminded:
        after = {"week": str(week), "letters": reminded}
        trace = Trace("staffing.client", client.pk, None, after)
        record("notices.reminded", Deed(client.agency_id, by, at), [trace])
    return len(drafts)


def _remind_agency(agency: Agency, week: Week, at: datetime) -> int:
    moments = moments_of(agency)
    come = {
        client: [m for m in own if _has_come(m, week, at)]
        for client, own in moments.items()
    }
    if not any(come.values()):
        return 0
    drafts = [
        draft
        for waiting in waiting_clients(agency, week, at)
        if not waiting.setting.is_silent
        for moment in come.get(waiting.client.pk, come.get(None, []))
        for draft in _drafts(waiting, week, f"{moment.weekday}-{moment.minutes}")
    ]
    return queue(agency, drafts, at=at)


def _has_come(moment: ReminderMoment, week: Week, at: datetime) -> bool:
    day = week.next.monday + timedelta(days=moment.weekday)
    local = timezone.localtime(at)
    passed = (local.date() - day).days * 1440 + local.hour * 60 + local.minute
    return 0 <= passed - moment.minutes < FRESH.total_seconds() // 60


def _drafts(waiting: Waiting, week: Week, occasion: str) -> Iterable[Draft]:
    client = waiting.client
    for one in waiting.recipients:
        user = one.user
        yield Draft(
            key=f"reminder:{client.pk}:{week}:{occasion}:{user.pk}",
            kind="reminder",
            to=user.email,
            language=waiting.setting.language or user.language or "nl",
            client=client,
            words={
                "name": user.name,
                "absent": one.absent,
                "week": week,
                "open": waiting.open,
                "deadline": waiting.deadline,
                "is_late": waiting.is_late,
                "url": portal_address("timesheets", one.client, week, of=client.agency),
            },
        )
