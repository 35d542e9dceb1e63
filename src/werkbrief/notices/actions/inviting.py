"""Telling somebody that they were given access."""

from datetime import datetime

from werkbrief.accounts.models import User
from werkbrief.notices.actions.queueing import Draft, queue
from werkbrief.staffing.models import AgencyRole, Membership


def tell_invited(membership: Membership, url: str, *, by: User, at: datetime) -> None:
    """One letter with one button: choosing a password, or just the way in."""
    draft = Draft(
        key=f"invitation:{membership.pk}:{at:%Y%m%d%H%M%S}",
        kind="invitation",
        to=membership.user.email,
        language=membership.user.language,
        words={
            "name": membership.user.name,
            "by": str(by),
            "username": membership.user.username,
            "is_new": not membership.user.has_own_password,
            "url": url,
        },
        client=membership.client,
    )
    queue(membership.client.agency, [draft], at=at)


def tell_employed(role: AgencyRole, url: str, *, by: User, at: datetime) -> None:
    """The same letter, for who works at the agency itself."""
    draft = Draft(
        key=f"invitation:bureau:{role.pk}:{at:%Y%m%d%H%M%S}",
        kind="invitation",
        to=role.user.email,
        language=role.user.language,
        words={
            "client": role.agency.name,
            "name": role.user.name,
            "by": str(by),
            "username": role.user.username,
            "is_new": not role.user.has_own_password,
            "url": url,
        },
    )
    queue(role.agency, [draft], at=at)
