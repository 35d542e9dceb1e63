"""Manual entries as lines for a screen: what was passed on, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from werkbrief.staffing.models import Membership
from werkbrief.timesheets.models import ManualEntry, ManualEntryQuerySet
from werkbrief.timesheets.reads.corrections import shown
from werkbrief.words.clock import day_of, duration
from werkbrief.words.weeks import Week, brief_day


@dataclass(frozen=True, slots=True)
class ManualLine:
    """One slip; `handling` empty is "waits". `days` are its local days."""

    id: int
    client_id: int
    client: str
    who: str
    job_function_id: int
    job_function: str
    days: tuple[date, ...]
    spans: tuple[tuple[int, int], ...]
    hours: str
    total: str
    description: str
    by: str
    at: datetime
    handling: str
    answered_by: str
    reason: str
    worker: str

    @property
    def is_pending(self) -> bool:
        return not self.handling

    @property
    def on_days(self) -> str:
        """Write "ma 16-11, di 17-11"."""
        return ", ".join(brief_day(day) for day in self.days)


def manual_for(membership: Membership) -> ManualEntryQuerySet:
    """The scope of a member; who sees some departments only sees the own slips."""
    entries = ManualEntry.objects.filter(client=membership.client)
    if membership.is_narrowed:
        return entries.filter(by__in=membership.writers)
    return entries


def manual_in_week(membership: Membership, week: Week) -> list[ManualLine]:
    """Of this week, what waits first, then the newest: two statements."""
    found = manual_for(membership).in_week(week).order_by("-at", "-pk")
    return sorted(manual_lines(found), key=lambda line: not line.is_pending)


def manual_lines(entries: ManualEntryQuerySet) -> list[ManualLine]:
    """As rows for a screen: two statements."""
    related = ("client", "job_function", "by", "answer__by")
    rows = entries.select_related(*related, "answer__assignment__worker")
    return [_line(row) for row in rows.prefetch_related("days")]


def _line(manual: ManualEntry) -> ManualLine:
    days = list(manual.days.all())
    answer = getattr(manual, "answer", None)
    assignment = answer.assignment if answer else None
    return ManualLine(
        id=manual.pk,
        client_id=manual.client_id,
        client=manual.client.name,
        who=manual.who,
        job_function_id=manual.job_function_id,
        job_function=manual.job_function.name,
        days=tuple(day_of(day.start) for day in days),
        spans=tuple((day.start, day.end) for day in days),
        hours=_hours((day.start, day.end, day.break_minutes) for day in days),
        total=duration(sum(day.worked_minutes for day in days)),
        description=manual.description,
        by=str(manual.by),
        at=manual.at,
        handling=answer.get_handling_display() if answer else "",
        answered_by=str(answer.by) if answer else "",
        reason=answer.reason if answer else "",
        worker=str(assignment.worker) if assignment else "",
    )


def _hours(times: Iterable[tuple[int, int, int]]) -> str:
    """The same on each day, but for a night in which the clock moves."""
    return "; ".join(dict.fromkeys(shown(each) for each in times))
