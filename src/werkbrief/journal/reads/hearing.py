"""What was done since somebody last asked: for screens that follow their colleagues."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from werkbrief.journal.models import Change, Event
from werkbrief.rows import kept

# A deed is dated when it begins and seen when it is stored: look back a little further.
OVERLAP = timedelta(seconds=20)
# More deeds than this in that time don't fit in an address; the oldest are heard again.
MOST_HEARD = 200


@dataclass(frozen=True, slots=True)
class Unheard:
    """Deeds that somebody has not heard of yet, and the mark of having heard them."""

    deeds: tuple[int, ...]
    mark: str

    def touched(self, kind: str) -> "QuerySet[Change, int]":
        """The ids of what they touched of this kind, to ask further with."""
        return self._changes(kind).values_list("subject_id", flat=True)

    def told(self, kind: str, name: str) -> set[Any]:
        """What they wrote under this name, before and after: one statement."""
        states = self._changes(kind).values_list("before", "after")
        return {state[name] for pair in states for state in pair if state}

    def _changes(self, kind: str) -> "QuerySet[Change]":
        return Change.objects.filter(event__in=self.deeds, kind=kind)


def unheard(
    agency_id: int, since: datetime, mark: str, rooms: Iterable[str]
) -> Unheard:
    """Ask what was done in these rooms of the agency: one statement.

    `mark`: that of the last answer, given at `since`. Each deed is heard once, also one
    that was stored long after it was dated.
    """
    wanted = tuple(f"{room}." for room in rooms)
    found = [
        deed
        for deed, verb in _deeds_since(agency_id, since - OVERLAP)
        if verb.startswith(wanted)
    ]
    heard = set(mark.split("."))
    new = tuple(deed for deed in found if str(deed) not in heard)
    return Unheard(new, ".".join(map(str, sorted(found)[-MOST_HEARD:])))


def deeds_on(
    kind: str, among: "QuerySet[Any]", agency_id: int, since: datetime
) -> list[tuple[int, str]]:
    """What of these was touched in this agency since then, and by which verb."""
    changes = Change.objects.filter(
        kind=kind, event__agency_id=agency_id, event__at__gte=since
    ).filter(subject_id__in=among.values("pk"))
    return list(changes.values_list("subject_id", "event__verb"))


def has_happened(agency_id: int, since: datetime) -> bool:
    """Whether anything was done in this agency since then: one row of an index."""
    return bool(_one_since(agency_id, since))


@kept
def _one_since(agency_id: int, since: datetime) -> "QuerySet[Event, tuple[int]]":
    events = Event.objects.filter(agency_id=agency_id, at__gte=since)
    return events.values_list("pk")[:1]


@kept
def _deeds_since(agency_id: int, since: datetime) -> "QuerySet[Event, tuple[int, str]]":
    events = Event.objects.filter(agency_id=agency_id, at__gte=since)
    return events.values_list("pk", "verb")
