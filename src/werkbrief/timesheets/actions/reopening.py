"""The agency takes a judgement back, with a reason: the hours are open again."""

from datetime import datetime

from django.db import IntegrityError, transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.timesheets.actions.locking import (
    KIND,
    held,
    hold_workers,
    snapshot,
)
from werkbrief.timesheets.models import (
    CorrectionRequest,
    Decision,
    TimeEntry,
    TimeEntryQuerySet,
)
from werkbrief.timesheets.refusals import CorrectionWaits, Overlapping, StillOpen

FIELDS = ["version", "is_touched", "is_occupying"]


def reopen(
    scope: TimeEntryQuerySet, entry_id: int, *, reason: str, by: User, at: datetime
) -> TimeEntry:
    """The decision goes, its trace stays: who judged, when, what, and why it went.

    The hours count as touched, so that the planning never moves what was once judged.
    Raises StillOpen, CorrectionWaits, or Overlapping when the worker is elsewhere now.
    """
    entry: TimeEntry | None = None
    try:
        with transaction.atomic():
            list(held(scope, [entry_id]).values_list("pk"))
            entry = scope.select_related("decision__by", "worker").get(pk=entry_id)
            decision: Decision | None = getattr(entry, "decision", None)
            if decision is None:
                raise StillOpen([entry])
            if CorrectionRequest.objects.filter(entry=entry).pending().exists():
                raise CorrectionWaits([entry])
            hold_workers([entry.worker_id])
            trace = _open(entry, decision)
            record(
                "timesheets.reopened", Deed(entry.agency_id, by, at, reason), [trace]
            )
            return entry
    except IntegrityError as taken:
        if entry is None:
            raise
        raise Overlapping([entry]) from taken


def _open(entry: TimeEntry, decision: Decision) -> Trace:
    before = snapshot(
        entry,
        verdict=decision.verdict,
        reason=decision.reason,
        judged_by=str(decision.by),
        judged_at=decision.at.isoformat(),
    )
    decision.delete()
    entry.version += 1
    entry.is_touched = entry.is_occupying = True
    entry.save(update_fields=FIELDS)
    return Trace(KIND, entry.pk, before, snapshot(entry))
