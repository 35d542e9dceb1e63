"""Holidays by name, and the periods in which hours are counted."""

from datetime import date, timedelta
from functools import cache

NAMES = ("ma", "di", "wo", "do", "vr", "za", "zo")
NEAR = 420


def days_named(text):
    """The numbers of "ma", "ma-vr", "za-zo", "vr-ma"."""
    first, _, last = text.partition("-")
    one, two = NAMES.index(first), NAMES.index(last or first)
    found = [one]
    while found[-1] != two:
        found.append((found[-1] + 1) % 7)
    return set(found)


@cache
def easter(year):
    """By Gauss, with the two exceptions of the Gregorian calendar."""
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    m = (15 - (13 + 8 * k) // 25 + k - k // 4) % 30
    n = (4 + k - k // 4) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    days = 22 + d + e
    if (d, e) == (29, 6) or ((d, e) == (28, 6) and (11 * m + 11) % 30 < 19):
        days -= 7
    return date(year, 3, 1) + timedelta(days=days - 1)


@cache
def holiday(name, year):
    """The date, or None in a year that hasn't got one."""
    moving = {
        "pasen": 0, "paasmaandag": 1, "hemelvaart": 39,
        "pinksteren": 49, "pinkstermaandag": 50,
    }  # fmt: skip
    if name in moving:
        return easter(year) + timedelta(days=moving[name])
    if name == "koningsdag":
        day = date(year, 4, 27)
        return date(year, 4, 26) if day.isoweekday() == 7 else day
    if name == "bevrijdingsdag/5" and year % 5:
        return None
    fixed = {
        "nieuwjaar": (1, 1), "bevrijdingsdag": (5, 5), "bevrijdingsdag/5": (5, 5),
        "kerst": (12, 25), "tweede kerstdag": (12, 26),
    }  # fmt: skip
    return date(year, *fixed[name])


def is_holiday(names, day):
    return any(holiday(name, day.year) == day for name in names)


def period(name, day):
    """Something that is equal for the days of one period, and differs between two."""
    if name in ("dag", "kalenderdag", "dienst"):
        return day
    year, week, _ = day.isocalendar()
    if name == "week":
        return (year, week)
    if name.endswith("weken"):
        size = int(name.split()[0])
        return (year, min((week - 1) // size, 52 // size - 1))
    size = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12}[name]
    return (day.year, (day.month - 1) // size)


@cache
def days_in(name, day):
    """All days of the period that this day is in: looked up one by one."""
    near = (day + timedelta(days=n) for n in range(-NEAR, NEAR))
    return [one for one in near if period(name, one) == period(name, day)]
