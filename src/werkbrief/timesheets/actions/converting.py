"""Converting a manual entry: real hours, approved in the client's name (S5.3.8-10)."""

from datetime import datetime

from django.db import IntegrityError, transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Trace
from werkbrief.staffing.models import Assignment
from werkbrief.timesheets.actions.changing import refuse_overlap
from werkbrief.timesheets.actions.locking import KIND, hold_workers, snapshot
from werkbrief.timesheets.actions.manual import answer, hold_pending
from werkbrief.timesheets.models import (
    Decision,
    Handling,
    ManualAnswer,
    ManualDay,
    ManualEntry,
    ManualEntryQuerySet,
    TimeEntry,
    Verdict,
)
from werkbrief.timesheets.refusals import NotPlacedThen, Overlapping
from werkbrief.words.clock import day_of


def convert_manual(
    scope: ManualEntryQuerySet,
    manual_id: int,
    assignment_id: int,
    *,
    by: User,
    at: datetime,
) -> list[TimeEntry]:
    """Make each day an entry of this assignment, all of them or none.

    Raises AlreadyHandled, NotPlacedThen or Overlapping; Assignment.DoesNotExist when
    that assignment is not at this client.
    """
    entries: list[TimeEntry] = []
    try:
        with transaction.atomic():
            manual = hold_pending(scope, manual_id)
            days = list(manual.days.all())
            found = Assignment.objects.select_related("worker")
            assignment = found.get(pk=assignment_id, client=manual.client_id)
            _refuse_unplaced(assignment, days)
            hold_workers([assignment.worker_id])
            entries = [_entry(assignment, day) for day in days]
            refuse_overlap(entries)
            _store(manual, days, entries, at)
            given = ManualAnswer(
                handling=Handling.CONVERTED, assignment=assignment, by=by, at=at
            )
            answer(manual, given, [_trace(entry) for entry in entries])
            return entries
    except IntegrityError as taken:
        raise Overlapping(entries) from taken


def _refuse_unplaced(assignment: Assignment, days: list[ManualDay]) -> None:
    for day in (day_of(stretch.start) for stretch in days):
        ends = assignment.ends_on
        if day < assignment.starts_on or (ends is not None and day > ends):
            raise NotPlacedThen(assignment, day)


def _entry(assignment: Assignment, day: ManualDay) -> TimeEntry:
    return TimeEntry(
        agency_id=assignment.agency_id,
        client_id=assignment.client_id,
        assignment=assignment,
        worker=assignment.worker,
        start=day.start,
        end=day.end,
        break_minutes=day.break_minutes,
        is_touched=True,
    )


def _store(
    manual: ManualEntry, days: list[ManualDay], entries: list[TimeEntry], at: datetime
) -> None:
    TimeEntry.objects.bulk_create(entries)
    Decision.objects.bulk_create(
        Decision(
            entry=entry,
            agency_id=entry.agency_id,
            verdict=Verdict.APPROVED,
            by_id=manual.by_id,
            at=at,
        )
        for entry in entries
    )
    for day, entry in zip(days, entries, strict=True):
        day.entry = entry
    ManualDay.objects.bulk_update(days, ["entry"])


def _trace(entry: TimeEntry) -> Trace:
    approved = {"verdict": Verdict.APPROVED, "reason": ""}
    return Trace(KIND, entry.pk, None, snapshot(entry, **approved))
