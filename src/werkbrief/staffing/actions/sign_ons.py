"""A client's own way of signing in: trusted from now on, or no longer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.crypto import get_random_string

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.models import Agency, Client, SignOn

KIND = "staffing.signon"
LOWER = "abcdefghijklmnopqrstuvwxyz0123456789"


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who is trusted, about whom; the secret is what the issuer gave us."""

    name: str
    address: str
    client_id: str
    secret: str
    clients: Collection[Client]


@transaction.atomic
def trust_issuer(agency: Agency, issuer: Issuer, *, by: User, at: datetime) -> SignOn:
    """Let this issuer say who somebody is, for these clients of the agency."""
    made = SignOn(
        agency=agency,
        name=issuer.name,
        slug=get_random_string(10, LOWER),
        issuer=issuer.address,
        client_id=issuer.client_id,
    )
    made.secret = issuer.secret
    made.save()
    made.clients.set(issuer.clients)
    slugs = sorted(client.slug for client in issuer.clients)
    after = {"name": made.name, "issuer": made.issuer, "clients": slugs}
    trace = Trace(KIND, made.pk, None, after)
    record("staffing.issuer_trusted", Deed(agency.pk, by, at), [trace])
    return made


@transaction.atomic
def end_trust(sign_on: SignOn, *, by: User, at: datetime) -> None:
    """Believe this issuer no longer; whoever is inside stays until signing out."""
    held = SignOn.objects.select_for_update().get(pk=sign_on.pk)
    if held.ended:
        return
    held.ended = at
    held.save(update_fields=["ended"])
    trace = Trace(KIND, held.pk, {"name": held.name, "issuer": held.issuer}, None)
    record("staffing.issuer_ended", Deed(held.agency_id, by, at), [trace])
