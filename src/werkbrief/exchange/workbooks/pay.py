"""The page "Loonregels": what each worker is paid for, when, and why."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Protocol

from xlsxwriter import Workbook

from werkbrief.exchange.workbooks.entries import entries
from werkbrief.exchange.workbooks.pages import (
    DATE,
    DURATION,
    PERCENT,
    TIME,
    Column,
    Formats,
    Page,
    as_duration,
    as_time,
)
from werkbrief.timesheets.reads import State, WeekSheet
from werkbrief.words.clock import day_of

COLUMNS = (
    Column("Loonnummer", 12),
    Column("Naam", 26),
    Column("Datum", 11, DATE),
    Column("Van", 8, TIME),
    Column("Tot", 8, TIME),
    Column("Uren", 8, DURATION),
    Column("Percentage", 11, PERCENT),
    Column("Toeslag", 36),
    Column("Artikel", 24),
    Column("Stand", 11),
)
UNKNOWN = "nog te bepalen"


class Paid(Protocol):
    """A paid line as `pay.reads` gives it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def minutes(self) -> int: ...
    @property
    def percent(self) -> Fraction | None: ...
    @property
    def label(self) -> str: ...
    @property
    def articles(self) -> str: ...
    @property
    def is_addon(self) -> bool: ...


PayLines = Mapping[int, Sequence[Paid]]


def pay_page(
    book: Workbook, formats: Formats, sheet: WeekSheet, pay_lines: PayLines
) -> None:
    """Lines of approved hours are final; those of all others may still change."""
    page = Page(book, "Loonregels", COLUMNS, formats)
    for row, cell in entries(sheet):
        stand = "definitief" if cell.state == State.APPROVED else "voorlopig"
        for line in pay_lines.get(cell.id, ()):
            page.add(
                [
                    row.number,
                    row.name,
                    day_of(cell.start),
                    as_time(line.start),
                    as_time(line.end),
                    as_duration(line.minutes),
                    UNKNOWN if line.percent is None else float(line.percent / 100),
                    f"{line.label} (erbovenop)" if line.is_addon else line.label,
                    line.articles,
                    stand,
                ]
            )
    page.filter()
