"""Undoing one's own last deed on a planning, as long as nobody went on with it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.journal.models import Change
from werkbrief.planning.actions.absences import KIND as ABSENCE
from werkbrief.planning.actions.absences import snapshot as away
from werkbrief.planning.actions.planning import KIND, refuse_overlap, snapshot, store
from werkbrief.planning.models import Absence, Shift
from werkbrief.planning.refusals import NoLongerUndoable
from werkbrief.staffing.models import Agency, Client

MOMENT = timedelta(hours=1)
VERBS = ("planning.planned", "planning.absent", "planning.present")


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing touched: shifts, and workers whose absence it put back."""

    shifts: list[Shift]
    workers: set[int]


@transaction.atomic
def undo(client: Client, event_id: int, *, by: User, at: datetime) -> Undone:
    """Put back everything that this deed touched: all of it, or nothing.

    Raises NoLongerUndoable when it was another's deed, when it is too long ago or when
    something is no longer as the deed left it; and WorkerTwiceAtOnce.
    """
    Agency.objects.select_for_update(no_key=True).get(pk=client.agency_id)
    changes = Change.objects.filter(
        event=event_id,
        event__agency_id=client.agency_id,
        event__by=by,
        event__verb__in=VERBS,
        event__at__gte=at - MOMENT,
    )
    of_shifts = {one.subject_id: one for one in changes.filter(kind=KIND)}
    of_absences = list(changes.filter(kind=ABSENCE))
    shifts = list(client.shifts.filter(pk__in=list(of_shifts)))
    if not (of_shifts or of_absences) or len(shifts) != len(of_shifts):
        raise NoLongerUndoable
    traces = [_put_back(shift, of_shifts[shift.pk]) for shift in shifts]
    refuse_overlap([one for one in shifts if not one.is_cancelled], shifts)
    store(shifts)
    workers = {_put_absence_back(client, change) for change in of_absences}
    traces += [Trace(ABSENCE, c.subject_id, c.after, c.before) for c in of_absences]
    record("planning.undone", Deed(client.agency_id, by, at), traces)
    return Undone(shifts, workers)


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


def _put_absence_back(client: Client, change: Change) -> int:
    """The worker whose absence is as it was before the deed."""
    kept = change.before or change.after or {}
    number = kept.get("payroll_number", "")
    worker = client.agency.workers.filter(
        payroll_number=number, assignments__client=client
    ).first()
    found = Absence.objects.filter(pk=change.subject_id).first()
    if worker is None or (found and away(found)) != change.after:
        raise NoLongerUndoable
    if change.before is None:
        Absence.objects.filter(pk=change.subject_id).delete()
        return worker.pk
    one = found or Absence(pk=change.subject_id, agency=client.agency, worker=worker)
    one.starts_on = date.fromisoformat(change.before["starts_on"])
    until = change.before["ends_on"]
    one.ends_on = date.fromisoformat(until) if until else None
    one.save()
    return worker.pk
