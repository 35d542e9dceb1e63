"""Another usual week: kept, and followed by what was planned by the old one."""

from datetime import date, datetime

from werkbrief.accounts.models import User
from werkbrief.planning.actions.planning import Planned, plan
from werkbrief.planning.actions.scheduling import Block, schedule
from werkbrief.planning.models import PlanningMessage, Shift
from werkbrief.planning.reads.usual import usual_week
from werkbrief.staffing.models import Assignment, Client
from werkbrief.words.clock import day_of, midnight
from werkbrief.words.weeks import Week

Days = dict[date, list[Planned]]


def follow_pattern(message: PlanningMessage, *, by: User, at: datetime) -> list[Week]:
    """Make the pattern the usual week from its day on; the weeks that changed by it.

    Days that were planned by hand, and differ from the old usual week, stay.
    """
    assignment, first = message.assignment, message.day
    if assignment is None:
        return []
    planned = _planned(assignment, first)
    weeks = sorted({Week.of(day) for day in planned})
    before = {week: _usual(message.client, assignment, week) for week in weeks}
    blocks = [Block(*stretch) for stretch in message.pattern]
    schedule(assignment, first, blocks, by=by, at=at)
    days = {
        (assignment.pk, day): after.get(day, [])
        for week in weeks
        for after in [_usual(message.client, assignment, week)]
        for day in week.days
        if day >= first and planned.get(day, []) == before[week].get(day, [])
    }
    plan(days, agency=message.agency, by=by, at=at, reason="andere vaste tijden")
    return weeks


def _planned(assignment: Assignment, first: date) -> Days:
    found: Days = {}
    standing = Shift.objects.filter(assignment=assignment, is_cancelled=False)
    for shift in standing.filter(start__gte=midnight(first)).order_by("start"):
        stretch = Planned(shift.start, shift.end, shift.break_minutes)
        found.setdefault(day_of(shift.start), []).append(stretch)
    return found


def _usual(client: Client, assignment: Assignment, week: Week) -> Days:
    return {
        day: sorted(Planned(*stretch) for stretch in stretches)
        for (owner, day), stretches in usual_week(client, week).items()
        if owner == assignment.pk
    }
