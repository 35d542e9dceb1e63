"""A week, or one entry, as it stood at a moment: read back from the journal (S8.8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from werkbrief.journal.reads import as_of
from werkbrief.staffing.models import Client
from werkbrief.timesheets.models import TimeEntry, TimeEntryQuerySet
from werkbrief.words.clock import day_of
from werkbrief.words.weeks import Week

ENTRY, SHIFT = "timesheets.timeentry", "planning.shift"
Snapshot = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Hours:
    """Minutes since 1970, and the break in minutes."""

    start: int
    end: int
    break_minutes: int

    @property
    def worked_minutes(self) -> int:
        return self.end - self.start - self.break_minutes


@dataclass(frozen=True, slots=True)
class Standing:
    """One entry as it stood; an empty `verdict`: not judged; no `planned`: not so."""

    entry: int
    worker: str
    number: str
    function: str
    day: date
    hours: Hours
    planned: Hours | None
    version: int
    is_touched: bool
    verdict: str
    reason: str


def week_as_of(client: Client, week: Week, moment: datetime) -> list[Standing]:
    """By worker and time: three statements, whatever the number of workers."""
    return _standing(client.time_entries.in_week(week), moment)


def entry_as_of(entry: int, moment: datetime) -> Standing | None:
    """None: it was not there yet, or no longer."""
    found = _standing(TimeEntry.objects.filter(pk=entry), moment)
    return found[0] if found else None


def _standing(entries: TimeEntryQuerySet, moment: datetime) -> list[Standing]:
    rows = list(
        entries.select_related(
            "worker", "assignment__job_function", "decision"
        ).order_by("worker__sort_name", "worker", "start")
    )
    then = as_of(ENTRY, entries.values("pk"), moment)
    planned = as_of(SHIFT, entries.filter(shift__isnull=False).values("shift"), moment)
    return [
        _one(row, state, planned.get(row.shift_id) if row.shift_id else None)
        for row, state in _there(rows, then)
    ]


def _there(
    rows: Iterable[TimeEntry], then: dict[int, Snapshot | None]
) -> Iterable[tuple[TimeEntry, Snapshot]]:
    for row in rows:
        state = then[row.pk] if row.pk in then else _now(row)
        if state is not None:
            yield row, state


def _now(row: TimeEntry) -> Snapshot:
    decision = getattr(row, "decision", None)
    return {
        "start": row.start,
        "end": row.end,
        "break_minutes": row.break_minutes,
        "version": row.version,
        "is_touched": row.is_touched,
        "verdict": decision.verdict if decision else "",
        "reason": decision.reason if decision else "",
    }


def _one(row: TimeEntry, state: Snapshot, planned: Snapshot | None) -> Standing:
    return Standing(
        entry=row.pk,
        worker=row.worker.name,
        number=row.worker.payroll_number,
        function=row.assignment.job_function.name,
        day=day_of(state["start"]),
        hours=_hours(state),
        planned=_hours(planned) if planned else None,
        version=state.get("version", 1),
        is_touched=bool(state.get("is_touched")),
        verdict=state.get("verdict") or "",
        reason=state.get("reason") or "",
    )


def _hours(state: Snapshot) -> Hours:
    return Hours(state["start"], state["end"], state["break_minutes"])
