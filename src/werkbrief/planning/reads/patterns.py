"""Usual weeks on screen: who has one, every version of it, and the weeks it makes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from werkbrief.journal.models import Change
from werkbrief.planning.models import BaseSchedule
from werkbrief.planning.reads.usual import Block, Pattern, habits_of, pattern_of
from werkbrief.staffing.models import Agency, Assignment, fold
from werkbrief.words.clock import duration, wall
from werkbrief.words.tongues import DUTCH
from werkbrief.words.weeks import Week

KIND = "planning.baseschedule"
# Patterns are read and typed in the office only, which speaks Dutch.
WEEKDAYS = DUTCH.weekdays
MOST = 60


@dataclass(frozen=True, slots=True)
class Usual:
    """One assignment with its usual week in words; empty when it has none."""

    id: int
    name: str
    number: str
    client: str
    job_function: str
    starts_on: date
    ends_on: date | None
    weeks: list[str]


@dataclass(frozen=True, slots=True)
class Version:
    """One version as history shows it; who made it last, when that is known."""

    id: int
    pattern: Pattern
    weeks: list[str]
    minutes: str
    by: str
    at: datetime | None
    is_current: bool


def usual_list(
    agency: Agency, on: date, query: str = "", *, only_without: bool = False
) -> tuple[list[Usual], int, int]:
    """Running assignments by name, how many there are, how many have no usual week.

    Five statements; at most MOST are given.
    """
    schedules = BaseSchedule.objects.filter(assignment=OuterRef("pk"))
    running = (
        Assignment.objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on),
            agency=agency,
            client__archived_on__isnull=True,
        )
        .annotate(has_usual=Exists(schedules))
        .select_related("worker", "client", "job_function")
    )
    without = running.filter(has_usual=False).count()
    if only_without:
        running = running.filter(has_usual=False)
    if query:
        folded = Q(worker__folded__contains=fold(query))
        running = running.filter(folded | Q(client__name__icontains=query))
    shown = list(running.order_by("worker__sort_name", "pk")[:MOST])
    among = Assignment.objects.filter(pk__in=[one.pk for one in shown])
    texts = {
        habit.assignment: told(pattern)
        for habit in habits_of(among)
        if (pattern := habit.holding(on) or habit.versions[0])
    }
    return (
        [_usual(one, texts.get(one.pk, [])) for one in shown],
        running.count(),
        without,
    )


def _usual(one: Assignment, weeks: list[str]) -> Usual:
    return Usual(
        one.pk,
        one.worker.name,
        one.worker.payroll_number,
        str(one.client),
        str(one.job_function),
        one.starts_on,
        one.ends_on,
        weeks,
    )


def versions_of(assignment: Assignment, on: date) -> list[Version]:
    """Newest first, with who wrote each: three statements."""
    rows = list(
        assignment.base_schedules.prefetch_related("blocks").order_by("-valid_from")
    )
    written = _written([row.pk for row in rows])
    current = next((row.pk for row in rows if row.valid_from <= on), None)
    return [
        Version(
            row.pk,
            pattern := pattern_of(row),
            told(pattern),
            duration(minutes_of(pattern)),
            *written.get(row.pk, ("", None)),
            is_current=row.pk == current,
        )
        for row in rows
    ]


def _written(schedules: Iterable[int]) -> dict[int, tuple[str, datetime | None]]:
    changes: QuerySet[Change] = Change.objects.filter(
        kind=KIND, subject_id__in=list(schedules)
    )
    return {
        one.subject_id: (str(one.event.by or "ingelezen"), one.event.at)
        for one in changes.select_related("event__by").order_by("pk")
    }


def minutes_of(pattern: Pattern) -> int:
    """Worked in a week, on average over the cycle."""
    worked = sum(one.end - one.start - one.break_minutes for one in pattern.blocks)
    return worked // pattern.cycle


def told(pattern: Pattern) -> list[str]:
    """Each week of the cycle in one line: "ma–vr 07:00–15:30/30"."""
    return [
        "; ".join(_runs(block for block in pattern.blocks if block.week == week))
        or "vrij"
        for week in range(pattern.cycle)
    ]


def _runs(blocks: Iterable[Block]) -> Iterator[str]:
    days: list[list[str]] = [[] for _ in WEEKDAYS]
    for block in sorted(blocks):
        days[block.weekday].append(line(block))
    first = 0
    for day in range(1, len(days) + 1):
        if day < len(days) and days[day] == days[first]:
            continue
        if days[first]:
            until = f"–{WEEKDAYS[day - 1]}" if day - 1 > first else ""
            yield f"{WEEKDAYS[first]}{until} {' en '.join(days[first])}"
        first = day


def line(block: Block) -> str:
    """As it is typed: "07:00–15:30/30"."""
    pause = f"/{block.break_minutes}" if block.break_minutes else ""
    return f"{wall(block.start)}–{wall(block.end)}{pause}"


@dataclass(frozen=True, slots=True)
class ComingWeek:
    """What a pattern makes of one week: seven days, and the hours."""

    week: Week
    days: list[tuple[date, list[str]]]
    hours: str


def coming(
    pattern: Pattern, assignment: Assignment, weeks: int = 4
) -> list[ComingWeek]:
    """The first weeks that this pattern would make: no statement."""
    first = Week.of(pattern.valid_from)
    return [_coming(pattern, assignment, first + n) for n in range(weeks)]


def _coming(pattern: Pattern, assignment: Assignment, week: Week) -> ComingWeek:
    until = assignment.ends_on or date.max
    since = max(pattern.valid_from, assignment.starts_on)
    by_day = [
        (day, pattern.on(day) if since <= day <= until else []) for day in week.days
    ]
    minutes = sum(end - start - rest for _, ones in by_day for start, end, rest in ones)
    days = [
        (day, [f"{wall(start)}–{wall(end)}" for start, end, _ in ones])
        for day, ones in by_day
    ]
    return ComingWeek(week, days, duration(minutes))
