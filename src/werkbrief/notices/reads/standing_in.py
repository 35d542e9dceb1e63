"""Whom to write to: the stand-in, as long as a member of a client is away."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.staffing.models import Membership, Substitute
from werkbrief.staffing.reads import address_for, substitutes_among


@dataclass(frozen=True, slots=True)
class Recipient:
    """`absent`: for whom they stand in, "" for nobody. `client`: as in the address."""

    user: User
    absent: str
    client: str


def recipient_of(members: Iterable[Membership], at: datetime) -> dict[int, Recipient]:
    """Membership id -> they, or who stands in for them that day: one statement.

    Nobody is left out: where the stand-in cannot be written to, it is the absent one,
    whether or not that one has an address.
    """
    chosen, today = list(members), timezone.localdate(at)
    away = substitutes_among(chosen, today)
    return {one.pk: _recipient(one, away.get(one.pk, ()), today) for one in chosen}


def recipients_among(
    members: Iterable[Membership], to: dict[int, Recipient]
) -> dict[int, tuple[Recipient, ...]]:
    """Client id -> each person once, as `recipient_of` told of these members."""
    found: dict[int, dict[int, Recipient]] = defaultdict(dict)
    told = [(one.client_id, to[one.pk]) for one in members]
    # For themselves first: who stands in besides keeps their own address.
    for client, one in sorted(told, key=lambda each: bool(each[1].absent)):
        known = found[client].get(one.user.pk)
        found[client][one.user.pk] = replace(one, client=known.client) if known else one
    return {client: tuple(people.values()) for client, people in found.items()}


def _recipient(
    member: Membership, held: Sequence[Substitute], today: date
) -> Recipient:
    """The first of these is the one of today, if there is one."""
    if held and held[0].starts_on <= today:
        user = held[0].stand_in.user
        if user.is_active and user.email:
            return Recipient(user, member.who, address_for(held[0], member.client))
    return Recipient(member.user, "", member.client.slug)
