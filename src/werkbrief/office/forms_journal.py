"""What somebody looks for in the journal; it stands in the address, to be mailed."""

from datetime import date, datetime, time, timedelta

from django.http import QueryDict

from werkbrief.journal.reads import Sought
from werkbrief.words.clock import ZONE


def read_sought(asked: QueryDict) -> Sought:
    """A day that is no day counts as not given; `tot` is included."""
    since, until = _day(asked.get("van", "")), _day(asked.get("tot", ""))
    before = asked.get("voor", "")
    small = before.isascii() and before.isdigit() and len(before) < 18  # noqa: PLR2004
    return Sought(
        verb=asked.get("daad", ""),
        who=asked.get("door", "").strip(),
        since=_midnight(since) if since else None,
        until=_midnight(until + timedelta(days=1)) if until else None,
        before=int(before) if small else None,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE)
