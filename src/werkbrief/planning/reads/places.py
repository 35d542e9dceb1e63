"""Rows of a week: one assignment each, in its department, crew and function."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from werkbrief.planning.reads.filters import Place
from werkbrief.staffing.models import Assignment
from werkbrief.words.clock import midnight
from werkbrief.words.weeks import Week

COLUMNS = (
    "pk",
    "worker_id",
    "worker__name",
    "worker__payroll_number",
    "worker__sort_name",
    "worker__folded",
    "department__name",
    "crew__name",
    "job_function__name",
)
C = TypeVar("C")
Days = list[list[C]]


@dataclass(slots=True)
class PlacedRow(Generic[C]):
    """One assignment in this week: seven lists of cells, Monday first."""

    id: int
    worker_id: int
    name: str
    number: str
    sort_name: str
    folded: str
    place: Place
    days: Days[C]

    @property
    def cells(self) -> Iterator[C]:
        for day in self.days:
            yield from day


R = TypeVar("R", bound=PlacedRow)  # type: ignore[type-arg]


def rows_of(
    kind: type[R], assignments: QuerySet[Assignment], days: Mapping[int, Days[C]]
) -> Iterator[R]:
    """One row per assignment that has days: one statement."""
    found = assignments.filter(pk__in=list(days))
    for row in found.values_list(*COLUMNS):
        yield row_of(kind, row, days[row[0]])


def row_of(kind: type[R], columns: Sequence[Any], days: Days[C]) -> R:
    """Make one row of the values of COLUMNS."""
    pk, worker_id, name, number, sort_name, folded, *place = columns
    department, crew, job_function = (part or "" for part in place)
    where = (department, crew, job_function)
    return kind(pk, worker_id, name, number, sort_name, folded, where, days)


def by_place(rows: Iterable[R]) -> dict[Place, list[R]]:
    """Rows in Dutch order of name, per place; a level that is not used is empty."""
    grouped: dict[Place, list[R]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.sort_name):
        grouped[row.place].append(row)
    return grouped


class Columns:
    """Which of the seven days an instant lies in, Monday 0."""

    def __init__(self, week: Week) -> None:
        self._bounds = [midnight(day) for day in week.days[1:]]

    def __call__(self, start: int) -> int:
        return bisect(self._bounds, start)
