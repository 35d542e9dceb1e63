"""Keeping receivers and payroll layouts: made, changed, put away."""

from datetime import datetime
from typing import Any

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.accounts.sealing import seal
from werkbrief.exchange.models import Layout, Receiver
from werkbrief.journal.actions import Deed, Trace, record

_KEPT = (
    "name",
    "form",
    "transport",
    "address",
    "account",
    "fingerprint",
    "supplier_kvk",
    "surcharge_style",
    "break_style",
    "day_assignment",
    "decimals",
    "has_rates",
    "has_absences",
    "has_approver",
    "codes",
)
_LAID = ("name", "form", "columns", "separator", "has_decimal_comma")


@transaction.atomic
def keep_receiver(
    receiver: Receiver, *, secret: str, by: User, at: datetime
) -> Receiver:
    """Store a receiver as it was filled in; an empty secret leaves the old one."""
    before = _kept(Receiver.objects.get(pk=receiver.pk)) if receiver.pk else None
    if secret:
        receiver.secret = seal(secret)
    receiver.save()
    after = _kept(receiver) | ({"secret": "nieuw"} if secret else {})
    deed = Deed(receiver.agency_id, by, at)
    trace = Trace("exchange.receiver", receiver.pk, before, after)
    record("exchange.receiver_kept", deed, [trace])
    return receiver


@transaction.atomic
def keep_layout(layout: Layout, *, by: User, at: datetime) -> Layout:
    before = _laid(Layout.objects.get(pk=layout.pk)) if layout.pk else None
    layout.save()
    trace = Trace("exchange.layout", layout.pk, before, _laid(layout))
    record("exchange.layout_kept", Deed(layout.agency_id, by, at), [trace])
    return layout


def _laid(layout: Layout) -> dict[str, Any]:
    return {name: getattr(layout, name) for name in _LAID}


def _kept(receiver: Receiver) -> dict[str, Any]:
    return {name: getattr(receiver, name) for name in _KEPT}
