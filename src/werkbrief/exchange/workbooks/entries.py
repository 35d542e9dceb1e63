"""The page "Werkbriefjes": one row per entry, as on screen."""

from collections.abc import Iterator

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_abs

from werkbrief.exchange.reads import Notes
from werkbrief.exchange.workbooks.pages import (
    DATE,
    DURATION,
    TIME,
    Column,
    Formats,
    Formula,
    Page,
    Value,
    as_duration,
    as_time,
)
from werkbrief.timesheets.reads import Cell, Row, State, WeekSheet
from werkbrief.words.clock import day_of

NAME = "Werkbriefjes"
COLUMNS = (
    Column("Afdeling", 16),
    Column("Ploeg", 12),
    Column("Functie", 18),
    Column("Loonnummer", 12),
    Column("Naam", 26),
    Column("Dag", 5),
    Column("Datum", 11, DATE),
    Column("Start", 8, TIME),
    Column("Eind", 8, TIME),
    Column("Pauze", 8, DURATION),
    Column("Totaal", 8, DURATION),
    Column("Gepland start", 9, TIME),
    Column("Gepland eind", 9, TIME),
    Column("Gepland pauze", 9, DURATION),
    Column("Status", 12),
    Column("Reden", 18),
    Column("Opmerkingen", 40),
)
FUNCTION, DAY_PLACE, TOTAL, STATUS = 2, 6, 10, 14
WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
STATES = {
    State.OPEN: "open",
    State.CHANGED: "gewijzigd",
    State.APPROVED: "goedgekeurd",
    State.REJECTED: "afgekeurd",
    State.ABSENT: "afwezig",
}


def entries_page(
    book: Workbook, formats: Formats, sheet: WeekSheet, notes: Notes
) -> int:
    """Write it; how many rows it has with its header."""
    page = Page(book, NAME, COLUMNS, formats)
    for row, cell in entries(sheet):
        page.add(_values(row, cell, notes))
    page.filter()
    height = page.height
    worked = column(TOTAL, height)
    minutes = sum(row.minutes for row in sheet.rows)
    _total(page, "Totaal", Formula(f"=SUBTOTAL(109,{worked})", minutes))
    status = f'{column(STATUS, height)},"{STATES[State.APPROVED]}"'
    approved = Formula(f"=SUMIFS({worked},{status})", sheet.approved_minutes)
    _total(page, "Waarvan goedgekeurd", approved)
    return height


def entries(sheet: WeekSheet) -> Iterator[tuple[Row, Cell]]:
    """In the order of the screen: group, worker, day."""
    for row in sheet.rows:
        for cell in row.cells:
            yield row, cell


def column(place: int, height: int) -> str:
    """The cells of one column below the header, for a formula."""
    return xl_range_abs(1, place, max(height - 1, 1), place)


def _values(row: Row, cell: Cell, notes: Notes) -> list[Value]:
    day = day_of(cell.start)
    planned: list[Value] = [None, None, None]
    if cell.planned:
        start, end, pause = cell.planned
        planned = [as_time(start), as_time(end), as_duration(pause)]
    return [
        *row.place,
        row.number,
        row.name,
        WEEKDAYS[day.weekday()],
        day,
        *_worked(cell),
        *planned,
        STATES[cell.state],
        notes.reasons.get(cell.id),
        notes.remarks.get(cell.id),
    ]


def _worked(cell: Cell) -> list[Value]:
    """As on screen: the absent have no times, what was rejected counts for nothing."""
    if cell.state == State.ABSENT:
        return [None] * 4
    counts = 0 if cell.state == State.REJECTED else cell.worked
    times: list[Value] = [as_time(cell.start), as_time(cell.end)]
    return [*times, as_duration(cell.pause), as_duration(counts)]


def _total(page: Page, title: str, total: Formula) -> None:
    values: list[Value] = [None] * len(COLUMNS)
    values[FUNCTION], values[TOTAL] = title, total
    page.add(values, is_bold=True)
