"""What workers said of their hours, with what stands and what was planned beside it."""

from dataclasses import dataclass
from datetime import date, datetime

from werkbrief.timesheets.models import ObjectionQuerySet, TimeEntry, Verdict
from werkbrief.timesheets.reads.corrections import NOT_WORKED, shown
from werkbrief.words.clock import day_of
from werkbrief.words.tongues import say


@dataclass(frozen=True, slots=True)
class ObjectionCase:
    """One 'klopt niet' as the agency judges it."""

    id: int
    entry_id: int
    client: str
    worker: str
    number: str
    day: date
    stands: str
    planned: str
    text: str
    at: datetime

    @property
    def case(self) -> str:
        """Its anchor in the queue."""
        return f"o{self.id}"


def objections_listed(objections: ObjectionQuerySet) -> list[ObjectionCase]:
    """As rows for the queue: one statement."""
    related = ("worker", "client", "shift", "decision")
    rows = objections.select_related(*(f"entry__{name}" for name in related))
    return [
        ObjectionCase(
            id=one.pk,
            entry_id=one.entry_id,
            client=one.entry.client.name,
            worker=one.entry.worker.name,
            number=one.entry.worker.payroll_number,
            day=day_of(one.entry.start),
            stands=_stands(one.entry),
            planned=_planned(one.entry),
            text=one.text,
            at=one.at,
        )
        for one in rows
    ]


def _stands(entry: TimeEntry) -> str:
    decision = getattr(entry, "decision", None)
    if decision is not None and decision.verdict == Verdict.REJECTED:
        return say(NOT_WORKED)
    return shown((entry.start, entry.end, entry.break_minutes))


def _planned(entry: TimeEntry) -> str:
    shift = entry.shift
    return shown((shift.start, shift.end, shift.break_minutes)) if shift else "–"
