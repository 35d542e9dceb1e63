"""One page of a workbook: its columns, its rows in order, ready to print."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkbrief.exchange.later import Format, Workbook, Worksheet
from werkbrief.words.clock import DAY, local
from werkbrief.words.tongues import say

A4 = 9
TIME, DURATION, DATE = "time", "duration", "date"
PERCENT, HOURS, TEXT = "percent", "hours", "text"
DECIMAL = "decimal"
WHOLE_PERCENT = "whole percent"  # Excel prints 150 % as "150,%" under "0.##%"
_FORMATS = {
    TIME: {"num_format": "hh:mm", "align": "center"},
    DURATION: {"num_format": "[h]:mm"},
    DECIMAL: {"num_format": "0.00"},
    DATE: {"num_format": "dd-mm-yyyy", "align": "center"},
    PERCENT: {"num_format": "0.00%"},
    WHOLE_PERCENT: {"num_format": "0%"},
    HOURS: {"num_format": "+0.00;-0.00;0.00"},
    TEXT: {},
}
_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Column:
    """`title` is translated where the page begins."""

    title: str
    width: int = 12
    kind: str = TEXT


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and what it comes to, for programs that don't calculate."""

    text: str
    minutes: int


Value = str | int | float | date | Formula | None


class Formats(dict[tuple[str, bool], Format]):
    """The formats of a book, plain and bold, made when first asked for."""

    def __init__(self, book: Workbook) -> None:
        super().__init__()
        self.book = book

    def __missing__(self, wanted: tuple[str, bool]) -> Format:
        kind, bold = wanted
        self[wanted] = self.book.add_format({**_FORMATS[kind], "bold": bold})
        return self[wanted]


class Page:
    """Rows are written once and in order: the book keeps none of them in memory."""

    def __init__(
        self, book: Workbook, name: str, columns: Sequence[Column], formats: Formats
    ) -> None:
        self.columns, self.formats, self.height = columns, formats, 0
        self.sheet: Worksheet = book.add_worksheet(name)
        self.sheet.freeze_panes(1, 0)
        self.sheet.repeat_rows(0)
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&L&A&R&P / &N")
        for place, column in enumerate(columns):
            self.sheet.set_column(place, place, column.width)
        titles = [say(column.title) for column in columns]
        self.add(titles, is_bold=True, are_texts=True)

    def add(
        self, values: Iterable[Value], *, is_bold: bool = False, are_texts: bool = False
    ) -> None:
        for place, (column, value) in enumerate(zip(self.columns, values, strict=True)):
            if value is None or value == "":
                continue
            kind = TEXT if are_texts else _kind(column, value)
            self._write(place, value, self.formats[kind, is_bold])
        self.height += 1

    def filter(self) -> None:
        """Let people filter the rows written so far."""
        self.sheet.autofilter(0, 0, self.height - 1, len(self.columns) - 1)

    def _write(self, place: int, value: Any, shape: Format) -> None:  # noqa: ANN401
        """A text stays a text, also when it begins as a formula does."""
        if isinstance(value, str):
            self.sheet.write_string(self.height, place, value, shape)
        elif isinstance(value, Formula):
            self.sheet.write_formula(
                self.height, place, value.text, shape, value.minutes / DAY
            )
        elif isinstance(value, date):
            self.sheet.write_number(self.height, place, (value - _EPOCH).days, shape)
        else:
            self.sheet.write_number(self.height, place, value, shape)


def _kind(column: Column, value: Value) -> str:
    if isinstance(value, str):
        return TEXT
    if column.kind == PERCENT and isinstance(value, int | float):
        return WHOLE_PERCENT if round(value * 10_000) % 100 == 0 else PERCENT
    return column.kind


def as_time(minute: int) -> float:
    """The wall clock at this instant, as the part of a day that Excel makes of it."""
    there = local(minute)
    return (there.hour * 60 + there.minute) / DAY


def as_duration(minutes: int) -> float:
    return minutes / DAY
