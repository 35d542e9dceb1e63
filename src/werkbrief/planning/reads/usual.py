"""What the base schedule says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from werkbrief.planning.models import BaseBlock, BaseSchedule
from werkbrief.staffing.models import Client
from werkbrief.words.clock import DAY, NoSuchTime, at
from werkbrief.words.weeks import Week

Stretches = dict[tuple[int, date], list[tuple[int, int, int]]]


def usual_week(client: Client, week: Week) -> Stretches:
    """(assignment id, day) -> (start, end, break minutes), by the base schedules.

    Two statements. Days outside the assignment, or before the first base schedule,
    are not there.
    """
    schedules = BaseSchedule.objects.filter(
        Q(assignment__ends_on__isnull=True) | Q(assignment__ends_on__gte=week.monday),
        assignment__client=client,
        assignment__starts_on__lte=week.sunday,
        valid_from__lte=week.sunday,
    )
    rows = schedules.select_related("assignment").prefetch_related("blocks")
    by_assignment: dict[int, list[BaseSchedule]] = defaultdict(list)
    for schedule in rows.order_by("valid_from"):
        by_assignment[schedule.assignment_id].append(schedule)
    found: Stretches = defaultdict(list)
    for assignment_id, versions in by_assignment.items():
        for day in week.days:
            for block in _blocks(versions, day):
                times = (block.start, block.end, block.break_minutes)
                if stretch := stretch_on(day, *times):
                    found[assignment_id, day].append(stretch)
    return found


def _blocks(versions: list[BaseSchedule], day: date) -> Iterator[BaseBlock]:
    holding = [version for version in versions if version.valid_from <= day]
    if not holding or not _works(holding[-1], day):
        return
    schedule = holding[-1]
    weeks = (Week.of(day).monday - Week.of(schedule.valid_from).monday).days // 7
    blocks: Iterable[BaseBlock] = schedule.blocks.all()
    for block in blocks:
        if block.weekday == day.weekday() and block.week == weeks % schedule.cycle:
            yield block


def _works(schedule: BaseSchedule, day: date) -> bool:
    assignment = schedule.assignment
    return assignment.starts_on <= day and (
        assignment.ends_on is None or day <= assignment.ends_on
    )


def stretch_on(
    day: date, start: int, end: int, pause: int
) -> tuple[int, int, int] | None:
    """Wall-clock minutes as instants of this day; `end` may pass 1440.

    The night of March can swallow a stretch, then None; that of October can make it
    longer than a day.
    """
    since, until = usual_instant(day, start), usual_instant(day, end)
    if since >= until:
        return None
    until = min(until, since + DAY)
    return since, until, min(pause, until - since)


def usual_instant(day: date, minutes: int) -> int:
    """A usual time in the skipped hour of March starts when the clock goes on."""
    try:
        return at(day, minutes)
    except NoSuchTime:
        return at(day, minutes + 60)
