"""Undoing one's own last deed on a planning, as long as nobody went on with it."""

from datetime import datetime, timedelta

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.journal.models import Change
from werkbrief.planning.actions.planning import KIND, refuse_overlap, snapshot, store
from werkbrief.planning.models import Shift
from werkbrief.planning.refusals import NoLongerUndoable
from werkbrief.staffing.models import Agency, Client

MOMENT = timedelta(hours=1)


@transaction.atomic
def undo(client: Client, event_id: int, *, by: User, at: datetime) -> list[Shift]:
    """Put back every shift that this deed touched: all of them, or none.

    Raises NoLongerUndoable when it was another's deed, when it is too long ago or when
    a shift is no longer as the deed left it; and WorkerTwiceAtOnce.
    """
    Agency.objects.select_for_update(no_key=True).get(pk=client.agency_id)
    changes = {
        change.subject_id: change
        for change in Change.objects.filter(
            event=event_id,
            event__by=by,
            event__verb="planning.planned",
            event__at__gte=at - MOMENT,
            kind=KIND,
        )
    }
    shifts = list(client.shifts.filter(pk__in=list(changes)))
    if not changes or len(shifts) != len(changes):
        raise NoLongerUndoable
    traces = [_put_back(shift, changes[shift.pk]) for shift in shifts]
    refuse_overlap([one for one in shifts if not one.is_cancelled], shifts)
    store(shifts)
    record("planning.undone", Deed(client.agency_id, by, at), traces)
    return shifts


def _put_back(shift: Shift, change: Change) -> Trace:
    now = None if shift.is_cancelled else snapshot(shift)
    if now != change.after:
        raise NoLongerUndoable
    before = change.before
    shift.is_cancelled = before is None
    if before is not None:
        shift.start, shift.end = before["start"], before["end"]
        shift.break_minutes = before["break_minutes"]
    return Trace(KIND, shift.pk, now, before)
