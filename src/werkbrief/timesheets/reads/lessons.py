"""The base schedule learns: the same deviation three weeks running is a lesson (S8.7).

What was approved tells what was worked. A week in which somebody was away proves
nothing. Last week may still have to be passed on: then the three before it count.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from django.db.models import Q, QuerySet

from werkbrief.planning.reads import absent_among
from werkbrief.planning.reads.usual import Clock, Habit, Pattern, habits_of
from werkbrief.staffing.models import Agency, Assignment
from werkbrief.timesheets.models import LessonAnswer, TimeEntry, Verdict
from werkbrief.words.clock import DAY, clock_minutes, day_of, midnight
from werkbrief.words.weeks import Week

RUNNING = 3
Times = tuple[Clock, ...]
Spot = tuple[int, date]


@dataclass(frozen=True, slots=True)
class DayLesson:
    """One weekday of one week of the cycle: usual, worked, and the days that prove it.

    Nothing worked is a day off that the usual week doesn't know.
    """

    turn: int
    weekday: int
    usual: Times
    worked: Times
    evidence: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one assignment teaches; taken over or declined as a whole."""

    assignment: int
    name: str
    number: str
    client: str
    job_function: str
    pattern: Pattern
    days: tuple[DayLesson, ...]

    @property
    def stamp(self) -> str:
        """The same for the same evidence; whoever saw another is refused."""
        return sha256(repr((self.pattern, self.days)).encode()).hexdigest()[:16]

    def learnt(self, monday: date) -> Pattern:
        """The usual week from this Monday on, with the lesson in it."""
        pattern = self.pattern.from_day(monday)
        shift = self.pattern.turn(monday)
        for one in self.days:
            turn = (one.turn - shift) % pattern.cycle
            pattern = pattern.with_day(turn, one.weekday, one.worked)
        return pattern


def lessons(
    assignments: QuerySet[Assignment], on: date, *, agency: Agency
) -> list[Lesson]:
    """Of these, by name: at most eight statements for any number.

    The weeks before this one are looked at, three of each week of a cycle.
    """
    monday = Week.of(on).next.monday
    running = assignments.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=monday), agency=agency
    )
    habits = [one for one in habits_of(running, until=monday) if one.holding(monday)]
    if not habits:
        return []
    longest = max(one.versions[-1].cycle for one in habits)
    weeks = [Week.of(on) + -n for n in range(1, (RUNNING + 1) * longest + 1)]
    taught = _Taught([one.assignment for one in habits], weeks)
    found = {
        habit.assignment: days
        for habit in habits
        if (days := tuple(_days(habit, monday, weeks, taught)))
    }
    return _named(found, {one.assignment: one.holding(monday) for one in habits})


class _Taught:
    """What these weeks prove of these assignments: four statements."""

    def __init__(self, assignments: list[int], weeks: list[Week]) -> None:
        self.worked: dict[Spot, list[Clock]] = defaultdict(list)
        self.open: set[Spot] = set()
        self.passed_on: set[tuple[int, Week]] = set()
        self.waiting: set[tuple[int, Week]] = set()
        self.worker: dict[int, int] = {}
        first, last = weeks[-1].monday, weeks[0].sunday
        rows = TimeEntry.objects.filter(
            Q(is_occupying=True) | Q(decision__isnull=False),
            assignment__in=assignments,
            start__gte=midnight(first),
            start__lt=midnight(last + timedelta(days=1)),
        ).values_list(
            "assignment_id",
            "worker_id",
            "start",
            "end",
            "break_minutes",
            "decision__verdict",
        )
        for pk, worker, start, end, pause, verdict in rows:
            day = day_of(start)
            self.worker[pk] = worker
            if verdict is None:
                self.open.add((pk, day))
                self.waiting.add((pk, Week.of(day)))
            elif verdict == Verdict.APPROVED:
                self.worked[pk, day].append(_clock(start, end, pause))
                self.passed_on.add((pk, Week.of(day)))
        days = {day for week in weeks for day in week.days}
        self.away = absent_among(set(self.worker.values()), days)
        self.answered: dict[tuple[int, int], list[tuple[object, date]]] = defaultdict(
            list
        )
        answers = LessonAnswer.objects.filter(
            assignment__in=assignments, until__gte=first
        )
        for pk, weekday, times, until in answers.values_list(
            "assignment_id", "weekday", "times", "until"
        ):
            self.answered[pk, weekday].append((times, until))

    def on(self, pk: int, day: date) -> Times | None:
        """What was worked on this day; None when nobody can say (yet)."""
        if (pk, day) in self.open or (pk, Week.of(day)) not in self.passed_on:
            return None
        if (self.worker[pk], day) in self.away:
            return None
        return tuple(sorted(self.worked.get((pk, day), ())))

    def is_to_come(self, pk: int, day: date) -> bool:
        """Hours of this day, or of its whole week, wait for a judgement."""
        week = (pk, Week.of(day))
        return (pk, day) in self.open or (
            week in self.waiting and week not in self.passed_on
        )

    def is_answered(self, pk: int, weekday: int, worked: Times, since: date) -> bool:
        """Somebody decided on these times when part of this evidence was there."""
        told = [list(one) for one in worked]
        return any(
            times == told and until >= since
            for times, until in self.answered[pk, weekday]
        )


def _days(
    habit: Habit, monday: date, weeks: list[Week], taught: _Taught
) -> Iterator[DayLesson]:
    pattern = habit.holding(monday)
    if pattern is None:
        return
    for turn in range(pattern.cycle):
        mine = [week for week in weeks if pattern.turn(week.monday) == turn]
        for weekday in range(7):
            pk, days = habit.assignment, [week.days[weekday] for week in mine]
            first = int(taught.is_to_come(pk, days[0]))
            evidence = tuple(reversed(days[first : first + RUNNING]))
            usual = tuple(pattern.times(turn, weekday))
            if worked := _same(habit, evidence, taught, usual):
                (times,) = worked
                if not taught.is_answered(pk, weekday, times, evidence[0]):
                    yield DayLesson(turn, weekday, usual, times, evidence)


def _same(
    habit: Habit, evidence: Iterable[date], taught: _Taught, usual: Times
) -> set[Times]:
    """The one thing that was worked on all of these days, if it isn't usual."""
    found: set[Times] = set()
    for day in evidence:
        worked = taught.on(habit.assignment, day)
        is_placed = habit.starts_on <= day
        if worked is None or not is_placed or worked == tuple(habit.on(day)):
            return set()
        found.add(worked)
    return set() if usual in found or len(found) > 1 else found


def _named(
    found: dict[int, tuple[DayLesson, ...]], patterns: dict[int, Pattern | None]
) -> list[Lesson]:
    related = ("worker", "client", "job_function")
    assignments = Assignment.objects.filter(pk__in=list(found))
    return [
        Lesson(
            one.pk,
            one.worker.name,
            one.worker.payroll_number,
            str(one.client),
            str(one.job_function),
            pattern,
            found[one.pk],
        )
        for one in assignments.select_related(*related).order_by("worker__sort_name")
        if (pattern := patterns[one.pk]) is not None
    ]


def _clock(start: int, end: int, pause: int) -> Clock:
    since, until = clock_minutes(start), clock_minutes(end)
    return since, until if until > since else until + DAY, pause
