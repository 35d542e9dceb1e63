"""Telling both that one stands in for the other."""

from datetime import datetime

from werkbrief.accounts.models import User
from werkbrief.notices.actions.queueing import Draft, queue
from werkbrief.notices.reads import portal_address
from werkbrief.staffing.models import Membership, Substitute


def tell_substitute(held: Substitute, *, by: User, at: datetime) -> None:
    """To the stand-in; to the absent one too, where somebody else arranged it."""
    people = [held.stand_in]
    if held.absent.user_id != by.pk:
        people.append(held.absent)
    drafts = [_draft(held, to, by) for to in people if to.user.email]
    queue(held.absent.client.agency, drafts, at=at)


def _draft(held: Substitute, to: Membership, by: User) -> Draft:
    client = held.absent.client
    return Draft(
        key=f"substitute:{held.pk}:{to.pk}",
        kind="substitute",
        to=to.user.email,
        language=to.user.language or "nl",
        words={
            "name": to.user.name,
            "absent": held.absent.who,
            "stand_in": held.stand_in.who,
            "is_stand_in": to.pk == held.stand_in_id,
            "first": held.starts_on,
            "last": held.ends_on,
            "by": str(by),
            "url": portal_address("account", of=client.agency),
        },
        client=client,
    )
