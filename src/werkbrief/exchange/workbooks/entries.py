"""The page "Werkbriefjes": one row per entry, as on screen."""

from collections.abc import Iterator

from django.utils.translation import gettext_noop as _

from werkbrief.exchange.later import Workbook, xl_range_abs
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
from werkbrief.words.tongues import say
from werkbrief.words.weeks import weekday

NAME = _("Werkbriefjes")
COLUMNS = (
    Column(_("Afdeling"), 16),
    Column(_("Ploeg"), 12),
    Column(_("Functie"), 18),
    Column(_("Loonnummer"), 12),
    Column(_("Naam"), 26),
    Column(_("Dag"), 5),
    Column(_("Datum"), 11, DATE),
    Column(_("Start"), 8, TIME),
    Column(_("Eind"), 8, TIME),
    Column(_("Pauze"), 8, DURATION),
    Column(_("Totaal"), 8, DURATION),
    Column(_("Gepland start"), 9, TIME),
    Column(_("Gepland eind"), 9, TIME),
    Column(_("Gepland pauze"), 9, DURATION),
    Column(_("Status"), 12),
    Column(_("Reden"), 18),
    Column(_("Opmerkingen"), 40),
)
FUNCTION, DAY_PLACE, TOTAL, STATUS = 2, 6, 10, 14
STATES = {
    State.OPEN: _("open"),
    State.CHANGED: _("gewijzigd"),
    State.APPROVED: _("goedgekeurd"),
    State.REJECTED: _("afgekeurd"),
    State.ABSENT: _("afwezig"),
}


def entries_page(
    book: Workbook, formats: Formats, sheet: WeekSheet, notes: Notes
) -> int:
    """Write it; how many rows it has with its header."""
    page = Page(book, say(NAME), COLUMNS, formats)
    for row, cell in entries(sheet):
        page.add(_values(row, cell, notes))
    page.filter()
    height = page.height
    worked = column(TOTAL, height)
    minutes = sum(row.minutes for row in sheet.rows)
    _total(page, say("Totaal"), Formula(f"=SUBTOTAL(109,{worked})", minutes))
    status = f'{column(STATUS, height)},"{say(STATES[State.APPROVED])}"'
    approved = Formula(f"=SUMIFS({worked},{status})", sheet.approved_minutes)
    _total(page, say("Waarvan goedgekeurd"), approved)
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
        weekday(day),
        day,
        *_worked(cell),
        *planned,
        say(STATES[cell.state]),
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
