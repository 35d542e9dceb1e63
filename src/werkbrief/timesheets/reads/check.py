"""Werkbriefjes controle: what was approved against what was planned (S6.1)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from werkbrief.timesheets.reads.cells import Cell, Group, Row, State, WeekSheet
from werkbrief.words.weeks import Week

JUDGED = (State.APPROVED, State.REJECTED)
WAITING = (State.OPEN, State.CHANGED)


@dataclass(slots=True)
class Balance:
    """Minutes planned and approved; `judged` is the plan of what was judged.

    The difference is over judged hours only: what is still open is not missing yet.
    Absence was known beforehand and stands on neither side.
    """

    planned: int = 0
    judged: int = 0
    approved: int = 0
    open: int = 0

    @property
    def difference(self) -> int:
        return self.approved - self.judged

    def add(self, cell: Cell) -> None:
        plan = cell.planned
        planned = plan[1] - plan[0] - plan[2] if plan else 0
        if cell.state == State.ABSENT:
            return
        self.planned += planned
        if cell.state in JUDGED:
            self.judged += planned
        if cell.state == State.APPROVED:
            self.approved += cell.worked
        self.open += cell.state in WAITING

    def take(self, other: "Balance") -> None:
        self.planned += other.planned
        self.judged += other.judged
        self.approved += other.approved
        self.open += other.open


@dataclass(frozen=True, slots=True)
class DayCheck:
    """One worker on one day; `entry_id` is the first judged entry, to correct."""

    balance: Balance
    entry_id: int
    is_absent: bool
    is_empty: bool


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One worker in this week; seven days, Monday first."""

    id: int
    name: str
    number: str
    days: list[DayCheck]
    total: Balance

    @property
    def weight(self) -> int:
        """How much deviates in all, however it evens out over the week."""
        return sum(abs(day.balance.difference) for day in self.days)


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """Department, crew and function, with the worker that deviates most on top."""

    department: str
    crew: str
    job_function: str
    rows: list[CheckRow]
    total: Balance


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """The whole week, per group, per day and in all."""

    week: Week
    groups: list[CheckGroup]
    days: list[Balance]
    total: Balance

    @property
    def rows(self) -> Iterator[CheckRow]:
        for group in self.groups:
            yield from group.rows

    @property
    def deviating(self) -> int:
        """How many workers have a day that deviates."""
        return sum(row.weight > 0 for row in self.rows)


def check_sheet(sheet: WeekSheet, *, only_deviating: bool = False) -> CheckSheet:
    """Hold the week against its planning; asks the database nothing."""
    groups = [
        group
        for group in (_group(group, only_deviating) for group in sheet.groups)
        if group.rows
    ]
    days = [
        _sum(row.days[place].balance for group in groups for row in group.rows)
        for place in range(7)
    ]
    total = _sum(group.total for group in groups)
    return CheckSheet(sheet.week, groups, days, total)


def _group(group: Group, only_deviating: bool) -> CheckGroup:  # noqa: FBT001
    rows = [_row(row) for row in group.rows]
    if only_deviating:
        rows = [row for row in rows if row.weight]
    rows.sort(key=lambda row: -row.weight)
    total = _sum(row.total for row in rows)
    return CheckGroup(group.department, group.crew, group.job_function, rows, total)


def _row(row: Row) -> CheckRow:
    days = [_day(cells) for cells in row.days]
    total = _sum(day.balance for day in days)
    return CheckRow(row.id, row.name, row.number, days, total)


def _day(cells: list[Cell]) -> DayCheck:
    balance = Balance()
    for cell in cells:
        balance.add(cell)
    judged = next((cell.id for cell in cells if cell.state in JUDGED), 0)
    absent = any(cell.state == State.ABSENT for cell in cells)
    return DayCheck(balance, judged, absent, not cells)


def _sum(balances: Iterable[Balance]) -> Balance:
    total = Balance()
    for balance in balances:
        total.take(balance)
    return total
