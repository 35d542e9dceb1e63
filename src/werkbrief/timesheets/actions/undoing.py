"""Undoing a deed for a short moment; after that it is final."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.journal.models import Change
from werkbrief.timesheets.actions.locking import (
    KIND,
    held,
    hold_workers,
    snapshot,
    store,
)
from werkbrief.timesheets.models import Decision, TimeEntry, TimeEntryQuerySet
from werkbrief.timesheets.refusals import NoLongerUndoable

# Ten seconds on screen, and a little for the way to the server.
MOMENT = timedelta(seconds=15)
VERBS = ("timesheets.changed", "timesheets.approved", "timesheets.rejected")
FIELDS = ["start", "end", "break_minutes", "version", "is_touched", "is_occupying"]


def undo(
    scope: TimeEntryQuerySet,
    event_id: int,
    *,
    by: User,
    at: datetime,
    verbs: Collection[str] = VERBS,
) -> list[TimeEntry]:
    """Put back what one's own last deed changed: all of it, or none.

    `verbs`: the deeds that this person may do, and so may undo.

    Raises NoLongerUndoable when the moment has passed, when it was another's deed, or
    when somebody went on with one of these hours since.
    """
    try:
        with transaction.atomic():
            undoable = _undoable(event_id, by, at, verbs)
            changes = {change.subject_id: change for change in undoable}
            entries = list(held(scope, changes))
            if len(entries) != len(changes) or any(
                entry.version != (changes[entry.pk].after or {}).get("version")
                for entry in entries
            ):
                raise NoLongerUndoable
            hold_workers(entry.worker_id for entry in entries)
            traces = [_put_back(entry, changes[entry.pk]) for entry in entries]
            Decision.objects.filter(entry__in=[entry.pk for entry in entries]).delete()
            store(entries, FIELDS)
            agency_id = undoable[0].event.agency_id
            record("timesheets.undone", Deed(agency_id, by, at), traces)
            return entries
    except IntegrityError as taken:
        raise NoLongerUndoable from taken


def _undoable(
    event_id: int, by: User, at: datetime, verbs: Collection[str]
) -> list[Change]:
    """What the deed changed, each with the deed itself: one statement."""
    changes = Change.objects.filter(
        event=event_id, event__by=by, event__verb__in=verbs, event__at__gte=at - MOMENT
    )
    found = list(changes.select_related("event"))
    if not found:
        raise NoLongerUndoable
    return found


def _put_back(entry: TimeEntry, change: Change) -> Trace:
    """The version goes on rising: a tab that saw the undone state is stale as well."""
    before, after = change.before or {}, change.after or {}
    verdict = {key: after[key] for key in ("verdict", "reason") if key in after}
    undone = snapshot(entry, **verdict)
    entry.start, entry.end = before["start"], before["end"]
    entry.break_minutes = before["break_minutes"]
    entry.is_touched = before["is_touched"]
    entry.is_occupying = True
    entry.version += 1
    return Trace(KIND, entry.pk, undone, snapshot(entry))
