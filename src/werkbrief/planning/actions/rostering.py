"""What a planner does in the cells of a week: add, change, cancel, move.

A cell is one assignment on one day. Whoever acts tells how the cell stood on screen; a
cell that changed meanwhile refuses the deed, and everything goes or nothing does.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.planning.actions.planning import Planned, PlanOutcome, plan
from werkbrief.planning.models import Shift
from werkbrief.planning.reads.absences import absent_among
from werkbrief.planning.reads.proposals import stamp
from werkbrief.planning.reads.usual import stretch_on
from werkbrief.planning.refusals import (
    AwayThen,
    BreakTooLong,
    NotPlacedThen,
    PlanningMoved,
    TimesMissing,
    TwoShifts,
)
from werkbrief.staffing.models import Agency, Assignment, Client
from werkbrief.words.clock import DAY, clock_minutes, day_of, midnight
from werkbrief.words.notation import Typed

Spot = tuple[int, date]
Seen = Mapping[Spot, str]
# Working Hours Act, article 5:4: half an hour's rest in more than five and a half.
LONG, REST = 5 * 60 + 30, 30


@dataclass(frozen=True, slots=True)
class Cells:
    """Some cells of a client's week, each with its stamp as somebody saw it."""

    client: Client
    seen: Seen


@transaction.atomic
def put(
    cells: Cells,
    typed: Typed,
    *,
    shift: int | None = None,
    by: User,
    at: datetime,
) -> PlanOutcome:
    """Plan a shift in the one cell that was seen, or give this shift other times.

    Raises PlanningMoved, NotPlacedThen, AwayThen, TimesMissing, BreakTooLong and
    WorkerTwiceAtOnce.
    """
    ((spot, present),) = _held(cells).items()
    mine = _one(present, shift) if shift else None
    _refuse_unfit({spot})
    stretch = timed(typed, spot[1], mine)
    others = [Planned.of(one) for one in present if one is not mine]
    days = {spot: [*others, stretch]}
    return plan(days, agency=cells.client.agency, by=by, at=at)


@transaction.atomic
def put_all(cells: Cells, typed: Typed, *, by: User, at: datetime) -> PlanOutcome:
    """The same times in each of these cells: planned where it is empty, else changed.

    Raises what `put` raises, and TwoShifts: then nothing has changed anywhere.
    """
    held = _held(cells)
    if doubles := [present for present in held.values() if len(present) > 1]:
        raise TwoShifts(doubles[0][0])
    _refuse_unfit(set(held))
    days = {
        spot: [timed(typed, spot[1], present[0] if present else None)]
        for spot, present in held.items()
    }
    return plan(days, agency=cells.client.agency, by=by, at=at)


@transaction.atomic
def cancel_all(cells: Cells, *, by: User, at: datetime) -> PlanOutcome:
    """Let every shift of these cells lapse. Raises PlanningMoved."""
    days: dict[Spot, list[Planned]] = {spot: [] for spot in _held(cells)}
    return plan(days, agency=cells.client.agency, by=by, at=at)


@transaction.atomic
def cancel(cells: Cells, shift: int, *, by: User, at: datetime) -> PlanOutcome:
    """Let this shift of the cell lapse. Raises PlanningMoved."""
    ((spot, present),) = _held(cells).items()
    mine = _one(present, shift)
    days = {spot: [Planned.of(one) for one in present if one is not mine]}
    return plan(days, agency=cells.client.agency, by=by, at=at)


@transaction.atomic
def move(cells: Cells, shift: int, to: Spot, *, by: User, at: datetime) -> PlanOutcome:
    """Take a shift to another day or another worker, at the same times.

    `cells` are both. Whoever takes over on the same day fills the same request. Raises
    what `put` raises.
    """
    held = _held(cells)
    spot, mine = _found(held, shift)
    if spot == to:
        return PlanOutcome()
    order = mine.order_id if spot[1] == to[1] else None
    days = {
        to: [*map(Planned.of, held[to]), _moved(mine, to[1], order)],
        spot: [Planned.of(one) for one in held[spot] if one is not mine],
    }
    _refuse_unfit({to})
    return plan(days, agency=cells.client.agency, by=by, at=at)


