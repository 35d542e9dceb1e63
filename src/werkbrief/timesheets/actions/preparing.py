"""Laying entries ready from the planning; doing it twice changes nothing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.models import Shift
from werkbrief.staffing.models import Client
from werkbrief.timesheets.actions.locking import KIND, snapshot
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.weeks import Week

FIELDS = ["start", "end", "break_minutes", "version", "is_occupying"]


@dataclass(slots=True)
class Prepared:
    """How many entries were made, brought up to date, withdrawn, or stand in the way.

    `blocked` shifts overlap hours that somebody typed: they get no entry until those
    are put right.
    """

    created: list[TimeEntry] = field(default_factory=list)
    updated: list[TimeEntry] = field(default_factory=list)
    withdrawn: list[TimeEntry] = field(default_factory=list)
    blocked: list[Shift] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)


@transaction.atomic
def prepare(client: Client, week: Week, *, at: datetime) -> Prepared:
    """One entry per shift of this client and week (S5.1.1-2): eight statements.

    A planning change reaches an entry only while nobody has touched or judged it.
    """
    Client.objects.select_for_update().get(pk=client.pk)
    outcome = Prepared()
    shifts = client.shifts.in_week(week).select_related("time_entry__decision")
    calendar = _calendar(shifts)
    for shift in sorted(shifts, key=lambda shift: not shift.is_cancelled):
        entry = getattr(shift, "time_entry", None)
        if entry is None:
            _lay_ready(outcome, shift, calendar)
        elif not entry.is_touched and not hasattr(entry, "decision"):
            _follow(outcome, entry, shift, calendar)
    _store(outcome)
    if outcome.traces:
        record("timesheets.prepared", Deed(client.agency_id, None, at), outcome.traces)
    return outcome


class _Calendar:
    """Who is where: the occupying entries per worker, all clients together."""

    def __init__(self, entries: Iterable[TimeEntry]) -> None:
        self.spans: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
        for entry in entries:
            self.spans[entry.worker_id][entry.pk] = (entry.start, entry.end)
        self.fresh = 0

    def claim(self, shift: Shift, own: int | None) -> bool:
        """Take the shift's minutes for this worker; False when they are taken."""
        spans = self.spans[shift.worker_id]
        if any(
            start < shift.end and shift.start < end
            for key, (start, end) in spans.items()
            if key != own
        ):
            return False
        self.fresh -= 1
        spans[own or self.fresh] = (shift.start, shift.end)
        return True

    def release(self, entry: TimeEntry) -> None:
        self.spans[entry.worker_id].pop(entry.pk, None)


def _calendar(shifts: Iterable[Shift]) -> _Calendar:
    rows = list(shifts)
    if not rows:
        return _Calendar([])
    return _Calendar(
        TimeEntry.objects.filter(
            worker_id__in={shift.worker_id for shift in rows},
            is_occupying=True,
            end__gt=min(shift.start for shift in rows),
            start__lt=max(shift.end for shift in rows),
        )
    )


def _lay_ready(outcome: Prepared, shift: Shift, calendar: _Calendar) -> None:
    if shift.is_cancelled:
        return
    if not calendar.claim(shift, None):
        outcome.blocked.append(shift)
        return
    outcome.created.append(
        TimeEntry(
            agency_id=shift.agency_id,
            client_id=shift.client_id,
            assignment_id=shift.assignment_id,
            worker_id=shift.worker_id,
            shift=shift,
            start=shift.start,
            end=shift.end,
            break_minutes=shift.break_minutes,
        )
    )


def _follow(
    outcome: Prepared, entry: TimeEntry, shift: Shift, calendar: _Calendar
) -> None:
    if shift.is_cancelled:
        if entry.is_occupying:
            calendar.release(entry)
            outcome.traces.append(Trace(KIND, entry.pk, snapshot(entry), None))
            entry.is_occupying = False
            entry.version += 1
            outcome.withdrawn.append(entry)
        return
    times = (shift.start, shift.end, shift.break_minutes)
    if (entry.start, entry.end, entry.break_minutes) == times:
        return
    if not calendar.claim(shift, entry.pk):
        outcome.blocked.append(shift)
        return
    before = snapshot(entry)
    entry.start, entry.end, entry.break_minutes = times
    entry.version += 1
    outcome.updated.append(entry)
    outcome.traces.append(Trace(KIND, entry.pk, before, snapshot(entry)))


def _store(outcome: Prepared) -> None:
    # An upsert: bulk_update builds an expression per value, ten times as slow.
    TimeEntry.objects.bulk_create(
        outcome.withdrawn + outcome.updated,
        update_conflicts=True,
        unique_fields=["pk"],
        update_fields=FIELDS,
    )
    TimeEntry.objects.bulk_create(outcome.created)
    outcome.traces.extend(
        Trace(KIND, entry.pk, None, snapshot(entry)) for entry in outcome.created
    )
