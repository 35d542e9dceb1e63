"""Who works at the agency itself, and as what."""

from datetime import datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.actions.members import Invited, whom
from werkbrief.staffing.models import Agency, AgencyRole, Role
from werkbrief.staffing.refusals import (
    AlreadyMember,
    LastAdministrator,
    NotYourOwnRole,
    RoleMoved,
)

KIND = "staffing.agencyrole"


@transaction.atomic
def employ(
    agency: Agency, guest: Invited, role: Role, *, by: User, at: datetime
) -> AgencyRole:
    """Whoever has this address works here from now on. Raises AlreadyMember."""
    user, known = whom(guest, agency.pk, by.language)
    made, is_new = AgencyRole.objects.get_or_create(
        agency=agency, user=user, defaults={"role": role, **known}
    )
    if not is_new:
        raise AlreadyMember(guest.name)
    after = {"name": guest.name, "role": Role(role).label}
    _record("staffing.employed", made, None, after, Deed(agency.pk, by, at))
    return made


@transaction.atomic
def give_role(
    held: AgencyRole, role: Role, *, seen: str, by: User, at: datetime
) -> None:
    """`seen`: the role as it stood on screen.

    Raises RoleMoved on a stale screen, NotYourOwnRole and LastAdministrator.
    """
    held = _locked(held, by)
    if held.role == role:
        return
    if held.role != seen:
        raise RoleMoved(held.who, Role(held.role).label)
    _spare_the_last(held)
    before = Role(held.role).label
    held.role = role.value
    held.save(update_fields=["role"])
    was, now = ({"name": held.who, "role": one} for one in (before, role.label))
    _record("staffing.role_given", held, was, now, Deed(held.agency_id, by, at))


@transaction.atomic
def dismiss(held: AgencyRole, *, by: User, at: datetime) -> None:
    """The office is closed to them; what they did stays. Raises as giving a role."""
    held = _locked(held, by)
    _spare_the_last(held)
    before = {"name": held.who, "role": Role(held.role).label}
    _record("staffing.dismissed", held, before, None, Deed(held.agency_id, by, at))
    held.delete()


def _locked(held: AgencyRole, by: User) -> AgencyRole:
    # All of the agency's: two who demote each other must not both succeed.
    rows = AgencyRole.objects.select_for_update().filter(agency=held.agency_id)
    found = next(row for row in rows if row.pk == held.pk)
    if found.user_id == by.pk:
        raise NotYourOwnRole
    return found


def _spare_the_last(held: AgencyRole) -> None:
    others = AgencyRole.objects.filter(
        agency=held.agency_id, role=Role.ADMINISTRATOR
    ).exclude(pk=held.pk)
    if held.role == Role.ADMINISTRATOR and not others.exists():
        raise LastAdministrator


def _record(
    verb: str,
    held: AgencyRole,
    before: dict[str, str] | None,
    after: dict[str, str] | None,
    deed: Deed,
) -> None:
    record(verb, deed, [Trace(KIND, held.pk, before, after)])
