"""The agency gives its clients' people access: by mail or with a first password."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from werkbrief.accounts.actions import hand_out_password
from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.actions.members import KIND, Invited, whom
from werkbrief.staffing.models import Client, Department, Membership, Right
from werkbrief.staffing.refusals import (
    AlreadyMember,
    NameTaken,
    NotOursAlone,
    RightsMoved,
)
from werkbrief.walls import everywhere


@dataclass(frozen=True, slots=True)
class Access:
    """What somebody may at a client; `departments` None is all of them."""

    rights: Collection[Right]
    departments: Collection[Department] | None = None


@transaction.atomic
def admit(
    client: Client, guest: Invited, access: Access, *, by: User, at: datetime
) -> Membership:
    """Whoever has this address is a member from now on. Raises AlreadyMember."""
    user, known = whom(guest, client.agency_id, by.language)
    return _join(client, user, access, known, Deed(client.agency_id, by, at))


@transaction.atomic
def admit_with_password(  # noqa: PLR0913
    client: Client,
    username: str,
    guest: Invited,
    access: Access,
    *,
    by: User,
    at: datetime,
) -> tuple[Membership, str]:
    """A new account and its first password, to be told by hand. Raises NameTaken."""
    if User.objects.filter(username=username.lower()).exists():
        raise NameTaken(username)
    user = User(
        username=username, email=guest.email, name=guest.name, language=by.language
    )
    password = hand_out_password(user)
    deed = Deed(client.agency_id, by, at)
    return _join(client, user, access, {}, deed), password


@transaction.atomic
def give_access(
    membership: Membership, access: Access, *, seen: str, by: User, at: datetime
) -> None:
    """Make these the rights and departments. Raises RightsMoved on a stale screen."""
    rows = Membership.objects.select_for_update().select_related("client")
    held = rows.get(pk=membership.pk)
    if access_stamp(held) != seen:
        raise RightsMoved
    before = _told(held)
    _give(held, access)
    after = _told(held)
    if before != after:
        deed = Deed(held.client.agency_id, by, at)
        record("staffing.rights_given", deed, [Trace(KIND, held.pk, before, after)])


@transaction.atomic
def end_access(membership: Membership, *, by: User, at: datetime) -> None:
    """They see this client no longer; twice is harmless."""
    rows = Membership.objects.select_for_update().select_related("client")
    held = rows.filter(pk=membership.pk).first()
    if held is None:
        return
    deed = Deed(held.client.agency_id, by, at)
    trace = Trace(KIND, held.pk, _told(held), None)
    held.delete()
    record("staffing.membership_ended", deed, [trace])


@transaction.atomic
def renew_password(user: User, agency: int, *, by: User, at: datetime) -> str:
    """A first password again, told by hand. Raises NotOursAlone.

    An account that opens something elsewhere is not this agency's to open.
    """
    if not is_ours_alone(user, agency):
        raise NotOursAlone
    password = hand_out_password(user)
    _about("staffing.password_handed_out", user, Deed(agency, by, at))
    return password


@transaction.atomic
def note_sessions_ended(user: User, agency: int, *, by: User, at: datetime) -> None:
    """Write it down; ending them is for who knows the sessions. Raises NotOursAlone."""
    if not is_ours_alone(user, agency):
        raise NotOursAlone
    _about("staffing.sessions_ended", user, Deed(agency, by, at))


def is_ours_alone(user: User, agency: int) -> bool:
    """Whether nothing beyond this agency hangs on the account."""
    with everywhere():
        elsewhere = (
            user.is_staff
            or user.memberships.exclude(client__agency=agency).exists()
            or user.agency_roles.exclude(agency=agency).exists()
        )
    return not elsewhere


def access_stamp(membership: Membership) -> str:
    """What a screen showed of these rights, to refuse a stale write."""
    return f"{sorted(membership.rights)}{_told(membership)['departments']}"


def _join(
    client: Client, user: User, access: Access, known: dict[str, str], deed: Deed
) -> Membership:
    membership, is_new = Membership.objects.get_or_create(
        user=user, client=client, defaults=known
    )
    if not is_new:
        raise AlreadyMember(membership.known_name or str(user))
    _give(membership, access)
    trace = Trace(KIND, membership.pk, None, _told(membership))
    record("staffing.admitted", deed, [trace])
    return membership


def _give(membership: Membership, access: Access) -> None:
    membership.rights = [right.value for right in Right if right in access.rights]
    membership.is_narrowed = access.departments is not None
    membership.save(update_fields=["rights", "is_narrowed"])
    membership.departments.set(access.departments or ())


def _told(membership: Membership) -> dict[str, object]:
    names = membership.departments.order_by("name").values_list("name", flat=True)
    return {
        "name": membership.who,
        "user": membership.user_id,
        "rights": list(membership.rights),
        "departments": list(names) if membership.is_narrowed else "alle",
    }


def _about(verb: str, user: User, deed: Deed) -> None:
    record(verb, deed, [Trace("accounts.user", user.pk, None, {"name": str(user)})])
