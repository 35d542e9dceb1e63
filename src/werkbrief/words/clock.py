"""Instants as whole minutes, and the clock on the wall in Amsterdam.

An instant is an `int`: minutes since 1970-01-01T00:00Z. Whole minutes are what people
pass on; an int cannot lose a second, a zone or a rounding (docs/adr/0002).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from werkbrief.words.tongues import Tongue, tongue

ZONE = ZoneInfo("Europe/Amsterdam")
DAY = 24 * 60


class NoSuchTime(ValueError):  # noqa: N818  (it states a fact)
    """The clock skipped this time: spring forward, 02:00 became 03:00."""


def instant(moment: datetime) -> int:
    """The whole minute in which an aware datetime lies."""
    return int(moment.timestamp()) // 60


@lru_cache(maxsize=8192)
def local(minute: int) -> datetime:
    return datetime.fromtimestamp(minute * 60, UTC).astimezone(ZONE)


@lru_cache(maxsize=8192)
def midnight(day: date) -> int:
    """The instant on which a local day starts."""
    return instant(datetime.combine(day, time(), ZONE))


@lru_cache(maxsize=8192)
def at(day: date, clock_minutes: int, *, again: bool = False) -> int:
    """The instant at which the wall clock of `day` shows these minutes (0 to 2880).

    In the night of October 02:30 comes twice: the first time, or `again`.

    >>> clock(at(date(2026, 2, 2), 24 * 60 + 90))
    '01:30'
    >>> at(date(2026, 10, 25), 150, again=True) - at(date(2026, 10, 25), 150)
    60
    >>> at(date(2026, 3, 29), 150)
    Traceback (most recent call last):
    werkbrief.words.clock.NoSuchTime: 02:30 op 2026-03-29
    """
    days, minutes = divmod(clock_minutes, DAY)
    wall = time(minutes // 60, minutes % 60, fold=again)
    there = day + timedelta(days=days)
    found = instant(datetime.combine(there, wall, ZONE))
    if local(found).time() != wall:
        raise NoSuchTime(f"{wall:%H:%M} op {there}")
    return found


def day_of(minute: int) -> date:
    return local(minute).date()


@lru_cache(maxsize=8192)
def clock(minute: int) -> str:
    """What the wall clock shows: "07:30"."""
    return f"{local(minute):%H:%M}"


def clock_minutes(minute: int) -> int:
    """What the wall clock shows, in minutes after 00:00: 07:30 is 450."""
    wall = local(minute)
    return wall.hour * 60 + wall.minute


def wall(minutes: int) -> str:
    """Minutes after midnight as a clock shows them, also past midnight.

    >>> wall(450), wall(1530)
    ('07:30', '01:30')
    """
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


_IN_DECIMALS: ContextVar[bool] = ContextVar("in_decimals", default=False)


@contextmanager
def writing_hours(*, in_decimals: bool) -> Iterator[None]:
    """How `duration` writes inside this block, for whoever is reading."""
    token = _IN_DECIMALS.set(in_decimals)
    try:
        yield
    finally:
        _IN_DECIMALS.reset(token)


def write_hours(*, in_decimals: bool) -> None:
    """As writing_hours, until the block around it ends."""
    _IN_DECIMALS.set(in_decimals)


def in_decimals() -> bool:
    """Whether this reader likes "8,50" better than "8:30"."""
    return _IN_DECIMALS.get()


def duration(minutes: int) -> str:
    """Hours as this reader wants them: "8:30" or "8,50".

    >>> duration(510), duration(-90), duration(84150)
    ('8:30', '-1:30', '1.402:30')
    >>> with writing_hours(in_decimals=True):
    ...     duration(510), duration(-90), duration(84150), duration(500)
    ('8,50', '-1,50', '1.402,50', '8,33')
    >>> from werkbrief.words.tongues import speaking
    >>> with speaking("en"), writing_hours(in_decimals=True):
    ...     duration(84150)
    '1,402.50'
    """
    write = _decimals if _IN_DECIMALS.get() else _hours_and_minutes
    return write(minutes, tongue())


@lru_cache(maxsize=16_384)
def _hours_and_minutes(minutes: int, spoken: Tongue) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{_whole(minutes, hours, spoken)}:{rest:02}"


@lru_cache(maxsize=16_384)
def _decimals(minutes: int, spoken: Tongue) -> str:
    hours, rest = divmod(abs(minutes), 60)
    hundredths = round(rest * 100 / 60)
    return f"{_whole(minutes, hours, spoken)}{spoken.decimals}{hundredths:02}"


def _whole(minutes: int, hours: int, spoken: Tongue) -> str:
    sign = "-" if minutes < 0 else ""
    return sign + f"{hours:,}".replace(",", spoken.thousands)
