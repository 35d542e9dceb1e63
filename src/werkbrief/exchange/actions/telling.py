"""Telling other systems what happened: signed, again until it arrives, replayable."""

import hashlib
import hmac
import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import F, Max

from werkbrief.accounts.sealing import seal, unseal
from werkbrief.exchange.models import ApiToken, Webhook, WebhookCall
from werkbrief.exchange.transports import OutOfBounds, refuse_own_net
from werkbrief.journal.actions import Deed, Snapshot, Trace, record
from werkbrief.journal.models import Event
from werkbrief.words.refusals import Refusal

EVENTS = (
    "timesheets.changed",
    "timesheets.approved",
    "timesheets.rejected",
    "timesheets.prepared",
    "planning.planned",
    "exchange.exported",
    "exchange.settled",
)
TIMEOUT = 10.0
AT_ONCE = 200
MOST_TRIES = 20
# An event gets its number before its transaction ends: wait for earlier ones.
SETTLED_AFTER = timedelta(seconds=30)
_MOST = 200
_WAIT, _LONGEST, _DOUBLINGS = timedelta(minutes=1), timedelta(hours=6), 9


@transaction.atomic
def listen(
    token: ApiToken, address: str, events: Iterable[str], secret: str, *, at: datetime
) -> Webhook:
    """From now on tell this address of these. Raises Refusal."""
    wanted = sorted(set(events))
    if unknown := [event for event in wanted if event not in EVENTS]:
        raise Refusal(
            f"“{unknown[0][:60]}” is geen gebeurtenis. Kies uit: {', '.join(EVENTS)}.",
            field="events",
        )
    refuse_own_net(urlsplit(address).hostname or "")
    last = Event.objects.aggregate(last=Max("pk"))["last"] or 0
    made = Webhook.objects.create(
        agency=token.agency,
        token=token,
        address=address,
        secret=seal(secret),
        events=wanted,
        told_until=last,
    )
    _record(made, "exchange.webhook_made", at, None, _shown(made))
    return made


@transaction.atomic
def stop_listening(webhook: Webhook, *, at: datetime) -> None:
    """Tell this address nothing more; twice is harmless."""
    if Webhook.objects.filter(pk=webhook.pk, stopped=None).update(stopped=at):
        _record(webhook, "exchange.webhook_stopped", at, _shown(webhook), None)


def replay(webhook: Webhook, since: datetime) -> None:
    """Tell everything since then again, in its order."""
    before = Event.objects.filter(agency_id=webhook.agency_id, at__lt=since)
    webhook.told_until = before.aggregate(last=Max("pk"))["last"] or 0
    webhook.save(update_fields=["told_until"])


def _shown(webhook: Webhook) -> dict[str, Any]:
    """Its server only: the rest of an address may be a key."""
    host = urlsplit(webhook.address).hostname or ""
    return {"address": host, "events": webhook.events}


def _record(webhook: Webhook, verb: str, at: datetime, *states: Snapshot) -> None:
    """In the name of whom the token acts for."""
    deed = Deed(webhook.agency_id, webhook.token.acts_as, at)
    record(verb, deed, [Trace("exchange.webhook", webhook.pk, *states)])


def tell_due(*, at: datetime) -> int:
    """Put what happened in the queues, and send what is due; how many arrived."""
    for webhook in Webhook.objects.filter(stopped=None):
        _queue(webhook, at)
    due = WebhookCall.objects.filter(due__lte=at, webhook__stopped=None)
    calls = due.select_related("webhook").order_by("webhook", "pk")[:AT_ONCE]
    return sum(_call(call, at) for call in calls)


@transaction.atomic
def _queue(webhook: Webhook, at: datetime) -> None:
    webhook = Webhook.objects.select_for_update().get(pk=webhook.pk)
    token = webhook.token
    events = list(
        Event.objects.filter(
            agency_id=webhook.agency_id,
            pk__gt=webhook.told_until,
            verb__in=webhook.events,
            at__lte=at - SETTLED_AFTER,
        )
        .order_by("pk")
        .prefetch_related("changes")[:AT_ONCE]
    )
    if not events or token.revoked:
        return
    WebhookCall.objects.bulk_create(
        WebhookCall(webhook=webhook, event=event.pk, body=_body(event), due=at)
        for event in events
    )
    webhook.told_until = events[-1].pk
    webhook.save(update_fields=["told_until"])


def _body(event: Event) -> dict[str, Any]:
    return {
        "id": event.pk,
        "event": event.verb,
        "at": event.at.isoformat(),
        "changes": [
            {"kind": c.kind, "id": c.subject_id, "before": c.before, "after": c.after}
            for c in event.changes.all()
        ],
    }


def _call(call: WebhookCall, at: datetime) -> int:
    pause = min(_WAIT * 2 ** min(call.tries, _DOUBLINGS), _LONGEST)
    mine = WebhookCall.objects.filter(pk=call.pk, tries=call.tries, arrived=None)
    if not mine.update(tries=F("tries") + 1, due=at + pause):
        return 0
    told = _send(call, at)
    fields: dict[str, Any] = {"told": told}
    if told.startswith("2"):
        fields |= {"arrived": at, "due": None}
    elif call.tries + 1 >= MOST_TRIES:
        fields |= {"due": None}
    WebhookCall.objects.filter(pk=call.pk).update(**fields)
    return int("arrived" in fields)


def _send(call: WebhookCall, at: datetime) -> str:
    # Three megabytes that only the background has a use for.
    import httpx  # noqa: PLC0415

    from werkbrief.exchange.transports.careful import (  # noqa: PLC0415
        CarefulTransport,
    )

    body = json.dumps(call.body)
    stamp = int(at.timestamp())
    headers = {
        "Content-Type": "application/json",
        "Werkbrief-Signature": signature(unseal(call.webhook.secret), stamp, body),
    }
    try:
        with httpx.Client(
            transport=CarefulTransport(), trust_env=False, timeout=TIMEOUT
        ) as client:
            answer = client.post(call.webhook.address, content=body, headers=headers)
    except OutOfBounds as refusal:
        return refusal.sentence[:_MOST]
    except (httpx.HTTPError, httpx.InvalidURL) as broken:
        return type(broken).__name__
    return str(answer.status_code)


def signature(secret: str, stamp: int, body: str) -> str:
    """`t=…,v1=…`: HMAC-SHA256 of stamp, dot, body; the stamp guards against replay."""
    code = hmac.new(secret.encode(), f"{stamp}.{body}".encode(), hashlib.sha256)
    return f"t={stamp},v1={code.hexdigest()}"
