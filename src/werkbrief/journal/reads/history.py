"""Looking back: what happened to one thing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from werkbrief.journal.models import Change, Event
from werkbrief.words.tongues import say


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a history: newest first. `kind` and `subject` name the thing.

    `by`: "Bea Smit", or "Bea Smit voor Anna Kok" while Bea stood in for Anna.
    """

    verb: str
    by: str
    at: datetime
    reason: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    kind: str = ""
    subject: int = 0


def history(kind: str, subject_id: int) -> list[Happening]:
    """Everything that happened to one thing, newest first: one statement."""
    return [_happening(change) for change in _changes(kind, [subject_id])]


def newest_moment() -> datetime | None:
    """Of all that was ever written down: a clock that is behind it went back."""
    return Event.objects.order_by("-at").values_list("at", flat=True).first()


def histories(kind: str, subject_ids: Iterable[int]) -> dict[int, list[Happening]]:
    """The history of each of these, newest first: one statement."""
    found: dict[int, list[Happening]] = {subject_id: [] for subject_id in subject_ids}
    for change in _changes(kind, list(found)):
        found[change.subject_id].append(_happening(change))
    return found


def _changes(kind: str, subject_ids: list[int]) -> Iterable[Change]:
    return (
        Change.objects.filter(kind=kind, subject_id__in=subject_ids)
        .select_related("event__by", "event__in_place_of")
        .order_by("-event__at", "-pk")
    )


def _happening(change: Change) -> Happening:
    event = change.event
    return Happening(
        verb=event.verb,
        by=_who(event),
        at=event.at,
        reason=event.reason,
        before=change.before,
        after=change.after,
        kind=change.kind,
        subject=change.subject_id,
    )


def _who(event: Event) -> str:
    if event.by is None:
        return ""
    if event.in_place_of is None:
        return str(event.by)
    return say("%(who)s voor %(absent)s", who=event.by, absent=event.in_place_of)


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for; empty is "all". `until` is not included."""

    verb: str = ""
    who: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A deed, how many things it touched, and those things where they are few."""

    id: int
    verb: str
    by: str
    at: datetime
    reason: str
    touched: int
    happenings: tuple[Happening, ...]


PAGE = 50
FEW = 3


def search(
    agency_id: int,
    sought: Sought,
    subjects: Mapping[str, QuerySet[Any]] | None = None,
) -> list[Found]:
    """A page of deeds, newest first: two statements. `subjects`: ids per kind."""
    events = Event.objects.filter(agency_id=agency_id).order_by("-pk")
    given = {
        "verb": sought.verb,
        "at__gte": sought.since,
        "at__lt": sought.until,
        "pk__lt": sought.before,
    }
    events = events.filter(**{key: value for key, value in given.items() if value})
    if sought.who:
        name = "name__icontains"
        events = events.filter(
            Q(**{f"by__{name}": sought.who}) | Q(**{f"in_place_of__{name}": sought.who})
        )
    if subjects:
        any_of = Q()
        for kind, ids in subjects.items():
            any_of |= Q(kind=kind, subject_id__in=ids)
        touching = Change.objects.filter(any_of)
        events = events.filter(pk__in=touching.values("event"))
    page = list(
        events.select_related("by", "in_place_of").annotate(touched=Count("changes"))[
            : PAGE + 1
        ]
    )
    few = [event.pk for event in page if event.touched <= FEW]
    shown: dict[int, list[Happening]] = defaultdict(list)
    rows = Change.objects.filter(event__in=few).select_related(
        "event__by", "event__in_place_of"
    )
    for change in rows.order_by("pk"):
        shown[change.event_id].append(_happening(change))
    return [
        Found(
            event.pk,
            event.verb,
            _who(event),
            event.at,
            event.reason,
            event.touched,
            tuple(shown[event.pk]),
        )
        for event in page
    ]


def as_of(
    kind: str, subjects: "QuerySet[Any] | Iterable[int]", moment: datetime
) -> dict[int, dict[str, Any] | None]:
    """How each stood at that moment, None where it was not there: one statement.

    Only whole snapshots tell (those with a start); what nothing ever happened to is not
    among them: it still stands as it does now.
    """
    lines = (
        Change.objects.filter(kind=kind, subject_id__in=subjects)
        .order_by("event__at", "pk")
        .values_list("subject_id", "event__at", "before", "after")
    )
    found: dict[int, dict[str, Any] | None] = {}
    for subject, at, before, after in lines:
        whole = [each for each in (before, after) if each is not None]
        if not all("start" in each for each in whole):
            continue
        if at <= moment:
            found[subject] = after
        else:
            # The first thing after that moment says how it was until then.
            found.setdefault(subject, before)
    return found
