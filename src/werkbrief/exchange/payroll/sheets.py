"""Writing the payroll file: row by row, as CSV or as a workbook."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO

from werkbrief.exchange.later import Workbook
from werkbrief.exchange.models import Layout
from werkbrief.exchange.payroll.columns import COLUMNS, PayrollColumn
from werkbrief.exchange.payroll.lines import PaidLine
from werkbrief.exchange.workbooks.pages import (
    DECIMAL,
    DURATION,
    PERCENT,
    TIME,
    Formats,
    Page,
    Value,
)
from werkbrief.words.clock import DAY

MARK = "\ufeff"  # without it Excel reads Zoë as ZoÃ«
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SHEET_ROWS = 1_000_000


def payroll_csv(lines: Iterable[PaidLine], layout: Layout) -> Iterator[str]:
    """The file in pieces of a line; no text in it is a formula."""
    columns = _columns(layout)
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=layout.separator, lineterminator="\r\n")
    writer.writerow([found.column.title for found in columns])
    yield MARK + _taken(buffer)
    for line in lines:
        writer.writerow([_written(one, line, layout) for one in columns])
        yield _taken(buffer)


def payroll_workbook(lines: Iterable[PaidLine], layout: Layout, file: IO[bytes]) -> int:
    """Write it to this file; how many lines. No row stays in memory."""
    columns, count = _columns(layout), 0
    with Workbook(file, {"constant_memory": True}) as book:
        formats = Formats(book)
        page = _page(book, formats, columns, 1)
        for count, line in enumerate(lines, 1):
            if count % _SHEET_ROWS == 0:
                page.filter()
                page = _page(book, formats, columns, count // _SHEET_ROWS + 1)
            page.add([found.value(line) for found in columns])
        page.filter()
    return count


def _page(
    book: Workbook, formats: Formats, columns: list[PayrollColumn], number: int
) -> Page:
    name = "Loonregels" if number == 1 else f"Loonregels {number}"
    return Page(book, name, [found.column for found in columns], formats)


def _columns(layout: Layout) -> list[PayrollColumn]:
    return [COLUMNS[key] for key in layout.columns if key in COLUMNS]


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _written(found: PayrollColumn, line: PaidLine, layout: Layout) -> str:
    value = found.value(line)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return "" if value is None else _number(value, found.column.kind, layout)


def _number(value: Value, kind: str, layout: Layout) -> str:
    if not isinstance(value, int | float):
        return ""
    if kind in {TIME, DURATION}:
        hours, minutes = divmod(round(value * DAY), 60)
        return f"{hours:02}:{minutes:02}"
    text = f"{value * 100:.2f}" if kind == PERCENT else f"{value:.2f}"
    text = text.removesuffix(".00") if kind != DECIMAL else text
    return text.replace(".", ",") if layout.has_decimal_comma else text
