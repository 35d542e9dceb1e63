"""Writing down what happened, in the transaction of the change itself."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from werkbrief.accounts.models import User
from werkbrief.journal.actions.rows import insert
from werkbrief.journal.models import Change, Event

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
    event = Event.objects.create(
        agency_id=deed.agency_id, verb=verb, by=deed.by, at=deed.at, reason=deed.reason
    )
    insert(
        Change,
        ("event_id", "kind", "subject_id", "before", "after"),
        (
            (event.pk, t.kind, t.subject_id, _written(t.before), _written(t.after))
            for t in traces
        ),
    )
    return event


def _written(snapshot: Snapshot) -> str | None:
    return None if snapshot is None else json.dumps(snapshot)
