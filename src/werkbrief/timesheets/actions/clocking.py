"""Hours as a clock at the gate has them: they replace the plan's, until judged."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.reads import absent_among
from werkbrief.staffing.models import Agency, Assignment
from werkbrief.timesheets.actions.changing import FIELDS, Times, refuse_overlap
from werkbrief.timesheets.actions.locking import KIND, hold_workers, snapshot, store
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.refusals import AlreadyFinal
from werkbrief.words.clock import DAY, day_of, midnight

Clocked = Mapping[tuple[int, date], Sequence[Times]]


@dataclass(slots=True)
class ClockOutcome:
    """What the clock changed, added, and only confirmed."""

    changed: list[TimeEntry] = field(default_factory=list)
    created: list[TimeEntry] = field(default_factory=list)
    confirmed: int = 0
    traces: list[Trace] = field(default_factory=list)
    final: list[TimeEntry] = field(default_factory=list)


@transaction.atomic
def take_clocked(
    clocked: Clocked, *, agency: Agency, by: User | None, at: datetime
) -> ClockOutcome:
    """Make these the hours of each assignment on each day: all of it, or none.

    Equal hours stay as they are, also when judged; others follow the clock; a shift
    that nobody planned becomes an entry of its own. Ten statements for any number.
    Raises AlreadyFinal and Overlapping.
    """
    outcome = ClockOutcome()
    if not clocked:
        return outcome
    wanted = {assignment for assignment, _ in clocked}
    assignments = Assignment.objects.filter(agency=agency).in_bulk(wanted)
    hold_workers(one.worker_id for one in assignments.values())
    present = _present(clocked)
    for (assignment, day), times in clocked.items():
        _match(outcome, assignments[assignment], present[assignment, day], times)
    if outcome.final:
        raise AlreadyFinal(outcome.final)
    _store(outcome, Deed(agency.pk, by, at, "klok"))
    return outcome


def _present(clocked: Clocked) -> dict[tuple[int, date], list[TimeEntry]]:
    first, last = min(day for _, day in clocked), max(day for _, day in clocked)
    rows = TimeEntry.objects.standing().filter(
        assignment__in={assignment for assignment, _ in clocked},
        start__gte=midnight(first),
        start__lt=midnight(last) + 2 * DAY,
    )
    found: dict[tuple[int, date], list[TimeEntry]] = defaultdict(list)
    for entry in rows.select_related("decision__by", "worker").order_by("start"):
        found[entry.assignment_id, day_of(entry.start)].append(entry)
    return found


def _match(
    outcome: ClockOutcome,
    assignment: Assignment,
    present: list[TimeEntry],
    times: Sequence[Times],
) -> None:
    """Equal ones first; of what is left the first follows the first."""
    left = sorted(times)
    for entry in list(present):
        if _times(entry) in left:
            left.remove(_times(entry))
            present.remove(entry)
            outcome.confirmed += 1
            if not entry.is_touched and not hasattr(entry, "decision"):
                outcome.changed.append(entry)  # see _store: only who was away
    open_ones = [entry for entry in present if not hasattr(entry, "decision")]
    for entry, clocked in zip(open_ones, left, strict=False):
        before = snapshot(entry)
        entry.start, entry.end, entry.break_minutes = clocked
        entry.version += 1
        entry.is_touched = True
        outcome.changed.append(entry)
        outcome.traces.append(Trace(KIND, entry.pk, before, snapshot(entry)))
    judged = [entry for entry in present if hasattr(entry, "decision")]
    rest = left[len(open_ones) :]
    if rest and judged:
        outcome.final += judged
        return
    outcome.created += [_entry(assignment, clocked) for clocked in rest]


def _store(outcome: ClockOutcome, deed: Deed) -> None:
    """Hours equal to the plan say something only of who was said to be away."""
    doubtful = [entry for entry in outcome.changed if not entry.is_touched]
    moved = [entry for entry in outcome.changed if entry.is_touched]
    away = (
        absent_among(
            {entry.worker_id for entry in doubtful},
            {day_of(entry.start) for entry in doubtful},
        )
        if doubtful
        else set()
    )
    for entry in doubtful:
        if (entry.worker_id, day_of(entry.start)) in away:
            before = snapshot(entry)
            entry.version += 1
            entry.is_touched = True
            outcome.traces.append(Trace(KIND, entry.pk, before, snapshot(entry)))
            moved.append(entry)
    outcome.changed = moved
    if moved or outcome.created:
        refuse_overlap(moved + outcome.created)
        store(moved, FIELDS)
        TimeEntry.objects.bulk_create(outcome.created)
        outcome.traces += [
            Trace(KIND, entry.pk, None, snapshot(entry)) for entry in outcome.created
        ]
        record("timesheets.clocked", deed, outcome.traces)


def _times(entry: TimeEntry) -> Times:
    return entry.start, entry.end, entry.break_minutes


def _entry(assignment: Assignment, clocked: Times) -> TimeEntry:
    start, end, pause = clocked
    return TimeEntry(
        agency_id=assignment.agency_id,
        client_id=assignment.client_id,
        assignment=assignment,
        worker_id=assignment.worker_id,
        start=start,
        end=end,
        break_minutes=pause,
        is_touched=True,
    )
