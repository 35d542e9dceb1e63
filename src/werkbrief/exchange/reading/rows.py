"""From the rows of a sheet to lines, with every mistake on the way."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from math import isfinite
from typing import Any, TypeVar, cast

from werkbrief.exchange.reading.cells import (
    is_empty,
    read_headcount,
    read_number,
    read_text,
    shown,
)
from werkbrief.exchange.reading.columns import PLANNING, Columns, Row
from werkbrief.exchange.reading.days import read_day
from werkbrief.exchange.reading.filled import filled_lines
from werkbrief.exchange.reading.lines import Line, Reading, Tell, nobody
from werkbrief.exchange.reading.mistakes import Mistake
from werkbrief.exchange.reading.times import read_pause, read_time
from werkbrief.words.clock import DAY, NoSuchTime, duration
from werkbrief.words.clock import at as instant_at
from werkbrief.words.refusals import Refusal

T = TypeVar("T")
U = TypeVar("U")
Known = dict[tuple[str, object] | None, Any]
_TOLD_APART = {str, float, datetime}
TEXTS = {
    "client": 100,
    "department": 100,
    "crew": 100,
    "job_function": 100,
    "cost_center": 100,
    "name": 150,
}


def read_rows(rows: Iterable[Row], near: date, tell: Tell = nobody) -> Reading:
    """Read every line; the mistakes of all of them, not of the first.

    Rows come one by one: of a year's file only the lines stay in memory.
    """
    columns, filled = filled_lines(rows, PLANNING, tell)
    lines, mistakes, known = [], [], Known()
    for number, cells in filled:
        row = SheetRow(number, cells, columns, near, known)
        lines += [line] if (line := row.line()) else []
        mistakes += row.mistakes
    return Reading(tuple(lines), tuple(mistakes), columns.skipped, tell=tell)


@dataclass(slots=True)
class SheetRow:
    """One row while it is being read; `known` is what the same cells above it said."""

    number: int
    cells: Sequence[object]
    columns: Columns
    near: date
    known: Known = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def line(self) -> Line | None:
        """The line, or None when something on it is wrong."""
        texts = {name: self._text(name, most) for name, most in TEXTS.items()}
        payroll_number = self._read(
            "payroll_number", partial(read_number, longest=40), ""
        )
        headcount = self._read("headcount", read_headcount, None)
        self._require(texts["client"], "client", "Vul de opdrachtgever in.")
        self._identify(payroll_number, texts, headcount=headcount)
        times = self._times()
        if times is None or self.mistakes:
            return None
        return Line(
            self.number,
            day=times[0],
            start=times[1],
            end=times[2],
            break_minutes=times[3],
            payroll_number=payroll_number,
            headcount=headcount,
            client=texts["client"],
            department=texts["department"],
            crew=texts["crew"],
            job_function=texts["job_function"],
            cost_center=texts["cost_center"],
            name=texts["name"],
        )

    def _identify(
        self, number: str, texts: dict[str, str], *, headcount: int | None
    ) -> None:
        if number or self._is_wrong("payroll_number"):
            return
        if texts["name"]:
            self._say("payroll_number", "Vul het loonnummer van deze medewerker in.")
        elif headcount is None and not self._is_wrong("headcount"):
            self._say(
                "payroll_number",
                "Vul een loonnummer in, of het aantal gevraagde mensen.",
            )

    def _times(self) -> tuple[date, int, int, int] | None:
        day = self._day()
        start, end = (
            self._read("start", read_time, None),
            self._read("end", read_time, None),
        )
        pause = self._read("pause", read_pause, 0)
        for value, name, remedy in (
            (day, "day", "Vul de datum in."),
            (start, "start", "Vul de starttijd in."),
            (end, "end", "Vul de eindtijd in."),
        ):
            self._require(value, name, remedy)
        if day is None or start is None or end is None:
            return None
        return self._instants(day, start, end, pause)

    def _day(self) -> date | None:
        """A start with a date in it may stand in for the date, not speak against it."""
        day = self._read("day", lambda cell: read_day(cell, self.near), None)
        start = self._cell("start")
        if not isinstance(start, datetime) or start.year < 1910:  # noqa: PLR2004
            return day
        if day and start.date() != day:
            self._say("start", f"Hier staat een andere dag dan {day:%d-%m-%Y}.")
        return day or start.date()

    def _instants(
        self, day: date, start: int, end: int, pause: int
    ) -> tuple[date, int, int, int] | None:
        if start == DAY:
            self._say("start", "Schrijf 0:00, op de dag erna.")
        if start == end:
            self._say("end", "Start en eind zijn gelijk. Vul de eindtijd in.")
        first = self._instant("start", day, start)
        last = self._instant("end", day, end if end > start else end + DAY)
        if first is None or last is None or self.mistakes:
            return None
        if pause >= last - first:
            self._say(
                "pause",
                f"De pauze ({pause} minuten) is niet korter dan de dienst "
                f"({duration(last - first)}). Kijk de pauze en de tijden na.",
            )
        if last - first > DAY:
            self._say("end", "Deze dienst is langer dan 24 uur. Kijk de tijden na.")
        return day, first, last, pause

    def _instant(self, name: str, day: date, minutes: int) -> int | None:
        try:
            return instant_at(day, minutes)
        except NoSuchTime:
            self._say(
                name,
                "Deze tijd bestaat niet: de klok ging die nacht een uur vooruit. "
                "Schrijf de tijd van de nieuwe klok.",
            )
            return None

    def _cell(self, name: str) -> object:
        place = self.columns.places.get(name)
        cell = None if place is None or place >= len(self.cells) else self.cells[place]
        return str(cell) if isinstance(cell, float) and not isfinite(cell) else cell

    def _text(self, name: str, longest: int) -> str:
        return self._read(name, partial(read_text, longest=longest), "")

    def _read(self, name: str, read: Callable[[object], T], empty: U) -> T | U:
        cell = self._cell(name)
        # The same names, days and times stand on thousands of lines; 1 is not True.
        place = (name, cell) if type(cell) in _TOLD_APART else None
        if place in self.known:
            return cast("T", self.known[place])
        if is_empty(cell):
            return empty
        try:
            value = read(cell)
        except Refusal as refusal:
            self._say(name, refusal.sentence)
            return empty
        if place:
            self.known[place] = value
        return value

    def _require(self, value: object, name: str, remedy: str) -> None:
        if value in (None, "") and not self._is_wrong(name):
            self._say(name, remedy)

    def _is_wrong(self, name: str) -> bool:
        title = self.columns.title(name)
        return any(mistake.column == title for mistake in self.mistakes)

    def _say(self, name: str, remedy: str) -> None:
        title, read = self.columns.title(name), shown(self._cell(name))
        self.mistakes.append(Mistake(self.number, title, read, remedy))
