"""Looking back: what happened to one thing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max

from werkbrief.journal.models import Change


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a history: newest first."""

    verb: str
    by: str
    at: datetime
    reason: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def history(kind: str, subject_id: int) -> list[Happening]:
    """Everything that happened to one thing, newest first: one statement."""
    return [_happening(change) for change in _changes(kind, [subject_id])]


def latest(kind: str, subject_ids: Iterable[int]) -> dict[int, Happening]:
    """The last thing that happened to each: two statements."""
    newest = (
        Change.objects.filter(kind=kind, subject_id__in=list(subject_ids))
        .values("subject_id")
        .annotate(last=Max("pk"))
        .values_list("last", flat=True)
    )
    changes = Change.objects.filter(pk__in=list(newest)).select_related("event__by")
    return {change.subject_id: _happening(change) for change in changes}


def _changes(kind: str, subject_ids: list[int]) -> Iterable[Change]:
    return (
        Change.objects.filter(kind=kind, subject_id__in=subject_ids)
        .select_related("event__by")
        .order_by("-event__at", "-pk")
    )


def _happening(change: Change) -> Happening:
    event = change.event
    return Happening(
        verb=event.verb,
        by=str(event.by) if event.by else "",
        at=event.at,
        reason=event.reason,
        before=change.before,
        after=change.after,
    )
