"""Planning the week: by hand or import, and from the base schedule."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from operator import attrgetter

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.journal.models import Event
from werkbrief.planning.models import Shift, meeting
from werkbrief.planning.reads import unplanned_week
from werkbrief.planning.refusals import WorkerTwiceAtOnce
from werkbrief.rows import columns, make, replace
from werkbrief.staffing.models import Agency, Assignment, Client
from werkbrief.words.clock import DAY, day_of, midnight
from werkbrief.words.weeks import Week


@dataclass(frozen=True, slots=True, order=True)
class Planned:
    """A stretch to be planned; instants in whole minutes.

    `order_id`: the request that a new shift is planned for, if any.
    """

    start: int
    end: int
    break_minutes: int = 0
    order_id: int | None = field(default=None, compare=False)

    @classmethod
    def of(cls, shift: Shift) -> "Planned":
        return cls(shift.start, shift.end, shift.break_minutes, shift.order_id)


@dataclass(slots=True)
class PlanOutcome:
    """The shifts that planning made, changed and cancelled, and how many stayed.

    `event` is the deed in the journal, by which it can be undone; None when nothing
    changed.
    """

    created: list[Shift] = field(default_factory=list)
    changed: list[Shift] = field(default_factory=list)
    cancelled: list[Shift] = field(default_factory=list)
    unchanged: int = 0
    traces: list[Trace] = field(default_factory=list)
    event: Event | None = None


@transaction.atomic
def plan(
    days: Mapping[tuple[int, date], Sequence[Planned]],
    *,
    agency: Agency,
    by: User | None,
    at: datetime,
    reason: str = "",
) -> PlanOutcome:
    """Make these the shifts of each assignment on each day: all of it, or none.

    Equal shifts stay, different ones change, missing ones are cancelled. Seven
    statements for any number of days. Raises WorkerTwiceAtOnce.
    """
    Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    outcome = PlanOutcome()
    if not days:
        return outcome
    assignments = Assignment.objects.in_bulk({assignment for assignment, _ in days})
    standing = _standing(days)
    for (assignment_id, day), wanted in days.items():
        present = standing.get((assignment_id, day), [])
        _match(outcome, assignments[assignment_id], present, sorted(wanted))
    _refuse_overlap(outcome)
    _store(outcome)
    if outcome.traces:
        deed = Deed(agency.pk, by, at, reason)
        outcome.event = record("planning.planned", deed, outcome.traces)
    return outcome


@transaction.atomic
def fill_from_base_schedule(
    client: Client, week: Week, *, by: User | None = None, at: datetime
) -> PlanOutcome:
    """Fill what nobody planned: assignments without any shift in this week (S6.7)."""
    Agency.objects.select_for_update(no_key=True).get(pk=client.agency_id)
    days = {
        key: [Planned(*stretch) for stretch in stretches]
        for key, stretches in unplanned_week(client, week).items()
    }
    return plan(days, agency=client.agency, by=by, at=at, reason="grondplan")


def _standing(
    days: Mapping[tuple[int, date], object],
) -> dict[tuple[int, date], list[Shift]]:
    first, last = min(day for _, day in days), max(day for _, day in days)
    found: dict[tuple[int, date], list[Shift]] = defaultdict(list)
    shifts = Shift.objects.filter(
        assignment_id__in={assignment for assignment, _ in days},
        is_cancelled=False,
        start__gte=midnight(first),
        start__lt=midnight(last) + 2 * DAY,
    )
    for shift in shifts.order_by("start"):
        found[shift.assignment_id, day_of(shift.start)].append(shift)
    return found


def _match(
    outcome: PlanOutcome,
    assignment: Assignment,
    present: list[Shift],
    wanted: list[Planned],
) -> None:
    """Equal ones first, so that adding a second shift never moves the first."""
    for stretch in list(wanted):
        for shift in present:
            if stretch == Planned(shift.start, shift.end, shift.break_minutes):
                present = [other for other in present if other is not shift]
                wanted.remove(stretch)
                outcome.unchanged += 1
                break
    for shift, stretch in zip(present, wanted, strict=False):
        _change(outcome, shift, stretch)
    for shift in present[len(wanted) :]:
        shift.is_cancelled = True
        outcome.cancelled.append(shift)
    for stretch in wanted[len(present) :]:
        outcome.created.append(_shift(assignment, stretch))


def _change(outcome: PlanOutcome, shift: Shift, stretch: Planned) -> None:
    before = snapshot(shift)
    shift.start, shift.end = stretch.start, stretch.end
    shift.break_minutes = stretch.break_minutes
    outcome.changed.append(shift)
    outcome.traces.append(Trace(KIND, shift.pk, before, snapshot(shift)))


def _shift(assignment: Assignment, stretch: Planned) -> Shift:
    return Shift(
        agency_id=assignment.agency_id,
        client_id=assignment.client_id,
        assignment_id=assignment.pk,
        worker_id=assignment.worker_id,
        start=stretch.start,
        end=stretch.end,
        break_minutes=stretch.break_minutes,
        order_id=stretch.order_id,
    )


def _refuse_overlap(outcome: PlanOutcome) -> None:
    refuse_overlap(outcome.created + outcome.changed, outcome.cancelled)


def refuse_overlap(moved: list[Shift], gone: Sequence[Shift] = ()) -> None:
    """Nobody works in two places at once: one statement for all workers."""
    if not moved:
        return
    mine = {shift.pk for shift in [*moved, *gone]}
    others = Shift.objects.filter(
        meeting(min(shift.start for shift in moved), max(shift.end for shift in moved)),
        worker_id__in={shift.worker_id for shift in moved},
        is_cancelled=False,
    )
    rows = [shift for shift in others if shift.pk not in mine] + moved
    rows.sort(key=lambda shift: (shift.worker_id, shift.start))
    for one, two in pairwise(rows):
        if one.worker_id == two.worker_id and two.start < one.end:
            raise WorkerTwiceAtOnce(one, two)


def store(shifts: list[Shift]) -> None:
    """Write the times of shifts that exist, and whether they stand: one statement."""
    fields = ("start", "end", "break_minutes", "is_cancelled")
    names = columns(Shift)
    replace(Shift, names, map(attrgetter(*names), shifts), changed=fields)


def _store(outcome: PlanOutcome) -> None:
    store(outcome.changed + outcome.cancelled)
    make(outcome.created)
    outcome.traces.extend(
        Trace(KIND, shift.pk, None, snapshot(shift)) for shift in outcome.created
    )
    outcome.traces.extend(
        Trace(KIND, shift.pk, snapshot(shift), None) for shift in outcome.cancelled
    )


KIND = "planning.shift"


def snapshot(shift: Shift) -> dict[str, int]:
    """What the journal keeps of a shift."""
    return {
        "start": shift.start,
        "end": shift.end,
        "break_minutes": shift.break_minutes,
    }
