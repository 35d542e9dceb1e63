"""Another usual week: kept, and followed by what was planned by the old one."""

from datetime import date, datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.planning.actions.planning import Planned, plan
from werkbrief.planning.actions.scheduling import schedule
from werkbrief.planning.models import PlanningMessage, Shift
from werkbrief.planning.reads.usual import Block, Pattern, usual_week
from werkbrief.planning.refusals import PatternChanged, TooEarly
from werkbrief.staffing.models import Agency, Assignment
from werkbrief.words.clock import day_of, midnight
from werkbrief.words.weeks import Week

Days = dict[date, list[Planned]]


def follow_pattern(message: PlanningMessage, *, by: User, at: datetime) -> list[Week]:
    """Make what a message tells the usual week; the weeks that changed by it."""
    if message.assignment is None:
        return []
    blocks = tuple(Block(*stretch) for stretch in message.pattern)
    return repeat(message.assignment, Pattern(message.day, blocks), by=by, at=at)


@transaction.atomic
def keep(
    assignment: Assignment, pattern: Pattern, seen: str, *, by: User, at: datetime
) -> list[Week]:
    """Keep a new version of the usual week, from this week at the earliest.

    `seen`: the versions as they stood on screen, see `seen_of`. What is planned by the
    old one follows. Raises TooEarly, PatternChanged and WorkerTwiceAtOnce.
    """
    Agency.objects.select_for_update(no_key=True).get(pk=assignment.agency_id)
    if pattern.valid_from < Week.of(day_of(int(at.timestamp()) // 60)).monday:
        raise TooEarly
    if seen_of(assignment) != seen:
        raise PatternChanged
    return repeat(assignment, pattern, by=by, at=at)


def seen_of(assignment: Assignment) -> str:
    """How the versions stand; whoever saves over an older stand is refused."""
    rows = assignment.base_schedules.order_by("valid_from").values_list(
        "pk", "cycle", "blocks__pk"
    )
    return ",".join(f"{pk}:{cycle}:{block}" for pk, cycle, block in rows)


@transaction.atomic
def repeat(
    assignment: Assignment, pattern: Pattern, *, by: User, at: datetime
) -> list[Week]:
    """Make the pattern the usual week from its day on; the weeks that changed by it.

    Days that were planned by hand, and differ from the old usual week, stay.
    """
    first = pattern.valid_from
    planned = _planned(assignment, first)
    weeks = sorted({Week.of(day) for day in planned})
    before = {week: _usual(assignment, week) for week in weeks}
    schedule(assignment, pattern, by=by, at=at)
    days = {
        (assignment.pk, day): after.get(day, [])
        for week in weeks
        for after in [_usual(assignment, week)]
        for day in week.days
        if day >= first and planned.get(day, []) == before[week].get(day, [])
    }
    agency = Agency.objects.get(pk=assignment.agency_id)
    plan(days, agency=agency, by=by, at=at, reason="andere vaste tijden")
    return weeks


def _planned(assignment: Assignment, first: date) -> Days:
    found: Days = {}
    standing = Shift.objects.filter(assignment=assignment, is_cancelled=False)
    for shift in standing.filter(start__gte=midnight(first)).order_by("start"):
        stretch = Planned(shift.start, shift.end, shift.break_minutes)
        found.setdefault(day_of(shift.start), []).append(stretch)
    return found


def _usual(assignment: Assignment, week: Week) -> Days:
    return {
        day: sorted(Planned(*stretch) for stretch in stretches)
        for (owner, day), stretches in usual_week(assignment.client, week).items()
        if owner == assignment.pk
    }
