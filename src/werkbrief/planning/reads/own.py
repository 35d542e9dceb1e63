"""One worker's own shifts, at every client."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from werkbrief.planning.models import Shift
from werkbrief.staffing.models import Worker
from werkbrief.words.clock import clock, day_of, duration, local, midnight
from werkbrief.words.weeks import Week

ROW = (
    "pk",
    "start",
    "end",
    "break_minutes",
    "client__name",
    "assignment__job_function__name",
    "assignment__department__name",
    "assignment__crew__name",
)


@dataclass(frozen=True, slots=True)
class OwnShift:
    """What a worker sees of a shift: where, when and what; nobody else's."""

    id: int
    start: int
    end: int
    pause: int
    client: str
    job_function: str
    department: str
    crew: str

    @property
    def day(self) -> date:
        return day_of(self.start)

    @property
    def times(self) -> str:
        return f"{clock(self.start)}–{clock(self.end)}"

    @property
    def total(self) -> str:
        return duration(self.end - self.start - self.pause)

    @property
    def place(self) -> str:
        return " · ".join(part for part in (self.department, self.crew) if part)

    @property
    def starts_at(self) -> datetime:
        return local(self.start)

    @property
    def ends_at(self) -> datetime:
        return local(self.end)


def own_shifts(worker: Worker, week: Week) -> list[OwnShift]:
    """In time order: one statement."""
    return own_shifts_between(worker, week.monday, week.sunday)


def own_shifts_between(worker: Worker, first: date, last: date) -> list[OwnShift]:
    """Those that start on these days, both included: one statement."""
    shifts = Shift.objects.standing().filter(
        worker=worker,
        start__gte=midnight(first),
        start__lt=midnight(last + timedelta(days=1)),
    )
    rows = shifts.order_by("start").values_list(*ROW)
    return [
        OwnShift(pk, start, end, pause, client, function, department or "", crew or "")
        for pk, start, end, pause, client, function, department, crew in rows
    ]
