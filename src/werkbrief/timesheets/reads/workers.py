"""Who works at a client now, and who worked there before (S4.1, S4.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max, Q

from werkbrief.staffing.models import Membership, fold
from werkbrief.staffing.reads import assignments_for
from werkbrief.timesheets.reads.scope import entries_for
from werkbrief.words.clock import day_of, instant, local
from werkbrief.words.weeks import Week

COLUMNS = (
    "pk",
    "starts_on",
    "ends_on",
    "worker__name",
    "worker__payroll_number",
    "worker__folded",
    "job_function__name",
    "department__name",
)


@dataclass(frozen=True, slots=True)
class WorkerLine:
    """One assignment; name and payroll number are all that is known of a person."""

    id: int
    name: str
    number: str
    job_function: str
    department: str
    starts_on: date
    ends_on: date | None
    last_worked: date | None
    is_available: bool

    @property
    def week(self) -> Week:
        """The week to look at: of the last day worked, else of the first day."""
        return Week.of(self.last_worked or self.starts_on)


@dataclass(frozen=True, slots=True)
class WorkerList:
    """The lines that are shown, and how many there are in all."""

    lines: list[WorkerLine]
    available: int
    former: int


def worker_list(
    membership: Membership, *, at: datetime, query: str = "", active_only: bool = False
) -> WorkerList:
    """Two statements, whatever the length of history.

    Who left longer ago than the agency keeps them is not here (D4.1).
    """
    today = local(instant(at)).date()
    kept_from = today - timedelta(days=membership.client.agency.retention_days)
    assignments = assignments_for(membership).filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=kept_from)
    )
    last = _last_worked(membership, at)
    wanted, lines, available = fold(query.strip()), [], 0
    rows = assignments.order_by("worker__sort_name", "starts_on").values_list(*COLUMNS)
    total = 0
    for pk, starts_on, ends_on, name, number, folded, function, department in rows:
        here = starts_on <= today and (ends_on is None or ends_on >= today)
        total += 1
        available += here
        if wanted not in folded or (active_only and not here):
            continue
        lines.append(
            WorkerLine(
                id=pk,
                name=name,
                number=number,
                job_function=function,
                department=department or "",
                starts_on=starts_on,
                ends_on=ends_on,
                last_worked=day_of(last[pk]) if pk in last else None,
                is_available=here,
            )
        )
    return WorkerList(lines, available, total - available)


def _last_worked(membership: Membership, at: datetime) -> Mapping[int, int]:
    """Per assignment the start of the last hours that were not rejected."""
    worked = entries_for(membership).filter(is_occupying=True, end__lte=instant(at))
    rows = worked.order_by().values_list("assignment").annotate(last=Max("start"))
    return dict(rows)
