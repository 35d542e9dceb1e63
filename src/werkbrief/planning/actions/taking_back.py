"""Taking back what an import planned, shift by shift, where nobody went on with it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from werkbrief.journal.actions import Trace
from werkbrief.journal.models import Change
from werkbrief.planning.actions.planning import KIND, snapshot, store
from werkbrief.planning.models import Shift, meeting

PLANNED_ON = "daarna anders gepland"
TAKEN = "de medewerker werkt dan inmiddels ergens anders"
AT_ONCE = 10_000
States = dict[int, dict[str, int] | None]


@dataclass(slots=True)
class TakenBack:
    """The shifts that went back, and those that could not, each with why."""

    shifts: list[Shift] = field(default_factory=list)
    left: list[tuple[Shift, str]] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)


def take_back(changes: Iterable[Change], *, busy: dict[int, str]) -> TakenBack:
    """Put each shift back to what it was before its first change of these.

    `busy` is shift id -> why it stays. The agency's planning is held by the caller.
    """
    before: States = {}
    after: States = {}
    for change in changes:
        before.setdefault(change.subject_id, change.before)
        after[change.subject_id] = change.after
    told = TakenBack()
    for shift in _shifts(list(after)):
        now = None if shift.is_cancelled else snapshot(shift)
        if now != after[shift.pk]:
            told.left.append((shift, PLANNED_ON))
        elif shift.pk in busy:
            told.left.append((shift, busy[shift.pk]))
        else:
            told.shifts.append(shift)
    _settle(told, before, after)
    return told


def _settle(
    told: TakenBack,
    before: States,
    after: States,
) -> None:
    for shift in told.shifts:
        was = before[shift.pk]
        shift.is_cancelled = was is None
        if was is not None:
            shift.start, shift.end = was["start"], was["end"]
            shift.break_minutes = was["break_minutes"]
    in_the_way = _in_the_way(told.shifts)
    told.left += [(one, TAKEN) for one in told.shifts if one.pk in in_the_way]
    told.shifts = [one for one in told.shifts if one.pk not in in_the_way]
    store(told.shifts)
    told.traces = [
        Trace(KIND, one.pk, after[one.pk], before[one.pk]) for one in told.shifts
    ]


def _shifts(ids: list[int]) -> Iterable[Shift]:
    for first in range(0, len(ids), AT_ONCE):
        some = Shift.objects.filter(pk__in=ids[first : first + AT_ONCE])
        yield from some.select_related("worker", "client").order_by("start", "pk")


def _in_the_way(shifts: Collection[Shift]) -> set[int]:
    """Who would come back while the worker is planned elsewhere by now."""
    back = [one for one in shifts if not one.is_cancelled]
    if not back:
        return set()
    moving = {one.pk for one in shifts}
    others = Shift.objects.filter(
        meeting(min(one.start for one in back), max(one.end for one in back)),
        worker_id__in={one.worker_id for one in back},
        is_cancelled=False,
    )
    rows = [(one.worker_id, one.start, one.end, one.pk) for one in back]
    rows += [
        (one.worker_id, one.start, one.end, 0)
        for one in others.iterator()
        if one.pk not in moving
    ]
    found = set()
    for one, two in pairwise(sorted(rows)):
        if one[0] == two[0] and two[1] < one[2]:
            found |= {one[3], two[3]}
    return found - {0}
