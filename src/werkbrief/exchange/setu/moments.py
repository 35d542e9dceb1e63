"""Moments and amounts in a message, within what anybody works."""

from datetime import datetime
from decimal import Decimal, InvalidOperation

from werkbrief.words.clock import NoSuchTime, instant
from werkbrief.words.clock import at as instant_at
from werkbrief.words.refusals import Refusal

# Beyond these years a minute has no place on the clock; beyond a week nobody works on.
YEARS = range(1990, 2100)
MOST_HOURS = 168


def read_moment(text: str, field: str) -> datetime:
    """As it is written, with an offset or without. Raises Refusal."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.year not in YEARS:
        raise Refusal(
            f"“{text[:40]}” is geen tijdstip als 2026-11-16T07:30:00.", field=field
        )
    return moment


def read_instant(text: str, field: str, *, is_local: bool = False) -> int:
    """Without an offset it is the clock on the wall in the Netherlands.

    `is_local`: also with one; some senders write an offset that they don't mean.
    """
    moment = read_moment(text, field)
    if moment.tzinfo is not None and not is_local:
        return instant(moment)
    try:
        return instant_at(moment.date(), moment.hour * 60 + moment.minute)
    except NoSuchTime as skipped:
        raise Refusal(
            f"“{text[:40]}” bestaat niet: de klok ging die nacht een uur vooruit.",
            field=field,
        ) from skipped


def read_hours(text: str) -> int:
    """Minutes of so many hours, in decimals. Raises Refusal."""
    try:
        hours = Decimal(text)
        if 0 <= hours <= MOST_HOURS:
            return round(hours * 60)
    except InvalidOperation:
        pass
    raise Refusal(f"“{text[:20]}” is geen aantal uren.", field="hours")
