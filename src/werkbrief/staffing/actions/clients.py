"""Opening a client, and naming who of the agency looks after it."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.actions.keeping import add
from werkbrief.staffing.models import AgencyRole, Agreement, Client, Contact, fold
from werkbrief.staffing.refusals import AlreadyHolds, ContactsMoved
from werkbrief.walls import everywhere

# What stands in an address where otherwise a client's short name stands.
TAKEN = {"nieuw"}


@transaction.atomic
def open_client(client: Client, *, by: User, at: datetime) -> Client:
    """A new client, with a short name for its addresses that never changes."""
    client.slug = _free(slugify(fold(client.name))[:45] or "opdrachtgever")
    return add(client, by=by, at=at)


@transaction.atomic
def name_contacts(
    client: Client, roles: Collection[AgencyRole], *, seen: str, by: User, at: datetime
) -> None:
    """Make these the people of the agency that this client may ask for.

    `seen`: how they stood on screen, see `contacts_stamp`. Raises ContactsMoved.
    """
    Client.objects.select_for_update().get(pk=client.pk)
    there = {c.role_id: c for c in client.contacts.select_related("role__user")}
    wanted = {role.pk: role for role in roles if role.agency_id == client.agency_id}
    if set(there) == set(wanted):
        return
    if contacts_stamp(client) != seen:
        raise ContactsMoved
    before = sorted(contact.role.who for contact in there.values())
    client.contacts.exclude(role__in=list(wanted)).delete()
    Contact.objects.bulk_create(
        Contact(client=client, role=role)
        for pk, role in wanted.items()
        if pk not in there
    )
    after = sorted(role.who for role in wanted.values())
    deed = Deed(client.agency_id, by, at, client.name)
    states = ({"contacts": ", ".join(names)} for names in (before, after))
    record("staffing.contacts_named", deed, [Trace(KIND, client.pk, *states)])


def contacts_stamp(client: Client) -> str:
    """Who they are now; whoever chooses over older ones is refused."""
    chosen = client.contacts.order_by("role").values_list("role", flat=True)
    return ",".join(map(str, chosen))


@transaction.atomic
def withdraw_agreement(agreement: Agreement, *, by: User, at: datetime) -> None:
    """A CAO that holds from a day still to come does not come. Raises AlreadyHolds."""
    held = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if held.valid_from <= at.date():
        raise AlreadyHolds
    before = {"pack": held.pack, "valid_from": str(held.valid_from)}
    deed = Deed(held.client.agency_id, by, at, held.client.name)
    trace = Trace("staffing.agreement", held.pk, before, None)
    held.delete()
    record("staffing.agreement_withdrawn", deed, [trace])


KIND = "staffing.client"


def _free(slug: str) -> str:
    """The slug, or with a number behind it: it is one per installation."""
    with everywhere():
        alike = Client.objects.filter(slug__startswith=slug)
        used = TAKEN | set(alike.values_list("slug", flat=True))
    numbered = (f"{slug}-{n}" for n in range(2, len(used) + 3))
    return slug if slug not in used else next(s for s in numbered if s not in used)
