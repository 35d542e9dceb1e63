"""What the base schedule says."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet

from werkbrief.planning.models import BaseSchedule
from werkbrief.staffing.models import Assignment, Client
from werkbrief.words.clock import DAY, NoSuchTime, at
from werkbrief.words.weeks import Week

Stretches = dict[tuple[int, date], list[tuple[int, int, int]]]
Clock = tuple[int, int, int]


class Block(NamedTuple):
    """A usual stretch; wall-clock minutes, `end` may lie on the next day.

    `week` counts from 0 within the cycle.
    """

    weekday: int
    start: int
    end: int
    break_minutes: int = 0
    week: int = 0

    @property
    def times(self) -> Clock:
        return self.start, self.end, self.break_minutes


class Pattern(NamedTuple):
    """A usual week, or `cycle` weeks that take turns; the first holds `valid_from`."""

    valid_from: date
    blocks: tuple[Block, ...]
    cycle: int = 1

    def turn(self, day: date) -> int:
        """Which week of the cycle this day lies in."""
        weeks = (Week.of(day).monday - Week.of(self.valid_from).monday).days // 7
        return weeks % self.cycle

    def on(self, day: date) -> list[Clock]:
        """The wall-clock times of this day."""
        return self.times(self.turn(day), day.weekday())

    def times(self, turn: int, weekday: int) -> list[Clock]:
        return sorted(
            block.times
            for block in self.blocks
            if block.weekday == weekday and block.week == turn
        )

    def with_day(self, turn: int, weekday: int, times: Iterable[Clock]) -> "Pattern":
        """The same with other times on one weekday of one week of the cycle."""
        others = [b for b in self.blocks if (b.week, b.weekday) != (turn, weekday)]
        fresh = [Block(weekday, *one, turn) for one in times]
        return self._replace(blocks=tuple(sorted(others + fresh)))

    def from_day(self, day: date) -> "Pattern":
        """The same weeks from another day on: whose turn it is then goes first."""
        shift = self.turn(day)
        turned = (
            block._replace(week=(block.week - shift) % self.cycle)
            for block in self.blocks
        )
        return Pattern(day, tuple(sorted(turned)), self.cycle)


@dataclass(slots=True)
class Habit:
    """What is usual at one assignment: every version, oldest first."""

    assignment: int
    starts_on: date
    ends_on: date | None
    versions: list[Pattern] = field(default_factory=list)

    def holding(self, day: date) -> Pattern | None:
        found = [version for version in self.versions if version.valid_from <= day]
        return found[-1] if found else None

    def on(self, day: date) -> list[Clock]:
        """Nothing outside the assignment, nor before the first version."""
        version = self.holding(day)
        is_placed = self.starts_on <= day and (
            self.ends_on is None or day <= self.ends_on
        )
        return version.on(day) if version and is_placed else []


def usual_week(client: Client, week: Week) -> Stretches:
    """(assignment id, day) -> (start, end, break minutes), by the base schedules.

    Two statements. Days outside the assignment, or before the first base schedule,
    are not there.
    """
    running = Assignment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=week.monday),
        client=client,
        starts_on__lte=week.sunday,
    )
    found: Stretches = defaultdict(list)
    for habit in habits_of(running, until=week.sunday):
        for day in week.days:
            for times in habit.on(day):
                if stretch := stretch_on(day, *times):
                    found[habit.assignment, day].append(stretch)
    return found


def habits_of(
    assignments: QuerySet[Assignment], *, until: date = date.max
) -> list[Habit]:
    """What is usual at these, as far as anything is: two statements."""
    schedules = BaseSchedule.objects.filter(
        assignment__in=assignments, valid_from__lte=until
    )
    rows = schedules.select_related("assignment").prefetch_related("blocks")
    found: dict[int, Habit] = {}
    for schedule in rows.order_by("valid_from"):
        one = schedule.assignment
        if one.pk not in found:
            found[one.pk] = Habit(one.pk, one.starts_on, one.ends_on)
        found[one.pk].versions.append(pattern_of(schedule))
    return list(found.values())


def pattern_of(schedule: BaseSchedule) -> Pattern:
    blocks = (
        Block(one.weekday, one.start, one.end, one.break_minutes, one.week)
        for one in schedule.blocks.all()
    )
    return Pattern(schedule.valid_from, tuple(sorted(blocks)), schedule.cycle)


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
