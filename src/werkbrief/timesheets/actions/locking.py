"""Take a selection in hand: lock it, and refuse what is final or stale."""

from collections.abc import Mapping, Sequence
from typing import Any

from werkbrief.journal.reads import latest
from werkbrief.timesheets.models import TimeEntry, TimeEntryQuerySet
from werkbrief.timesheets.refusals import AlreadyFinal, Stale, of_whom
from werkbrief.words.clock import clock, local

KIND = "timesheets.timeentry"
Seen = Mapping[int, int]


def take(scope: TimeEntryQuerySet, seen: Seen) -> list[TimeEntry]:
    """Lock the entries that were on screen, in a fixed order: one statement.

    `seen` is id -> version as it was drawn. Raises AlreadyFinal or Stale, which name
    who got there first. PostgreSQL waits for the lock here; SQLite lets one writer in.
    """
    chosen = list(
        scope.filter(pk__in=list(seen))
        .select_related("decision__by", "worker")
        .select_for_update(of=("self",))
        .order_by("pk")
    )
    # A decision that landed while we waited for the lock is not in the joined row.
    if final := [entry for entry in chosen if hasattr(entry, "decision")]:
        raise AlreadyFinal(final)
    if stale := [entry for entry in chosen if entry.version != seen[entry.pk]]:
        refuse_stale(stale)
    return chosen


def refuse_stale(stale: Sequence[TimeEntry]) -> None:
    """Tell who changed these hours since, into what; decided ones are final."""
    fresh = TimeEntry.objects.filter(pk__in=[entry.pk for entry in stale])
    rows = list(fresh.select_related("decision__by", "worker").order_by("pk"))
    if final := [entry for entry in rows if hasattr(entry, "decision")]:
        raise AlreadyFinal(final)
    last = latest(KIND, [entry.pk for entry in rows])
    differences = []
    for entry in rows:
        happening = last.get(entry.pk)
        who = f" door {happening.by}" if happening and happening.by else ""
        when = (
            f" om {local(int(happening.at.timestamp()) // 60):%H:%M}"
            if happening
            else ""
        )
        differences.append(f"{of_whom(entry)} is nu {hours(entry)}{who}{when}")
    raise Stale(rows, differences)


def hours(entry: TimeEntry) -> str:
    return f"{clock(entry.start)}–{clock(entry.end)} pauze {entry.break_minutes}"


def snapshot(entry: TimeEntry, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """What the journal keeps of an entry."""
    return {
        "start": entry.start,
        "end": entry.end,
        "break_minutes": entry.break_minutes,
        "version": entry.version,
        "is_touched": entry.is_touched,
        **more,
    }
