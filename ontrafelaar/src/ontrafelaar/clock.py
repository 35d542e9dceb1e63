"""Instants in whole minutes, and what the wall clock in Amsterdam makes of them."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")
HOUR = 60
DAY = 24 * HOUR


@lru_cache(maxsize=1 << 14)
def local(minute: int) -> datetime:
    return datetime.fromtimestamp(minute * 60, UTC).astimezone(ZONE)


@lru_cache(maxsize=1 << 14)
def day_of(minute: int) -> date:
    return local(minute).date()


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
