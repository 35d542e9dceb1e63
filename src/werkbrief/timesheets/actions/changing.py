"""Changing hours: start, end, break and total keep in step."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any, NoReturn

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.journal.models import Event
from werkbrief.planning.reads import absent_among
from werkbrief.rows import columns, kept, whole
from werkbrief.timesheets.actions.locking import (
    KIND,
    Scope,
    Seen,
    hold_workers,
    snapshot,
    store,
    take,
)
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.refusals import BadTimes, Overlapping, of_whom
from werkbrief.words.clock import (
    DAY,
    NoSuchTime,
    clock,
    clock_minutes,
    day_of,
    duration,
)
from werkbrief.words.clock import (
    at as instant_at,
)
from werkbrief.words.notation import Typed
from werkbrief.words.tongues import say

Times = tuple[int, int, int]
FIELDS = ["start", "end", "break_minutes", "version", "is_touched"]


def change(
    scope: Scope, seen: Seen, typed: Typed, *, by: User, at: datetime
) -> Event | None:
    """Store what was typed on every entry of the selection: all of them, or none.

    Fields that were left empty stay as they are. None when nothing differs. Raises
    AlreadyFinal, Stale, Incomplete, BadTimes or Overlapping.
    """
    return change_each(scope, seen, dict.fromkeys(seen, typed), by=by, at=at)


def change_each(
    scope: Scope,
    seen: Seen,
    typed: Mapping[int, Typed],
    *,
    by: User,
    at: datetime,
) -> Event | None:
    """As `change`, with hours of its own for each entry: all of them, or none."""
    try:
        with transaction.atomic():
            chosen = take(scope, seen)
            times = {entry.pk: retimed(entry, typed[entry.pk]) for entry in chosen}
            moved = _moved(chosen, times)
            if not moved:
                return None
            hold_workers(entry.worker_id for entry in moved)
            traces = [_retime(entry, times[entry.pk]) for entry in moved]
            refuse_overlap(moved)
            store(moved, FIELDS)
            deed = Deed(moved[0].agency_id, by, at)
            return record("timesheets.changed", deed, traces)
    except IntegrityError as overlap:
        raise Overlapping(chosen) from overlap


def retimed(entry: TimeEntry, typed: Typed) -> Times:
    """(start, end, break minutes) as they would be; raises BadTimes at its field.

    A total moves the end: start + total + break. An end at or before the start is on
    the next day. All in elapsed minutes, so a night in which the clock moves is right.
    """
    day = day_of(entry.start)
    start = _start(entry, typed)
    pause = entry.break_minutes if typed.pause is None else typed.pause
    end = _end(entry, typed, start, pause)
    if day_of(start) != day:
        _refuse(entry, say("de starttijd moet op de dag zelf liggen."), "start")
    if end <= start:
        _refuse(entry, say("de eindtijd ligt niet na de starttijd."), "end")
    if end - start > DAY:
        _refuse(
            entry,
            say("%(hours)s is langer dan 24 uur.", hours=duration(end - start)),
            "end",
        )
    if pause > end - start:
        _refuse(
            entry,
            say(
                "de pauze (%(minutes)s minuten) is langer dan de totaaltijd "
                "(%(hours)s).",
                minutes=pause,
                hours=duration(end - start),
            ),
            "break",
        )
    return start, end, pause


def _start(entry: TimeEntry, typed: Typed) -> int:
    """What is typed as it was shown stays: in October 02:30 comes twice."""
    if typed.start is None or typed.start == clock_minutes(entry.start):
        return entry.start
    try:
        return instant_at(day_of(entry.start), typed.start)
    except NoSuchTime:
        _refuse(
            entry, say("deze tijd bestaat niet: de klok ging een uur vooruit."), "start"
        )


def _end(entry: TimeEntry, typed: Typed, start: int, pause: int) -> int:
    by_total = None if typed.total is None else start + typed.total + pause
    if typed.end is None:
        return entry.end if by_total is None else by_total
    end = _clock_end(entry, typed.end, start)
    if by_total is not None and by_total != end:
        _refuse(
            entry,
            say(
                "eindtijd en totaaluren spreken elkaar tegen: tot %(end)s is %(hours)s "
                "uur. Vul één van de twee in.",
                end=clock(end),
                hours=duration(end - start - pause),
            ),
            "total",
        )
    return end


def _clock_end(entry: TimeEntry, minutes: int, start: int) -> int:
    """The first time after the start that the clock shows this; at most a day later."""
    if start == entry.start and minutes % DAY == clock_minutes(entry.end):
        return entry.end
    if minutes == clock_minutes(start):
        _refuse(entry, say("start en eind zijn gelijk."), "end")
    day, later = day_of(start), minutes > clock_minutes(start)
    try:
        end = instant_at(day, minutes if later else minutes + DAY)
        return end if end > start else instant_at(day, minutes, again=True)
    except NoSuchTime:
        _refuse(
            entry, say("deze tijd bestaat niet: de klok ging een uur vooruit."), "end"
        )


def _refuse(entry: TimeEntry, why: str, field: str) -> NoReturn:
    raise BadTimes([entry], f"{of_whom(entry)}: {why}", field=field)


def _moved(chosen: Sequence[TimeEntry], times: Mapping[int, Times]) -> list[TimeEntry]:
    """Those that differ; and the absent of whom somebody typed that they did work."""
    same = [entry for entry in chosen if times[entry.pk] == _times(entry)]
    doubtful = [entry for entry in same if not entry.is_touched]
    absent = absent_among(
        {entry.worker_id for entry in doubtful},
        {day_of(entry.start) for entry in doubtful},
    )
    stay = {entry.pk for entry in same} - {
        entry.pk
        for entry in doubtful
        if (entry.worker_id, day_of(entry.start)) in absent
    }
    return [entry for entry in chosen if entry.pk not in stay]


def _times(entry: TimeEntry) -> Times:
    return entry.start, entry.end, entry.break_minutes


def _retime(entry: TimeEntry, times: Times) -> Trace:
    before = snapshot(entry)
    entry.start, entry.end, entry.break_minutes = times
    entry.version += 1
    entry.is_touched = True
    return Trace(KIND, entry.pk, before, snapshot(entry))


def refuse_overlap(chosen: Sequence[TimeEntry]) -> None:
    """One statement for all; the database's own guard stands behind it."""
    if twice := overlapping(chosen):
        raise Overlapping(twice)


def overlapping(chosen: Sequence[TimeEntry]) -> list[TimeEntry]:
    """Those whose worker would be in two places at once."""
    mine = {entry.pk for entry in chosen}
    start = min(entry.start for entry in chosen)
    end = max(entry.end for entry in chosen)
    workers = tuple({entry.worker_id for entry in chosen})
    near = (whole(TimeEntry, row) for row in _meeting(start - DAY, start, end, workers))
    others = [entry for entry in near if entry.pk not in mine]
    rows = [entry for entry in chosen if entry.is_occupying] + others
    rows.sort(key=lambda entry: (entry.worker_id, entry.start))
    return [
        one if one.pk in mine else two
        for one, two in pairwise(rows)
        if one.worker_id == two.worker_id and two.start < one.end
    ]


@kept
def _meeting(
    since: int, start: int, end: int, workers: tuple[int, ...]
) -> QuerySet[TimeEntry, tuple[Any, ...]]:
    """As planning.models.meeting says; `since` is a day before the start."""
    entries = TimeEntry.objects.filter(
        end__gt=start, start__gt=since, start__lt=end, worker_id__in=workers
    )
    return entries.filter(is_occupying=True).values_list(*columns(TimeEntry))
