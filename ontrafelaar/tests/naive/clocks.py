"""Minutes on a line, and what date and time the clock in Amsterdam shows at each."""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAY = 1440
MONDAY_ZERO = date(1970, 1, 1).toordinal()


def minutes(text):
    """From "38:00"."""
    hours, _, rest = text.partition(":")
    return int(hours) * 60 + int(rest or 0)


@cache
def shown(instant):
    """Date and time that the clock shows, without its zone."""
    return datetime.fromtimestamp(instant * 60, AMSTERDAM).replace(tzinfo=None)


@cache
def passes(day, wall):
    """The first instant at which the clock shows this minute of this day, or more."""
    wanted = datetime.combine(day, time()) + timedelta(minutes=wall)
    instant = (wanted.toordinal() - MONDAY_ZERO) * DAY - 120
    instant += wanted.hour * 60 + wanted.minute
    while shown(instant) < wanted:
        instant += 1
    return instant


class Elapsed:
    """A line of real time: a night in March is an hour shorter."""

    @staticmethod
    def point(instant):
        return instant

    @staticmethod
    def when(day, wall):
        return passes(day, wall)

    @staticmethod
    @cache
    def day(point):
        return shown(point).date()


class OnTheWall:
    """A line of clock readings: every day has 24 hours."""

    @staticmethod
    def point(instant):
        there = shown(instant)
        return OnTheWall.when(there.date(), there.hour * 60 + there.minute)

    @staticmethod
    def when(day, wall):
        return (day.toordinal() - MONDAY_ZERO) * DAY + wall

    @staticmethod
    def day(point):
        return date.fromordinal(point // DAY + MONDAY_ZERO)
