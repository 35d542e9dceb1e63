"""What of a week is as planned and needs no look, and what does, with the reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from werkbrief.timesheets.reads.cells import Cell, Row, State, WeekSheet
from werkbrief.words.clock import clock
from werkbrief.words.tongues import say

WAITING = (State.OPEN, State.CHANGED)


@dataclass(frozen=True, slots=True)
class Misfit:
    """One entry that somebody should look at; `day` 0 is Monday."""

    cell: Cell
    name: str
    number: str
    day: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fitting:
    """`seen` is id -> version of what fits; `later` counts what is not over yet."""

    seen: dict[int, int]
    minutes: int
    misfits: list[Misfit]
    later: int


def fitting(
    sheet: WeekSheet, more: Mapping[int, Sequence[str]], *, now: int
) -> Fitting:
    """Divide what waits on this sheet; `more` are reasons from elsewhere, per entry."""
    seen: dict[int, int] = {}
    minutes = later = 0
    misfits = []
    for row, day, cell in _waiting(sheet):
        reasons = (*_reasons(cell), *more.get(cell.id, ()))
        if cell.end > now:
            later += 1
        elif reasons:
            misfits.append(Misfit(cell, row.name, row.number, day, reasons))
        else:
            seen[cell.id] = cell.version
            minutes += cell.worked
    return Fitting(seen, minutes, misfits, later)


def _waiting(sheet: WeekSheet) -> Iterator[tuple[Row, int, Cell]]:
    for row in sheet.rows:
        for day, cells in enumerate(row.days):
            for cell in cells:
                if cell.state in WAITING:
                    yield row, day, cell


def _reasons(cell: Cell) -> Iterator[str]:
    if cell.planned is None:
        yield say("staat niet in de planning")
    elif cell.planned != (cell.start, cell.end, cell.pause):
        start, end, pause = cell.planned
        yield say(
            "wijkt af: gepland %(start)s–%(end)s, pauze %(pause)s",
            start=clock(start),
            end=clock(end),
            pause=pause,
        )
    if cell.comments:
        yield say("er staat een opmerking bij")
