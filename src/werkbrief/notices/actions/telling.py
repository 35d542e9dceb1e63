"""Telling workers that a shift of theirs changed (S6.9)."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from werkbrief.notices.actions.queueing import Draft, queue
from werkbrief.notices.models import ToldSchedule
from werkbrief.notices.reads import Told, coming_shifts, portal_address
from werkbrief.staffing.models import PersonalLink
from werkbrief.words.clock import instant

AHEAD = timedelta(days=14)


def tell_workers(*, at: datetime) -> int:
    """Compare what each was told with what is planned now; mail the difference.

    The first time only remembers: a new link is no change. Shifts that come into sight
    as days pass are no change either.
    """
    links = PersonalLink.objects.filter(
        revoked_at=None, expires_on__gte=timezone.localdate(at)
    ).exclude(email="")
    known = {told.link_id: told for told in ToldSchedule.objects.filter(link__in=links)}
    chosen = list(links.select_related("worker", "agency"))
    until = instant(at + AHEAD)
    coming = coming_shifts([link.worker_id for link in chosen], instant(at), until)
    return sum(
        _tell(link, known.get(link.pk), coming.get(link.worker_id, []), at)
        for link in chosen
    )


@transaction.atomic
def _tell(
    link: PersonalLink, known: ToldSchedule | None, coming: list[Told], at: datetime
) -> int:
    """The mail and the memory of it go together, or not at all."""
    now = [list(shift) for shift in coming]
    if known is None:
        ToldSchedule.objects.create(link=link, shifts=now, at=at)
        return 0
    if known.shifts == now:
        return 0
    seen_until = instant(known.at + AHEAD)
    before = [tuple(shift) for shift in known.shifts if shift[1] > instant(at)]
    after = [shift for shift in coming if shift.start < seen_until]
    ToldSchedule.objects.filter(pk=link.pk).update(shifts=now, at=at)
    if before == after:
        return 0
    return queue(link.agency, [_draft(link, before, after, at)], at=at)


def _draft(
    link: PersonalLink, before: list[Any], after: list[Told], at: datetime
) -> Draft:
    old, new = [Told(*shift) for shift in before], after
    return Draft(
        key=f"shifts:{link.pk}:{at:%Y%m%d%H%M%S}",
        kind="shifts",
        to=link.email,
        language=link.language,
        words={
            "name": link.worker.spoken_name,
            "gone": [shift for shift in old if shift not in new],
            "fresh": [shift for shift in new if shift not in old],
            "url": portal_address("personal", link.token, of=link.agency),
        },
    )


def send_link(link: PersonalLink, *, at: datetime) -> None:
    """Mail the address to whoever it is for; once per link."""
    draft = Draft(
        key=f"link:{link.pk}",
        kind="link",
        to=link.email,
        language=link.language,
        words={
            "name": link.worker.spoken_name,
            "url": portal_address("personal", link.token, of=link.agency),
        },
    )
    queue(link.agency, [draft], at=at)
