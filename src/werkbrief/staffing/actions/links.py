"""Giving a worker a personal link, and taking it back."""

from datetime import datetime, timedelta

from django.db import transaction

from werkbrief.accounts.models import Language, User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.models import (
    PersonalLink,
    Worker,
)

KIND = "staffing.personallink"
VALID = timedelta(days=180)


@transaction.atomic
def give_link(
    worker: Worker, language: Language, *, email: str = "", by: User, at: datetime
) -> PersonalLink:
    """A new link for half a year; the one before it no longer opens anything."""
    Worker.objects.select_for_update().get(pk=worker.pk)
    for old in PersonalLink.objects.filter(worker=worker, revoked_at=None):
        _revoke(old, by, at)
    link = PersonalLink.objects.create(
        agency_id=worker.agency_id,
        worker=worker,
        language=language,
        email=email,
        made_at=at,
        expires_on=(at + VALID).date(),
    )
    after = {"language": str(language), "expires_on": f"{link.expires_on}"}
    _record("staffing.link_given", link, by, at, after)
    return link


@transaction.atomic
def revoke_link(link: PersonalLink, *, by: User, at: datetime) -> None:
    """Taking it back twice is harmless; the address of the mail goes with it."""
    held = PersonalLink.objects.select_for_update().get(pk=link.pk)
    if held.revoked_at is None:
        _revoke(held, by, at)


def _revoke(link: PersonalLink, by: User, at: datetime) -> None:
    link.revoked_at, link.email = at, ""
    link.save(update_fields=["revoked_at", "email"])
    _record("staffing.link_revoked", link, by, at, None)


def _record(
    verb: str,
    link: PersonalLink,
    by: User,
    at: datetime,
    after: dict[str, str] | None,
) -> None:
    before = None if after else {"expires_on": f"{link.expires_on}"}
    record(verb, Deed(link.agency_id, by, at), [Trace(KIND, link.pk, before, after)])
