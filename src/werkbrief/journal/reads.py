"""Looking back: what happened to one thing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

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


def histories(kind: str, subject_ids: Iterable[int]) -> dict[int, list[Happening]]:
    """The history of each of these, newest first: one statement."""
    found: dict[int, list[Happening]] = {subject_id: [] for subject_id in subject_ids}
    for change in _changes(kind, list(found)):
        found[change.subject_id].append(_happening(change))
    return found


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
