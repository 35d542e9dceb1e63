"""What a week is made of on screen: cells in rows, rows in groups, totals beneath."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from werkbrief.planning.reads.places import PlacedRow
from werkbrief.words.clock import clock
from werkbrief.words.weeks import Week


class State(StrEnum):
    """How an entry stands; the word is what the legend says."""

    OPEN = "open"
    CHANGED = "changed"
    APPROVED = "approved"
    REJECTED = "rejected"
    ABSENT = "absent"


@dataclass(slots=True)
class Cell:
    """One entry on screen; `worked` in minutes, `start` and `end` instants."""

    id: int
    version: int
    state: State
    start: int
    end: int
    pause: int
    comments: int
    planned: tuple[int, int, int] | None
    is_touched: bool = False

    @property
    def times(self) -> str:
        return f"{clock(self.start)}–{clock(self.end)}"

    @property
    def worked(self) -> int:
        return self.end - self.start - self.pause


class Row(PlacedRow[Cell]):
    """One assignment with its entries of the week."""

    __slots__ = ()

    @property
    def minutes(self) -> int:
        """All but what was rejected or not worked for absence."""
        idle = (State.REJECTED, State.ABSENT)
        return sum(cell.worked for cell in self.cells if cell.state not in idle)


@dataclass(frozen=True, slots=True)
class Group:
    """Department, crew and function; a level that is not used is empty."""

    department: str
    crew: str
    job_function: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Total:
    """Approved minutes of one function per day, Monday first."""

    job_function: str
    days: list[int]

    @property
    def minutes(self) -> int:
        return sum(self.days)


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """A week of one client as one member may see it, filtered."""

    week: Week
    groups: list[Group]
    totals: list[Total]
    places: list[tuple[str, str, str]]
    tally: Mapping[State, int]

    @property
    def rows(self) -> Iterator[Row]:
        for group in self.groups:
            yield from group.rows

    @property
    def cells(self) -> Iterator[Cell]:
        for row in self.rows:
            yield from row.cells

    @property
    def approved_minutes(self) -> int:
        return sum(total.minutes for total in self.totals)

    def count(self, *states: State) -> int:
        return sum(self.tally.get(state, 0) for state in states)


def mark_absent(cells: list[Cell]) -> None:
    """Typed hours and judgements go before an absence: somebody says they worked."""
    for cell in cells:
        if cell.state == State.OPEN:
            cell.state = State.CHANGED if cell.is_touched else State.ABSENT


def only_approved(row: Row) -> bool:
    row.days = [[c for c in day if c.state == State.APPROVED] for day in row.days]
    return any(row.days)
