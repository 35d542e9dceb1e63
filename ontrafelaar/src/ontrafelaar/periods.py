"""Periods in which hours are counted, each with a name that sorts."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ontrafelaar.clock import as_date, as_day, week_number

SHORT = ("dienst", "dag", "kalenderdag", "week")
LONG = ("maand", "kwartaal", "halfjaar", "jaar")
_WEEKS = re.compile(r"(\d{1,2}) weken")
_MONTHS = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12}
YEAR_OF_WEEKS = 52
WORKWEEK = 5


@dataclass(frozen=True, slots=True)
class Span:
    """First and last local day of a period, inclusive."""

    first: int
    last: int

    @property
    def days(self) -> int:
        return self.last - self.first + 1

    @property
    def workdays(self) -> int:
        """Mondays to Fridays, holidays too: what a month's norm is counted by."""
        return sum(
            as_date(day).weekday() < WORKWEEK
            for day in range(self.first, self.last + 1)
        )


def is_period(text: str) -> bool:
    match = _WEEKS.fullmatch(text)
    weeks = int(match[1]) if match else 0
    return text in SHORT + LONG or 0 < weeks <= YEAR_OF_WEEKS


@lru_cache(maxsize=1 << 14)
def span_of(period: str, day: int) -> Span:
    """The period in which this day lies.

    Periods of N weeks are counted from ISO week 1 of each year; what is left at the end
    of the year (week 53) goes with the last one.
    """
    if period in _MONTHS:
        return _months(_MONTHS[period], as_date(day))
    if match := _WEEKS.fullmatch(period):
        return _weeks(int(match[1]), as_date(day))
    if period == "week":
        first = week_number(day) * 7 - 3
        return Span(first, first + 6)
    return Span(day, day)


def _months(months: int, there: date) -> Span:
    month = (there.month - 1) // months * months + 1
    first = date(there.year, month, 1)
    after = month + months
    last = date(there.year + (after > 12), (after - 1) % 12 + 1, 1)  # noqa: PLR2004
    return Span(as_day(first), as_day(last) - 1)


def _weeks(weeks: int, there: date) -> Span:
    year, week, _ = there.isocalendar()
    last_number = YEAR_OF_WEEKS // weeks - 1
    number = min((week - 1) // weeks, last_number)
    first = date.fromisocalendar(year, number * weeks + 1, 1)
    last = first + timedelta(weeks=weeks) - timedelta(days=1)
    if number == last_number:
        last = date.fromisocalendar(year + 1, 1, 1) - timedelta(days=1)
    return Span(as_day(first), as_day(last))
