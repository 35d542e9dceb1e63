"""What a preview of many hours shows: what changes, from what into what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from werkbrief.timesheets.actions import Outlook
from werkbrief.timesheets.reads import WeekSheet
from werkbrief.words.clock import clock, duration

# A dialog shows so many lines; the count says how many there are in all.
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One entry that would change."""

    name: str
    day: date
    before: str
    after: str
    total: str
    is_overwriting: bool


def print_outlooks(sheet: WeekSheet, outlooks: Iterable[Outlook]) -> list[Line]:
    """The first of those that change, in the order of the sheet."""
    by_id = {outlook.id: outlook for outlook in outlooks}
    lines = [
        _line(row.name, sheet.week.days[number], by_id[cell.id])
        for row in sheet.rows
        for number, cells in enumerate(row.days)
        for cell in cells
        if cell.id in by_id
    ]
    return lines[:SHOWN]


def _line(name: str, day: date, outlook: Outlook) -> Line:
    start, end, pause = outlook.after
    return Line(
        name,
        day,
        _times(*outlook.before),
        _times(*outlook.after),
        duration(end - start - pause),
        outlook.is_overwriting,
    )


def _times(start: int, end: int, pause: int) -> str:
    return f"{clock(start)}–{clock(end)} {pause}"
