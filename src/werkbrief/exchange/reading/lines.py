"""What a file can hold: lines of a planning, people, and postings with their weeks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from werkbrief.exchange.reading.mistakes import Mistake


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one line; `start` and `end` are instants in whole minutes.

    Without a `payroll_number` it is a request only; without a `headcount` a shift
    only; `is_withdrawn` says that the shift is off. Empty texts mean "not given".
    `client` may hold several names of one client, each on a line of its own.
    """

    number: int
    client: str
    day: date
    start: int
    end: int
    break_minutes: int = 0
    department: str = ""
    crew: str = ""
    job_function: str = ""
    cost_center: str = ""
    payroll_number: str = ""
    name: str = ""
    headcount: int | None = None
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A worker as a message tells of them: a number and a name, nothing else."""

    payroll_number: str
    name: str
    line: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A usual stretch: wall-clock minutes after midnight of `weekday` (0 is Monday)."""

    weekday: int
    start: int
    end: int
    break_minutes: int


@dataclass(frozen=True, slots=True)
class Posting:
    """An assignment as a message tells of it, with its usual week if it has one.

    `is_partial`: a timecard tells less of it than Werkbrief may know. `keeps_end`: no
    end was told, so the one that stands holds. `line` is where it stands in a sheet.
    """

    client: str
    payroll_number: str
    job_function: str
    starts_on: date
    ends_on: date | None = None
    name: str = ""
    number: str = ""
    department: str = ""
    crew: str = ""
    cost_center: str = ""
    contract_minutes: int | None = None
    usual: tuple[Block, ...] = ()
    is_partial: bool = False
    keeps_end: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Away:
    """Whole days on which somebody can't come, or after all can; why is nowhere."""

    payroll_number: str
    first: date
    last: date
    is_away: bool = True


@dataclass(frozen=True, slots=True)
class Hours:
    """A timecard: what was worked on an assignment, (start, end, break) in minutes.

    `codes` are by what the sender knows its parts; `left_out` is what has no place.
    """

    posting: Posting
    stretches: tuple[tuple[int, int, int], ...]
    codes: dict[str, str]
    left_out: tuple[str, ...] = ()


Tell = Callable[[str, int, int], None]


def nobody(_phase: str, _done: int, _total: int) -> None:
    """Nobody wants to know how far it is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read: what is good in it, all its mistakes, what was skipped.

    `tell` hears how far taking it in is; `name` is what the file is called.
    """

    lines: tuple[Line, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    skipped_columns: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    postings: tuple[Posting, ...] = ()
    worked: tuple[Hours, ...] = ()
    away: tuple[Away, ...] = ()
    tell: Tell = nobody
    name: str = ""
