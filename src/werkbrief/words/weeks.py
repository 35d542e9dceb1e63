"""The ISO week: the unit in which hours are passed on and paid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from werkbrief.words.tongues import DUTCH, tongue

# Nobody works outside these centuries; beyond them minutes no longer fit a column.
_NOTATION = re.compile(r"(2[0-9]{3})-W([0-9]{2})")


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """An ISO week. The year is the ISO year: 3 January 2027 lies in 2026-W53.

    >>> Week.of(date(2027, 1, 3))
    Week(year=2026, number=53)
    >>> str(Week(2026, 53))
    '2026-W53'
    >>> Week(2026, 53).next
    Week(year=2027, number=1)
    """

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Week:
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @classmethod
    def parse(cls, text: str) -> Week:
        """Read "2026-W47"; a ValueError when that week does not exist."""
        match = _NOTATION.fullmatch(text)
        if not match:
            raise ValueError(f"Geen week: {text!r}. Schrijf bijvoorbeeld 2026-W47.")
        week = cls(int(match[1]), int(match[2]))
        date.fromisocalendar(week.year, week.number, 1)
        return week

    @property
    def monday(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def days(self) -> tuple[date, ...]:
        monday = self.monday
        return tuple(monday + timedelta(days=n) for n in range(7))

    @property
    def next(self) -> Week:
        return self + 1

    @property
    def previous(self) -> Week:
        return self + -1

    @lru_cache(maxsize=1024)  # noqa: B019  (a handful of small values)
    def __add__(self, weeks: int) -> Week:
        return Week.of(self.monday + timedelta(weeks=weeks))

    def __contains__(self, day: date) -> bool:
        return self.monday <= day <= self.sunday

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02}"


def short_day(day: date) -> str:
    """As people write it on a list.

    >>> short_day(date(2026, 11, 16))
    'ma 16 nov'
    """
    return f"{weekday(day)} {day_and_month(day)}"


def long_day(day: date) -> str:
    """In full, without a year.

    >>> long_day(date(2026, 11, 16))
    'maandag 16 november'
    """
    spoken = tongue()
    name = spoken.long_weekdays[day.weekday()]
    return f"{name} {day.day} {spoken.long_months[day.month - 1]}"


def brief_day(day: date) -> str:
    """Within a sentence; the Dutch write the month as a number.

    >>> brief_day(date(2026, 11, 16))
    'ma 16-11'
    """
    return f"{weekday(day)} {brief_date(day)}"


def brief_date(day: date) -> str:
    """As in "16-11"; in other languages "16 Nov"."""
    return f"{day.day}-{day.month}" if tongue() is DUTCH else day_and_month(day)


def day_and_month(day: date) -> str:
    """As in "16 nov"."""
    return f"{day.day} {tongue().months[day.month - 1]}"


def weekday(day: date) -> str:
    """As in "ma"."""
    return tongue().weekdays[day.weekday()]
