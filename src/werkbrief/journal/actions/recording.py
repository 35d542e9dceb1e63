"""Writing down what happened, in the transaction of the change itself."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from werkbrief.accounts.models import User
from werkbrief.journal.models import Change, Event
from werkbrief.rows import insert, insert_one

Snapshot = dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing before and after; None before is "made", None after is "gone"."""

    kind: str
    subject_id: int
    before: Snapshot
    after: Snapshot


@dataclass(frozen=True, slots=True)
class Deed:
    """Which agency it happened in, by whom (None: the portal itself), when, why."""

    agency_id: int | None
    by: User | None
    at: datetime
    reason: str = ""


def record(verb: str, deed: Deed, traces: Iterable[Trace] = ()) -> Event:
    """Write one event and its changes: two statements for any number of traces."""
    at = connection.ops.adapt_datetimefield_value(deed.at)
    by = deed.by and deed.by.pk
    absent = deed.by and deed.by.in_place_of
    number = insert_one(
        Event,
        ("agency_id", "verb", "by_id", "in_place_of_id", "at", "reason"),
        (deed.agency_id, verb, by, absent and absent.pk, at, str(deed.reason)),
    )
    of = (deed.agency_id, number)
    insert(
        Change,
        ("agency_id", "event_id", "kind", "subject_id", "before", "after"),
        (
            (*of, t.kind, t.subject_id, _written(t.before), _written(t.after))
            for t in traces
        ),
    )
    return Event(
        pk=number,
        agency_id=deed.agency_id,
        verb=verb,
        by=deed.by,
        in_place_of=absent,
        at=deed.at,
        reason=deed.reason,
    )


def _written(snapshot: Snapshot) -> str | None:
    return None if snapshot is None else json.dumps(snapshot)
