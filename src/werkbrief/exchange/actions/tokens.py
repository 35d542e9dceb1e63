"""Tokens of integrations: made, rotated, revoked. A secret is told once."""

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

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
    _record(token, "exchange.token_issued", by, at, {"scopes": token.scopes})
    return token, secret


@transaction.atomic
def rotate_token(token: ApiToken, *, by: User, at: datetime) -> tuple[ApiToken, str]:
    """A new secret with the same rights; the old one works for another day."""
    clients = None if token.is_for_all else list(token.clients.all())
    scopes = [Scope(scope) for scope in token.scopes]
    wanted = TokenWish(token.agency, token.name, scopes, clients)
    fresh = issue_token(wanted, by=by, at=at)
    ends = at + OVERLAP
    token.expires = min(token.expires, ends) if token.expires else ends
    token.save(update_fields=["expires"])
    _record(token, "exchange.token_rotated", by, at, {"expires": str(token.expires)})
    return fresh


@transaction.atomic
def revoke_token(token: ApiToken, *, by: User, at: datetime) -> None:
    """From now on it opens nothing."""
    token.revoked = token.revoked or at
    token.save(update_fields=["revoked"])
    token.webhooks.filter(stopped=None).update(stopped=at)
    _record(token, "exchange.token_revoked", by, at, {"revoked": str(token.revoked)})


def _record(
    token: ApiToken, verb: str, by: User, at: datetime, after: dict[str, object]
) -> None:
    trace = Trace(KIND, token.pk, None, {"name": token.name, **after})
    record(verb, Deed(token.agency_id, by, at), [trace])
