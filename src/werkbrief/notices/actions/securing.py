"""Telling somebody what happened at the door of their own account."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from werkbrief.accounts.models import User
from werkbrief.notices.actions.posting import post_due
from werkbrief.notices.actions.queueing import Draft, queue
from werkbrief.notices.reads import portal_address
from werkbrief.staffing.reads import agency_of

# What may be told of a second step; the letter has a sentence for each.
STEPS = (
    "totp_activated",
    "totp_deactivated",
    "webauthn_added",
    "webauthn_removed",
    "recovery_codes_generated",
)


def tell_step(user: User, change: str, *, host: str, at: datetime) -> None:
    """A second step was switched on or off: to their own address, in their language.

    Whoever did so was signed in; this is for when that was somebody else.
    """
    if change not in STEPS or not user.email:
        return
    agency = agency_of(user, host)
    words = {
        "change": change,
        "moment": at,
        "url": portal_address("mfa_index", of=agency),
    }
    queue(agency, [_draft("step", user, words)], at=at)


def tell_reset(user: User, url: str, *, host: str, at: datetime) -> None:
    """A new password was asked for: the letter goes at once, and again if it must."""
    words = {"url": url, "button": _("Kies een nieuw wachtwoord")}
    draft = _draft("password", user, words)
    queue(agency_of(user, host), [draft], at=at)
    post_due(at=at, only=draft.key)


def _draft(kind: str, user: User, words: Mapping[str, object]) -> Draft:
    """Each time is a letter of its own; its key tells the journal no name."""
    return Draft(
        key=f"{kind}:{user.pk}:{uuid.uuid4().hex}",
        kind=kind,
        to=user.email,
        language=user.language or "nl",
        words={"name": user.name or user.username, "username": user.username, **words},
    )
