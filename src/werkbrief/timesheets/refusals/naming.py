"""Naming in a refusal whose hours it is about, and when."""

from collections.abc import Sequence
from datetime import datetime

from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.clock import day_of, instant, local
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say
from werkbrief.words.weeks import brief_date, brief_day

SHOWN = 3


def of_whom(entry: TimeEntry) -> str:
    """Name and day, as in "Kowalski, Anna (ma 16-11)"."""
    return f"{entry.worker.name} ({brief_day(day_of(entry.start))})"


def names(entries: Sequence[TimeEntry]) -> str:
    shown = "; ".join(of_whom(entry) for entry in entries[:SHOWN])
    return shown + rest(entries)


def rest(entries: Sequence[TimeEntry]) -> str:
    more = len(entries) - SHOWN
    return say("; en nog %(more)s", more=more) if more > 0 else ""


def moment(at: datetime) -> dict[str, str]:
    """The parts of a sentence that say when."""
    there = local(instant(at))
    return {"day": brief_date(there), "time": f"{there:%H:%M}"}


class EntryRefusal(Refusal):
    """Names the entries that it is about."""

    def __init__(
        self, entries: Sequence[TimeEntry], sentence: str, *, field: str = ""
    ) -> None:
        self.entries = entries
        super().__init__(sentence, field=field)
