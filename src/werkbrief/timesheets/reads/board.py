"""The week over all clients of an agency: who is done, who is not, who is late."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q

from werkbrief.planning.models import Absence, Shift
from werkbrief.planning.reads import absent_among
from werkbrief.staffing.models import Agency, Client
from werkbrief.staffing.reads import deadline
from werkbrief.timesheets.models import (
    ManualEntry,
    TimeEntry,
    TimeEntryQuerySet,
    Verdict,
)
from werkbrief.words.clock import day_of
from werkbrief.words.weeks import Week

UNDECIDED = Q(decision__isnull=True)
# Typed hours that are what was planned count as open, as they do on the sheet.
# Looked up for the few that were touched; a join would visit the shift of each entry.
AS_PLANNED = Q(
    Exists(
        Shift.objects.filter(
            pk=OuterRef("shift"),
            is_cancelled=False,
            start=OuterRef("start"),
            end=OuterRef("end"),
            break_minutes=OuterRef("break_minutes"),
        )
    )
)
COUNTS = {
    "waiting": Count("pk", filter=UNDECIDED),
    "touched": Count("pk", filter=UNDECIDED & Q(is_touched=True)),
    "same": Count("pk", filter=UNDECIDED & Q(is_touched=True) & AS_PLANNED),
    "approved": Count("pk", filter=Q(decision__verdict=Verdict.APPROVED)),
    "rejected": Count("pk", filter=Q(decision__verdict=Verdict.REJECTED)),
    "last": Max("decision__at"),
}


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One client in one week; the absent count nowhere, they need nothing."""

    client: Client
    open: int
    changed: int
    approved: int
    rejected: int
    pending: int
    last: datetime | None
    deadline: datetime
    is_past: bool

    @property
    def waiting(self) -> int:
        return self.open + self.changed

    @property
    def done(self) -> int:
        return self.approved + self.rejected

    @property
    def total(self) -> int:
        return self.waiting + self.done

    @property
    def is_late(self) -> bool:
        return self.is_past and bool(self.waiting)

    @property
    def is_done(self) -> bool:
        return not (self.waiting or self.pending)


def board(agency: Agency, week: Week, *, at: datetime) -> list[BoardLine]:
    """Every client that is not archived, by name: six statements for any number."""
    clients = agency.clients.filter(archived_on=None).order_by("name")
    counts: dict[int, dict[str, Any]] = {
        row["client"]: dict(row)
        for row in _entries(agency, week).values("client").annotate(**COUNTS).order_by()
    }
    absent = _absent(agency, week)
    pending = _pending(agency, week)
    lines = []
    for client in clients:
        row: dict[str, Any] = counts.get(client.pk, {})
        changed = row.get("touched", 0) - row.get("same", 0)
        until = deadline(client, week)
        lines.append(
            BoardLine(
                client=client,
                open=row.get("waiting", 0) - changed - absent[client.pk],
                changed=changed,
                approved=row.get("approved", 0),
                rejected=row.get("rejected", 0),
                pending=pending.get(client.pk, 0),
                last=row.get("last"),
                deadline=until,
                is_past=until <= at,
            )
        )
    return lines


def _entries(agency: Agency, week: Week) -> TimeEntryQuerySet:
    return TimeEntry.objects.filter(agency=agency).in_week(week).standing()


def _absent(agency: Agency, week: Week) -> Counter[int]:
    """Untouched open entries of people who are away, per client."""
    away = Absence.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=week.monday),
        agency=agency,
        starts_on__lte=week.sunday,
    )
    workers = set(away.values_list("worker", flat=True))
    if not workers:
        return Counter()
    rows: Iterable[tuple[int, int, int]] = list(
        _entries(agency, week)
        .filter(UNDECIDED, is_touched=False, worker__in=workers)
        .values_list("client", "worker", "start")
    )
    days = absent_among({worker for _, worker, _ in rows}, set(week.days))
    return Counter(
        client for client, worker, start in rows if (worker, day_of(start)) in days
    )


def _pending(agency: Agency, week: Week) -> dict[int, int]:
    """Hours passed on by hand that nobody has converted or declined yet."""
    waiting = ManualEntry.objects.filter(agency=agency).pending().in_week(week)
    return dict(waiting.values_list("client").annotate(Count("pk")).order_by())
