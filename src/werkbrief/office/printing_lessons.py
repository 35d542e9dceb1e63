"""How a lesson of the base schedule is told: days in words, with the evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from werkbrief.planning.reads.patterns import line
from werkbrief.planning.reads.usual import Block
from werkbrief.staffing.models import Agency, Assignment
from werkbrief.timesheets.reads import DayLesson, Lesson, lessons
from werkbrief.words.tongues import DUTCH
from werkbrief.words.weeks import Week

FREE = "vrij"


@dataclass(frozen=True, slots=True)
class Taught:
    """Days that changed alike, in one line."""

    days: str
    usual: str
    worked: str
    weeks: str


@dataclass(frozen=True, slots=True)
class Case:
    """One assignment's lesson as the queue shows it."""

    id: int
    name: str
    number: str
    client: str
    job_function: str
    stamp: str
    lines: list[Taught]

    @property
    def case(self) -> str:
        """Its anchor in the queue."""
        return f"l{self.id}"


def print_lessons(agency: Agency, on: date) -> list[Case]:
    among = Assignment.objects.filter(client__archived_on__isnull=True)
    return [_case(lesson) for lesson in lessons(among, on, agency=agency)]


def _case(lesson: Lesson) -> Case:
    return Case(
        lesson.assignment,
        lesson.name,
        lesson.number,
        lesson.client,
        lesson.job_function,
        lesson.stamp,
        list(_lines(lesson.days, lesson.pattern.cycle)),
    )


def _lines(days: Iterable[DayLesson], cycle: int) -> Iterator[Taught]:
    """Days with the same change and the same weeks together."""
    alike: dict[tuple[object, ...], list[DayLesson]] = {}
    for one in days:
        weeks = tuple(Week.of(day).number for day in one.evidence)
        alike.setdefault((one.turn, one.usual, one.worked, weeks), []).append(one)
    for ones in alike.values():
        first = ones[0]
        numbers = [str(Week.of(day).number) for day in first.evidence]
        names = [DUTCH.weekdays[one.weekday] for one in ones]
        turn = f"week {first.turn + 1}: " if cycle > 1 else ""
        yield Taught(
            turn + _listed(names),
            _times(first, usual=True),
            _times(first, usual=False),
            f"weken {', '.join(numbers[:-1])} en {numbers[-1]}",
        )


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def _times(one: DayLesson, *, usual: bool) -> str:
    times = one.usual if usual else one.worked
    return " en ".join(line(Block(one.weekday, *each)) for each in times) or FREE
