"""Telling both that one stands in for the other, or no longer does."""

from datetime import datetime

from werkbrief.accounts.models import User
from werkbrief.notices.actions.queueing import Draft, queue
from werkbrief.notices.reads import portal_address
from werkbrief.staffing.models import Membership, Substitute


def tell_substitute(held: Substitute, *, by: User, at: datetime) -> None:
    """To the stand-in; to the absent one too, where somebody else arranged it."""
    _tell(held, by, at, "substitute")


def tell_substitute_over(held: Substitute, *, by: User, at: datetime) -> None:
    """To both but for who ended it before its last day."""
    _tell(held, by, at, "substitute-over")


def _tell(held: Substitute, by: User, at: datetime, occasion: str) -> None:
    both = (held.stand_in, held.absent)
    drafts = [
        _draft(held, to, by, occasion)
        for to in both
        if to.user.email and to.user_id != by.pk
    ]
    queue(held.absent.client.agency, drafts, at=at)


def _draft(held: Substitute, to: Membership, by: User, occasion: str) -> Draft:
    client = held.absent.client
    return Draft(
        key=f"{occasion}:{held.pk}:{to.pk}",
        kind="substitute",
        to=to.user.email,
        language=to.user.language or "nl",
        words={
            "name": to.user.name,
            "absent": held.absent.who,
            "stand_in": held.stand_in.who,
            "is_stand_in": to.pk == held.stand_in_id,
            "is_over": occasion == "substitute-over",
            "first": held.starts_on,
            "last": held.ends_on,
            "by": str(by),
            "url": portal_address("account", of=client.agency),
        },
        client=client,
    )
