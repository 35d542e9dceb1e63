"""A sheet of workers and placements: one line is one person, at one place or none."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial

from werkbrief.exchange.reading.cells import read_number
from werkbrief.exchange.reading.columns import PEOPLE, Row
from werkbrief.exchange.reading.days import read_day
from werkbrief.exchange.reading.filled import filled_lines
from werkbrief.exchange.reading.lines import Person, Posting, Reading, Tell, nobody
from werkbrief.exchange.reading.rows import TEXTS, Known, SheetRow
from werkbrief.words.refusals import Refusal

_LONG = timedelta(days=50 * 365)
_HOURS = re.compile(r"(\d{1,3})(?::([0-5]\d)|[.,](\d{1,4}))?")
_MOST_MINUTES = 7 * 24 * 60
_PLACED = ("department", "crew", "cost_center", "job_function")


def read_people(rows: Iterable[Row], near: date, tell: Tell = nobody) -> Reading:
    """Every person, and their placement where a client stands beside the name."""
    columns, filled = filled_lines(rows, PEOPLE, tell)
    people, postings, mistakes, known = [], [], [], Known()
    for number, cells in filled:
        row = _PersonRow(number, cells, columns, near, known)
        person, posting = row.person()
        people += [person] if person else []
        postings += [posting] if posting else []
        mistakes += row.mistakes
    return Reading(
        mistakes=tuple(mistakes),
        skipped_columns=columns.skipped,
        people=tuple(people),
        postings=tuple(postings),
        tell=tell,
    )


class _PersonRow(SheetRow):
    """One line: who it is, and where they work if that stands there."""

    def person(self) -> tuple[Person | None, Posting | None]:
        texts = {name: self._text(name, most) for name, most in TEXTS.items()}
        number = self._read("payroll_number", partial(read_number, longest=40), "")
        self._require(number, "payroll_number", "Vul het loonnummer in.")
        self._require(texts["name"], "name", "Vul de naam in.")
        posting = self._posting(number, texts)
        if self.mistakes:
            return None, None
        return Person(number, texts["name"], self.number), posting

    def _posting(self, number: str, texts: dict[str, str]) -> Posting | None:
        assignment = self._read("number", partial(read_number, longest=60), "")
        starts, ends = self._date("starts_on"), self._date("ends_on")
        minutes = self._read("contract", _weekly, None)
        if not texts["client"]:
            if assignment or any(texts[name] for name in _PLACED):
                self._require("", "client", "Vul de opdrachtgever van de plaatsing in.")
            return None
        self._require(starts, "starts_on", "Vul de dag in waarop de plaatsing begint.")
        if starts and ends and ends < starts:
            self._say("ends_on", "De plaatsing eindigt voor zij begint.")
        if starts is None or self.mistakes:
            return None
        return Posting(
            client=texts["client"],
            payroll_number=number,
            name=texts["name"],
            job_function=texts["job_function"],
            department=texts["department"],
            crew=texts["crew"],
            cost_center=texts["cost_center"],
            number=assignment,
            starts_on=starts,
            ends_on=ends,
            contract_minutes=minutes,
            keeps_end="ends_on" not in self.columns.places,
            line=self.number,
        )

    def _date(self, name: str) -> date | None:
        return self._read(name, lambda cell: read_day(cell, self.near, _LONG), None)


def _weekly(cell: object) -> int:
    """Contract minutes a week: 36, 36,5 or 36:30. Raises Refusal."""
    match = _HOURS.fullmatch(str(cell).strip())
    minutes = 0
    if match and match[2]:
        minutes = int(match[1]) * 60 + int(match[2])
    elif match:
        minutes = round(float(f"{match[1]}.{match[3] or 0}") * 60)
    if 0 < minutes <= _MOST_MINUTES:
        return minutes
    raise Refusal("Dit zijn geen uren per week. Schrijf bijvoorbeeld 36 of 36,5.")
