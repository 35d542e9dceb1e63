"""A client's own people: inviting a colleague, giving rights, taking them back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.journal.models import Event
from werkbrief.staffing.models import Membership, Right
from werkbrief.staffing.refusals import AlreadyMember, NotYourself

KIND = "staffing.membership"


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom to invite, and to what."""

    name: str
    email: str
    rights: Collection[Right]


@transaction.atomic
def invite(manager: Membership, guest: Invited, *, at: datetime) -> Membership:
    """Make a colleague a member of the manager's client; an account if need be.

    Nobody gives what they have not: rights outside the manager's own are left out, and
    who is narrowed invites to the same departments. Raises AlreadyMember.
    """
    user, known = whom(guest, manager.client.agency_id, manager.user.language)
    membership, is_new = Membership.objects.get_or_create(
        user=user,
        client=manager.client,
        defaults={
            "rights": _within(manager, guest.rights),
            "is_narrowed": manager.is_narrowed,
            **known,
        },
    )
    if not is_new:
        raise AlreadyMember(guest.name)
    membership.departments.set(manager.departments.all())
    _record("invited", manager, membership, None, membership.rights, at)
    return membership


@transaction.atomic
def give_rights(
    manager: Membership, colleague: Membership, rights: Collection[Right], at: datetime
) -> None:
    """Make these the colleague's rights, as far as the manager's own reach.

    What the manager has not, stays with the colleague as it was. Raises NotYourself.
    """
    held = _held(manager, colleague)
    outside = [right for right in held.rights if right not in manager.rights]
    before, after = held.rights, _within(manager, rights) + outside
    if sorted(before) != sorted(after):
        held.rights = after
        held.save(update_fields=["rights"])
        _record("rights_given", manager, held, before, after, at)


@transaction.atomic
def end_membership(manager: Membership, colleague: Membership, *, at: datetime) -> None:
    """The colleague sees this client no longer; what they did stays in the journal."""
    held = _held(manager, colleague)
    _record("membership_ended", manager, held, held.rights, None, at)
    held.delete()


def _held(manager: Membership, colleague: Membership) -> Membership:
    if colleague.pk == manager.pk:
        raise NotYourself
    return Membership.objects.select_for_update().get(pk=colleague.pk)


def _within(manager: Membership, rights: Collection[Right]) -> list[str]:
    return [right.value for right in Right if right in rights and manager.may(right)]


def whom(guest: Invited, agency: int, language: str) -> tuple[User, dict[str, str]]:
    """The account of this address, made if need be, and what may be told of it.

    Of somebody who has one elsewhere that is what the inviter typed, and no more.
    """
    found = _known(guest.email)
    if found is None:
        return _newcomer(guest, language), {}
    ours = Q(agency_roles__agency=agency) | Q(
        memberships__client__agency=agency, memberships__known_name=""
    )
    deeds = Event.objects.filter(by=found, agency_id=agency)
    if User.objects.filter(ours, pk=found.pk).exists() or deeds.exists():
        return found, {}
    return found, {"known_name": guest.name, "known_address": guest.email}


def _known(email: str) -> User | None:
    """The one person who signs in with this address."""
    by_name = User.objects.filter(username=email.lower()).first()
    by_address = list(User.objects.filter(email__iexact=email)[:2])
    return by_name or (by_address[0] if len(by_address) == 1 else None)


def _newcomer(guest: Invited, language: str) -> User:
    """Signs in with the address, after choosing an own password.

    Is written to in the manager's language until then.
    """
    user = User(
        username=guest.email, email=guest.email, name=guest.name, language=language
    )
    user.set_unusable_password()
    user.save()
    return user


def _record(  # noqa: PLR0913, PLR0917  (a line of the journal has this many parts)
    verb: str,
    manager: Membership,
    membership: Membership,
    before: list[str] | None,
    after: list[str] | None,
    at: datetime,
) -> None:
    deed = Deed(manager.client.agency_id, manager.user, at)
    whom = {"name": membership.who, "user": membership.user_id}
    was = None if before is None else whom | {"rights": before}
    now = None if after is None else whom | {"rights": after}
    record(f"staffing.{verb}", deed, [Trace(KIND, membership.pk, was, now)])