@transaction.atomic
def copy(cells: Cells, shift: int, to: Spot, *, by: User, at: datetime) -> PlanOutcome:
    """Plan the same times once more in another cell. Raises what `put` raises."""
    held = _held(cells)
    _, mine = _found(held, shift)
    _refuse_unfit({to})
    days = {to: [*map(Planned.of, held[to]), _moved(mine, to[1], None)]}
    return plan(days, agency=cells.client.agency, by=by, at=at)


def timed(typed: Typed, day: date, shift: Shift | None) -> Planned:
    """What was typed as a stretch of this day; what was left out stays as it was.

    A new shift without a break gets what the law asks. An end at or before the start
    lies on the next day. Raises TimesMissing and BreakTooLong.
    """
    start, pause = typed.start, typed.pause
    if shift is not None:
        start = clock_minutes(shift.start) if start is None else start
        pause = shift.break_minutes if pause is None else pause
    if start is None:
        raise TimesMissing("start")
    end = _end(typed, start, pause, shift)
    stretch = stretch_on(day, start, end, 0)
    if stretch is None:
        raise TimesMissing("eind")
    length = stretch[1] - stretch[0]
    pause = _rest(length) if pause is None else pause
    if pause > length:
        raise BreakTooLong(pause, length)
    order = None if shift is None else shift.order_id
    return Planned(stretch[0], stretch[1], pause, order)


def _end(typed: Typed, start: int, pause: int | None, shift: Shift | None) -> int:
    if typed.total is not None and typed.end is None:
        rest = _rest(typed.total) if pause is None else pause
        return min(start + typed.total + rest, start + DAY)
    if typed.end is None and shift is None:
        raise TimesMissing("eind")
    end = typed.end
    if end is None and shift is not None:
        end = clock_minutes(shift.end)
    end = end or 0
    return end if end > start else end + DAY


def _rest(length: int) -> int:
    return REST if length > LONG else 0


def _moved(shift: Shift, day: date, order: int | None) -> Planned:
    start, end = clock_minutes(shift.start), clock_minutes(shift.end)
    end = end if end > start else end + DAY
    stretch = stretch_on(day, start, end, shift.break_minutes)
    if stretch is None:
        raise TimesMissing("start")
    return Planned(*stretch, order)


def _held(cells: Cells) -> dict[Spot, list[Shift]]:
    """The cells that were seen, as they stand; nobody plans meanwhile."""
    client, seen = cells.client, cells.seen
    Agency.objects.select_for_update(no_key=True).get(pk=client.agency_id)
    found: dict[Spot, list[Shift]] = {spot: [] for spot in seen}
    days = [day for _, day in seen]
    shifts = client.shifts.standing().filter(
        assignment__in={assignment for assignment, _ in seen},
        start__gte=midnight(min(days)),
        start__lt=midnight(max(days) + timedelta(days=1)),
    )
    for shift in shifts.order_by("start", "pk"):
        spot = (shift.assignment_id, day_of(shift.start))
        if spot in found:
            found[spot].append(shift)
    if any(stamp(found[spot]) != told for spot, told in seen.items()):
        raise PlanningMoved
    return found


def _one(present: list[Shift], pk: int) -> Shift:
    for shift in present:
        if shift.pk == pk:
            return shift
    raise PlanningMoved


def _found(held: Mapping[Spot, list[Shift]], pk: int) -> tuple[Spot, Shift]:
    for spot, present in held.items():
        for shift in present:
            if shift.pk == pk:
                return spot, shift
    raise PlanningMoved


def _refuse_unfit(spots: Collection[Spot]) -> None:
    """Who isn't placed here then, or is away, isn't planned: two statements."""
    assignments = Assignment.objects.select_related("worker").in_bulk(
        {assignment for assignment, _ in spots}
    )
    away = absent_among(
        {one.worker_id for one in assignments.values()}, {day for _, day in spots}
    )
    for pk, day in spots:
        one = assignments[pk]
        if day < one.starts_on or (one.ends_on is not None and day > one.ends_on):
            raise NotPlacedThen(one)
        if (one.worker_id, day) in away:
            raise AwayThen(one.worker.name)
