"""Take a selection in hand: lock it, and refuse what is final or stale."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from werkbrief.journal.reads import Happening, histories
from werkbrief.rows import columns, kept, replace, whole
from werkbrief.staffing.models import Worker
from werkbrief.timesheets.models import TimeEntry, TimeEntryQuerySet
from werkbrief.timesheets.reads.scope import Bounds, WeekScope
from werkbrief.timesheets.refusals import AlreadyFinal, Incomplete, Stale, of_whom
from werkbrief.words.clock import clock, instant, local
from werkbrief.words.tongues import say
from werkbrief.words.weeks import brief_date

KIND = "timesheets.timeentry"
Seen = Mapping[int, int]
# A week is asked with kept questions, anything else as always.
Scope = WeekScope | TimeEntryQuerySet


def take(scope: Scope, seen: Seen) -> list[TimeEntry]:
    """Lock the entries that were on screen, in a fixed order: two statements.

    `seen` is id -> version as it was drawn. All of them, or a refusal: AlreadyFinal
    and Stale name who got there first, Incomplete is about ids outside the scope.
    PostgreSQL waits for the lock here; SQLite lets one writer in. Names are fetched by
    the refusal that needs them, three at most.
    """
    ids = tuple(seen)
    if connection.features.has_select_for_update:
        _lock(scope, ids)
    # Read after the wait: what landed meanwhile is not in the rows that were locked,
    # and a row that was rejected meanwhile had even fallen out of the scope.
    rows = _standing(scope, ids)
    chosen = [whole(TimeEntry, row[:-1]) for row in rows]
    if final := [row[0] for row in rows if row[-1] is not None]:
        raise AlreadyFinal(_judged(final))
    if len(chosen) != len(seen):
        raise Incomplete
    if stale := [entry for entry in chosen if entry.version != seen[entry.pk]]:
        refuse_stale(stale, seen)
    return chosen


def _lock(scope: Scope, ids: tuple[int, ...]) -> None:
    if isinstance(scope, WeekScope):
        _locked_in_week(scope.bounds, ids)
    else:
        list(held(scope.standing(), ids).values_list("pk"))


def _standing(scope: Scope, ids: tuple[int, ...]) -> list[tuple[Any, ...]]:
    """All columns of each, and the decision's number if there is one."""
    if isinstance(scope, WeekScope):
        return _standing_in_week(scope.bounds, ids)
    return list(_decided(scope, ids))


@kept
def _locked_in_week(
    bounds: Bounds, ids: tuple[int, ...]
) -> QuerySet[TimeEntry, tuple[int]]:
    return held(WeekScope(*bounds).entries().standing(), ids).values_list("pk")


@kept
def _standing_in_week(
    bounds: Bounds, ids: tuple[int, ...]
) -> QuerySet[TimeEntry, tuple[Any, ...]]:
    return _decided(WeekScope(*bounds).entries(), ids)


def _decided(
    scope: TimeEntryQuerySet, ids: tuple[int, ...]
) -> QuerySet[TimeEntry, tuple[Any, ...]]:
    rows = scope.standing().filter(pk__in=ids).order_by("pk")
    return rows.values_list(*columns(TimeEntry), "decision__pk")


def _judged(ids: Collection[int]) -> list[TimeEntry]:
    """These that are final, with by whom."""
    entries = TimeEntry.objects.filter(pk__in=ids)
    return list(entries.select_related("decision__by", "worker").order_by("pk"))


def held(scope: TimeEntryQuerySet, ids: Collection[int]) -> TimeEntryQuerySet:
    """These rows; who reads them locks them until the transaction ends."""
    rows = scope.filter(pk__in=list(ids)).select_for_update(of=("self",))
    return rows.order_by("pk")


def hold_workers(ids: Iterable[int]) -> None:
    """One at a time moves the hours of a worker: one statement.

    Two who move different entries of one worker would wait for each other's row in the
    guard against overlap, and PostgreSQL would end one of them with a deadlock.
    """
    if connection.features.has_select_for_update:
        _held_workers(tuple(set(ids)))


@kept
def _held_workers(ids: tuple[int, ...]) -> QuerySet[Worker, tuple[int]]:
    workers = Worker.objects.filter(pk__in=ids).order_by("pk")
    return workers.select_for_update(no_key=True).values_list("pk")


def store(entries: Sequence[TimeEntry], fields: Sequence[str]) -> None:
    """Write these fields of all entries: one statement."""
    names = columns(TimeEntry)
    replace(TimeEntry, names, map(attrgetter(*names), entries), changed=fields)


def refuse_stale(stale: Sequence[TimeEntry], seen: Seen) -> None:
    """Tell who changed these hours since, from what into what; decided is final."""
    fresh = TimeEntry.objects.filter(pk__in=[entry.pk for entry in stale])
    rows = list(fresh.select_related("decision").order_by("pk"))
    if final := [entry.pk for entry in rows if hasattr(entry, "decision")]:
        raise AlreadyFinal(_judged(final))
    past = histories(KIND, [entry.pk for entry in rows])
    raise Stale(
        rows, [_difference(entry, seen[entry.pk], past[entry.pk]) for entry in rows]
    )


def _difference(entry: TimeEntry, version: int, past: Sequence[Happening]) -> str:
    since = [h for h in past if (h.after or {}).get("version", 0) > version]
    was = since[-1].before if since else None
    whom, now = of_whom(entry), _hours(snapshot(entry))
    told = (
        say("%(whom)s was %(was)s, is nu %(now)s", whom=whom, was=_hours(was), now=now)
        if was
        else say("%(whom)s is nu %(now)s", whom=whom, now=now)
    )
    if not since:
        return told
    at = local(instant(since[0].at))
    return say(
        "%(told)s door %(who)s op %(at)s",
        told=told,
        who=since[0].by or say("het portaal"),
        at=f"{brief_date(at)} {at:%H:%M}",
    )


def _hours(of: Mapping[str, Any]) -> str:
    return say(
        "%(start)s–%(end)s pauze %(minutes)s",
        start=clock(of["start"]),
        end=clock(of["end"]),
        minutes=of["break_minutes"],
    )


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
