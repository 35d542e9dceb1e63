"""Instants in whole minutes, and what the wall clock in Amsterdam makes of them.

An instant is an `int`: minutes since 1970-01-01T00:00Z. A local day is an `int` too:
days since 1970-01-01, a Thursday.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")
HOUR = 60
DAY = 24 * HOUR
EPOCH = date(1970, 1, 1).toordinal()
_MONDAY = 3  # 1 January 1970 was a Thursday


@lru_cache(maxsize=1 << 14)
def local(minute: int) -> datetime:
    return datetime.fromtimestamp(minute * 60, UTC).astimezone(ZONE)


@lru_cache(maxsize=1 << 14)
def day_of(minute: int) -> date:
    return local(minute).date()


class _Midnights(dict[int, int]):
    """Local day -> the instant on which it starts, found once."""

    def __missing__(self, day: int) -> int:
        there = date.fromordinal(day + EPOCH)
        found = int(datetime.combine(there, time(), ZONE).timestamp()) // 60
        self[day] = found
        return found


MIDNIGHTS = _Midnights()


def day_number(minute: int) -> int:
    """The local day of an instant; in Amsterdam it is one or two hours after UTC."""
    day = (minute + HOUR) // DAY
    return day + 1 if minute >= MIDNIGHTS[day + 1] else day


def as_date(day: int) -> date:
    return date.fromordinal(day + EPOCH)


def as_day(day: date) -> int:
    return day.toordinal() - EPOCH


def week_number(day: int) -> int:
    """Weeks since the epoch, Monday to Sunday: a name for a week, not its ISO number.

    >>> week_number(as_day(date(2026, 2, 2))) - week_number(as_day(date(2026, 2, 1)))
    1
    """
    return (day + _MONDAY) // 7


def weekday(day: int) -> int:
    return (day + _MONDAY) % 7


@lru_cache(maxsize=1 << 14)
def at(day: date, wall: int) -> int:
    """The instant at which the clock of `day` shows `wall` minutes, or first passes it.

    A time that the clock skips in March is the moment at which it goes on; of a time
    that comes twice in October it is the first.
    """
    days, minutes = divmod(wall, DAY)
    there = day + timedelta(days=days)
    clock = time(minutes // HOUR, minutes % HOUR)
    found = int(datetime.combine(there, clock, ZONE).timestamp()) // 60
    if local(found).time() == clock:
        return found
    return at(there, (minutes // HOUR + 1) * HOUR)


def wall_of(minute: int) -> int:
    """Wall minutes since the epoch, as if no clock was ever put forward or back."""
    there = local(minute)
    return as_day(there.date()) * DAY + there.hour * HOUR + there.minute


def hours(minutes: int) -> str:
    """Write "8:05"."""
    return f"{minutes // HOUR}:{minutes % HOUR:02}"


def read_hours(text: str) -> int:
    """Minutes from "38:00", "7:36" or "8"; a ValueError for anything else."""
    whole, _, rest = text.strip().partition(":")
    minutes = int(rest or 0)
    if not (whole.isdigit() and 0 <= minutes < HOUR and (not rest or len(rest) == 2)):  # noqa: PLR2004
        raise ValueError(text)
    return int(whole) * HOUR + minutes
