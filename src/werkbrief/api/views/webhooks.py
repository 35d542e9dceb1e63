"""Hearing what happened: addresses, their secret told once, telling again."""

import secrets
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status
from ninja.params.functions import Path

from werkbrief.api.access import allowed
from werkbrief.api.forms import NewWebhookOut, ReplayIn, WebhookIn, WebhooksOut
from werkbrief.api.problems import Problem, problems
from werkbrief.exchange.actions import listen, replay, stop_listening
from werkbrief.exchange.models import ApiToken, Scope, Webhook

router = Router(tags=["gebeurtenissen"])
Id = Path(ge=1, lt=2**63)


@router.get(
    "/webhooks",
    response=WebhooksOut,
    openapi_extra=problems(404),
    url_name="webhooks",
    summary="De adressen die horen wat er gebeurde",
)
def webhooks(request: HttpRequest) -> dict[str, Any]:
    token = allowed(request, Scope.WEBHOOKS)
    return {"items": list(_webhooks(token).values("id", "address", "events"))}


@router.post(
    "/webhooks",
    response={201: NewWebhookOut},
    openapi_extra=problems(404, 409),
    url_name="webhooks",
    summary="Een adres toevoegen; het geheim komt één keer terug",
)
def add_webhook(request: HttpRequest, told: WebhookIn) -> Status[dict[str, Any]]:
    token = allowed(request, Scope.WEBHOOKS)
    if not token.is_for_all:
        raise Problem(404, "Dit kan alleen met een token voor alle opdrachtgevers.")
    secret = secrets.token_urlsafe(32)
    made = listen(token, told.address, told.events, secret, at=timezone.now())
    told_back = {
        "id": made.pk,
        "address": made.address,
        "events": made.events,
        "secret": secret,
    }
    return Status(201, told_back)


@router.delete(
    "/webhooks/{pk}",
    response={204: None},
    openapi_extra=problems(404),
    url_name="webhook",
    summary="Een adres hoort niets meer",
)
def stop_webhook(request: HttpRequest, pk: int = Id) -> Status[None]:
    stop_listening(_webhook(request, pk), at=timezone.now())
    return Status(204, None)


@router.post(
    "/webhooks/{pk}/replays",
    response={204: None},
    openapi_extra=problems(404),
    url_name="replays",
    summary="Alles sinds een tijdstip opnieuw vertellen",
)
def replay_webhook(request: HttpRequest, told: ReplayIn, pk: int = Id) -> Status[None]:
    since = told.since
    if since.tzinfo is None:
        since = timezone.make_aware(since)
    replay(_webhook(request, pk), since)
    return Status(204, None)


def _webhooks(token: ApiToken) -> QuerySet[Webhook]:
    """Those of this integration, also when its token was rotated."""
    return Webhook.objects.filter(
        agency=token.agency, stopped=None, token__name=token.name
    )


def _webhook(request: HttpRequest, pk: int) -> Webhook:
    found = _webhooks(allowed(request, Scope.WEBHOOKS)).filter(pk=pk).first()
    if found is None:
        raise Problem(404, "Dit adres bestaat niet.")
    return found
