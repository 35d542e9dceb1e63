"""Keeping which deeds an import did, in the transaction of the import itself."""

from collections.abc import Sequence

from django.db.models import Max

from werkbrief.exchange.models import Import
from werkbrief.journal.actions import Deed
from werkbrief.journal.models import Event

_LONGEST = 200


def last_event() -> int:
    """The journal's last number before the import began."""
    return Event.objects.aggregate(last=Max("pk"))["last"] or 0


def remember(
    kind: str, name: str, since: int, deed: Deed, sentences: Sequence[str]
) -> Import:
    """The deeds of this agency at this very moment since then: those of the import."""
    agency_id = deed.agency_id or 0
    events = Event.objects.filter(agency_id=deed.agency_id, at=deed.at, pk__gt=since)
    return Import.objects.create(
        agency_id=agency_id,
        kind=kind,
        name=name[:_LONGEST],
        by=deed.by,
        at=deed.at,
        sentences=list(sentences),
        events=list(events.order_by("pk").values_list("pk", flat=True)),
    )
