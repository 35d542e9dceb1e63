"""Tokens of integrations: made, rotated, revoked. A secret is told once."""

import hashlib
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.exchange.models import ApiToken, Scope
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.models import Agency, Client

KIND = "exchange.apitoken"
OVERLAP = timedelta(hours=24)
_HINT = 8


def digest_of(secret: str) -> str:
    """A secret of 256 random bits needs no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class TokenWish:
    """What a token is to be; `clients` None: all of the agency's, also later ones."""

    agency: Agency
    name: str
    scopes: Iterable[Scope]
    clients: Sequence[Client] | None = None


@transaction.atomic
def issue_token(wanted: TokenWish, *, by: User, at: datetime) -> tuple[ApiToken, str]:
    """Make a token; the second is the secret, which is nowhere else."""
    agency, clients = wanted.agency, wanted.clients
    secret = f"wb_{secrets.token_urlsafe(32)}"
    token = ApiToken.objects.create(
        agency=agency,
        name=wanted.name,
        scopes=[Scope(scope).value for scope in wanted.scopes],
        is_for_all=clients is None,
        acts_as=by,
        digest=digest_of(secret),
        hint=secret[:_HINT],
        made=at,
    )
    token.clients.set(clients or [])
    names = ["alle"] if clients is None else sorted(one.name for one in clients)
    after = {"scopes": token.scopes, "clients": names}
    _record(token, "exchange.token_issued", Deed(agency.pk, by, at), None, after)
    return token, secret


@transaction.atomic
def rotate_token(token: ApiToken, *, by: User, at: datetime) -> tuple[ApiToken, str]:
    """A new secret with the same rights; the old one works for another day."""
    clients = None if token.is_for_all else list(token.clients.all())
    scopes = [Scope(scope) for scope in token.scopes]
    wanted = TokenWish(token.agency, token.name, scopes, clients)
    fresh = issue_token(wanted, by=by, at=at)
    ends, was = at + OVERLAP, token.expires
    token.expires = min(token.expires, ends) if token.expires else ends
    token.save(update_fields=["expires"])
    before, after = ({"expires": _moment(one)} for one in (was, token.expires))
    deed = Deed(token.agency_id, by, at)
    _record(token, "exchange.token_rotated", deed, before, after)
    return fresh


@transaction.atomic
def revoke_token(token: ApiToken, *, by: User, at: datetime) -> None:
    """From now on it opens nothing; twice is harmless."""
    if not ApiToken.objects.filter(pk=token.pk, revoked=None).update(revoked=at):
        return
    token.revoked = at
    token.webhooks.filter(stopped=None).update(stopped=at)
    deed = Deed(token.agency_id, by, at)
    after = {"revoked": _moment(at)}
    _record(token, "exchange.token_revoked", deed, {"revoked": ""}, after)


def _record(
    token: ApiToken,
    verb: str,
    deed: Deed,
    before: Mapping[str, object] | None,
    after: Mapping[str, object],
) -> None:
    named = {"name": token.name}
    was = None if before is None else {**named, **before}
    record(verb, deed, [Trace(KIND, token.pk, was, {**named, **after})])


def _moment(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%d-%m-%Y %H:%M}" if at else ""
