"""Which machine is calling, for whom, and how often: scope first."""

from datetime import timedelta

from django.core.cache import cache
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from werkbrief.api.problems import Problem
from werkbrief.exchange.actions import digest_of
from werkbrief.exchange.models import ApiToken, Scope
from werkbrief.staffing.models import Client
from werkbrief.timesheets.models import TimeEntry, TimeEntryQuerySet
from werkbrief.walls import stay_within

A_MINUTE = 600
_KEPT = 120


class TokenRequest(HttpRequest):
    """A request with a token that opens the door."""

    auth: ApiToken


class Token(HttpBearer):
    openapi_description = "Het token van de koppeling, zoals het één keer is getoond."

    def authenticate(self, _request: HttpRequest, token: str) -> ApiToken | None:
        """One statement. Revoked, expired and unknown look alike."""
        tokens = ApiToken.objects.select_related("agency", "acts_as")
        found = tokens.filter(digest=digest_of(token), revoked=None).first()
        if found is None or (found.expires and found.expires <= timezone.now()):
            return None
        stay_within(found.agency_id)
        _refuse_haste(found)
        return found


def allowed(request: HttpRequest, scope: Scope) -> ApiToken:
    """The token, if it may do this; else what it asks for does not exist."""
    token: ApiToken = request.auth  # type: ignore[attr-defined]
    if not token.may(scope):
        raise Problem(404, "Dit bestaat niet, of het token mag er niet bij.")
    return token


def clients_of(token: ApiToken) -> QuerySet[Client]:
    clients = token.agency.clients.filter(archived_on=None)
    return clients if token.is_for_all else clients.filter(pk__in=token.clients.all())


def client_of(token: ApiToken, slug: str) -> Client:
    found = clients_of(token).filter(slug=slug).first()
    if found is None:
        raise Problem(404, f"Opdrachtgever “{slug[:60]}” bestaat niet.")
    return found


def entries_of(token: ApiToken) -> TimeEntryQuerySet:
    return TimeEntry.objects.filter(client__in=clients_of(token))


def _refuse_haste(token: ApiToken) -> None:
    now = timezone.now()
    key = f"api:{token.pk}:{now:%H%M}"
    cache.add(key, 0, _KEPT)
    try:
        count = cache.incr(key)
    except ValueError:  # it ran out between the two lines
        return
    if count > A_MINUTE:
        wait = (
            now.replace(second=0, microsecond=0) + timedelta(minutes=1) - now
        ).seconds
        raise Problem(
            429,
            f"Meer dan {A_MINUTE} verzoeken in een minuut. Wacht {wait + 1} seconden.",
            headers={"Retry-After": str(wait + 1)},
        )
