"""Holidays by name, as a CAO lists them; never a country's whole set."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

LUSTRUM = 5
SUNDAY = 6


@cache
def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _kings_day(year: int) -> date:
    """27 April; the 26th when the 27th is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == SUNDAY else day


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


NAMES: dict[str, Callable[[int], date | None]] = {
    "nieuwjaar": lambda year: date(year, 1, 1),
    "pasen": easter,
    "paasmaandag": _after_easter(1),
    "koningsdag": _kings_day,
    "bevrijdingsdag": lambda year: date(year, 5, 5),
    "bevrijdingsdag/5": lambda year: None if year % LUSTRUM else date(year, 5, 5),
    "hemelvaart": _after_easter(39),
    "pinksteren": _after_easter(49),
    "pinkstermaandag": _after_easter(50),
    "kerst": lambda year: date(year, 12, 25),
    "tweede kerstdag": lambda year: date(year, 12, 26),
}


@cache
def holidays(names: tuple[str, ...], year: int) -> frozenset[date]:
    return frozenset(day for name in names if (day := NAMES[name](year)))
