"""When a client is asked for its hours by itself next: for who looks at the board."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from werkbrief.notices.models import ReminderMoment
from werkbrief.words.clock import at as instant_at
from werkbrief.words.clock import local
from werkbrief.words.weeks import Week


def next_moment(
    moments: Iterable[ReminderMoment], week: Week, now: datetime
) -> datetime | None:
    """The first that is still to come for this week, local time; None: no more."""
    coming = (
        local(
            instant_at(
                week.next.monday + timedelta(days=moment.weekday), moment.minutes
            )
        )
        for moment in moments
    )
    return min((moment for moment in coming if moment > now), default=None)
