"""Who stands in for whom at a client, and what one lends to the other meanwhile."""

import re
from collections.abc import Iterable
from datetime import date

from werkbrief.accounts.models import User
from werkbrief.staffing.models import LENT, Client, Membership, Substitute
from werkbrief.staffing.reads.visiting import at_house, met

# What a stand-in's addresses have where a client's slug stands: "anker__12".
ADDRESS = re.compile(r"(?P<client>.+)__(?P<number>\d{1,9})")
PEOPLE = ("absent__user", "absent__client__agency", "stand_in__user")


def address_for(substitute: Substitute, client: Client) -> str:
    """Where the stand-in does the other's work: a client's address, and for whom.

    It stands in the address itself, so that a link may be mailed, and two windows may
    be open: one for oneself, one for a colleague.
    """
    return f"{client.slug}__{substitute.pk}"


def client_of(address: str) -> str:
    """The client alone of such an address; "" for any other."""
    match = ADDRESS.fullmatch(address)
    return match["client"] if match else ""


def standing_in(
    user: User, address: str, on: date, host: str = ""
) -> Membership | None:
    """The absent colleague's own membership, as lent that day: one statement."""
    match = ADDRESS.fullmatch(address)
    if match is None:
        return None
    held = (
        Substitute.objects.on(on)
        .filter(
            at_house(host, "absent__client__agency__"),
            pk=match["number"],
            stand_in__user=user,
            absent__client__slug=match["client"],
            absent__client__archived_on__isnull=True,
        )
        .select_related(*PEOPLE)
        .first()
    )
    return None if held is None else _lent(held)


def stood_in_for(user: User, on: date, host: str = "") -> list[Substitute]:
    """For whom this person stands in that day, at any client: one statement."""
    return [one for one in coming_for(user, on, host) if one.starts_on <= on]


def once_lent(user: User, address: str) -> bool:
    """Whether this may have been an address of theirs: then it is told that it is over.

    What was withdrawn on its first day left no row: then it is enough to belong there.
    """
    match = ADDRESS.fullmatch(address)
    if match is None:
        return False
    if held := Substitute.objects.filter(pk=match["number"]).first():
        return bool(held.stand_in.user_id == user.pk)
    return user.memberships.filter(client__slug=match["client"]).exists()


def coming_for(user: User, day: date, host: str = "") -> list[Substitute]:
    """The same, with what is still to come: one statement."""
    held = Substitute.objects.from_day(day).filter(
        at_house(host, "absent__client__agency__"),
        stand_in__user=user,
        absent__client__archived_on__isnull=True,
    )
    return list(held.select_related(*PEOPLE).order_by("starts_on", "pk"))


def possible_stand_ins(
    memberships: Iterable[Membership], user: User
) -> list[Membership]:
    """Colleagues at the same clients, by client and name: one statement."""
    clients = {membership.client_id for membership in memberships}
    found = met(Membership.objects.filter(client__in=clients, user__is_active=True))
    return list(
        found.exclude(user=user)
        .select_related("client")
        .order_by("client__name", "user__name", "user__username")
    )


def substitutes_among(
    memberships: Iterable[Membership], on: date
) -> dict[int, list[Substitute]]:
    """Membership id -> who stands in for it from that day on: one statement."""
    numbers = [membership.pk for membership in memberships]
    held = Substitute.objects.from_day(on).filter(absent__in=numbers)
    found: dict[int, list[Substitute]] = {}
    for one in held.select_related(*PEOPLE).order_by("starts_on", "pk"):
        found.setdefault(one.absent_id, []).append(one)
    return found


def _lent(held: Substitute) -> Membership:
    """Its departments, its rights but for accounts; nothing that they keep."""
    lent = held.absent
    lent.rights = [right.value for right in LENT if lent.may(right)]
    lent.kept_filters = []
    lent.lent_to = held
    lent.can_switch = True
    # Every link on the page goes on for the same colleague; it is never stored.
    lent.client.slug = address_for(held, lent.client)
    return lent
