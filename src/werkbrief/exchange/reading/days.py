"""Dates as people type them, and as a workbook stores them."""

import re
from contextlib import suppress
from datetime import date, datetime, timedelta

from werkbrief.staffing.models import fold
from werkbrief.words.refusals import Refusal

MONTHS = (
    ("jan", "januari", "january"),
    ("feb", "februari", "february", "febr"),
    ("mrt", "maart", "mar", "march", "maa"),
    ("apr", "april"),
    ("mei", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "augustus", "august"),
    ("sep", "september", "sept"),
    ("okt", "oktober", "oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
WEEKDAYS = (
    ("ma", "maandag"),
    ("di", "dinsdag"),
    ("wo", "woensdag"),
    ("do", "donderdag"),
    ("vr", "vrijdag"),
    ("za", "zaterdag"),
    ("zo", "zondag"),
)
_MONTH = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_WEEKDAY = {name: number for number, names in enumerate(WEEKDAYS) for name in names}
_EPOCH = date(1899, 12, 30)
_SERIALS = range(32_874, 73_051)  # 1990 to 2099: what a sheet keeps as a number
_PREFIX = re.compile(r"([a-z]+)[.,]?\s+(?=\d)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]00:00(?::00)?(?:\.0+)?)?")
_DUTCH = re.compile(
    r"(\d{1,2})(?:\s*[-/.]\s*|\s+)(\d{1,2}|[a-z]+)\.?"
    r"(?:(?:\s*[-/.]\s*|\s+)(\d{4}|'?\d{2}))?"
    r"(?:\s+0{1,2}:00(?::00)?)?"
)
_FAR = timedelta(days=731)


def read_day(cell: object, near: date, far: timedelta = _FAR) -> date:
    """The day; without a year it is the one nearest to `near`. Raises Refusal.

    >>> near = date(2026, 11, 23)
    >>> [str(read_day(t, near)) for t in ("16 nov", "16/11/26", "ma 16-11-2026", 46342)]
    ['2026-11-16', '2026-11-16', '2026-11-16', '2026-11-16']
    """
    day = _stored(cell) or _typed(str(cell), near)
    if abs(day - near) > far:
        raise Refusal(
            f"{day:%d-%m-%Y} ligt meer dan {far.days // 365} jaar van vandaag. Kijk "
            "het jaartal na."
        )
    return day


def _stored(cell: object) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and int(cell) in _SERIALS:
        return _EPOCH + timedelta(days=int(cell))
    return None


def _typed(text: str, near: date) -> date:
    plain = fold(text).strip()
    prefix = _PREFIX.match(plain)
    weekday = _WEEKDAY.get(prefix[1]) if prefix else None
    if prefix and weekday is not None:
        plain = plain[prefix.end() :]
    day = _written(plain, near)
    if day is None:
        raise Refusal(
            "Dit is geen datum. Schrijf dag, maand en jaar, bijvoorbeeld 16-11-2026."
        )
    if weekday is not None and day.weekday() != weekday:
        name = WEEKDAYS[day.weekday()][1]
        raise Refusal(f"{day:%d-%m-%Y} is een {name}. Kijk na welke dag bedoeld is.")
    return day


def _written(plain: str, near: date) -> date | None:
    if match := _ISO.fullmatch(plain):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    match = _DUTCH.fullmatch(plain)
    if not match:
        return None
    month = int(match[2]) if match[2].isdigit() else _MONTH.get(match[2], 0)
    if match[3] is None:
        return _nearest(int(match[1]), month, near)
    year = int(match[3].lstrip("'"))
    return _date(year if year > 99 else 2000 + year, month, int(match[1]))  # noqa: PLR2004


def _nearest(day: int, month: int, near: date) -> date | None:
    years = (near.year - 1, near.year, near.year + 1)
    found = [there for year in years if (there := _date(year, month, day))]
    return min(found, key=lambda there: abs(there - near), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day)
    return None
