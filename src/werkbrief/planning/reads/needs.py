"""Requests that wait for the office, each with who could come."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db.models import Count, F, Q, QuerySet

from werkbrief.planning.models import Outcome, Shift, StaffingOrder, meeting
from werkbrief.planning.reads.absences import absent_among
from werkbrief.staffing.models import Assignment
from werkbrief.words.clock import clock, day_of
from werkbrief.words.weeks import Week

RELATED = ("client", "department", "crew", "job_function", "asked_by", "answer")
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of this function, here that day and free at those times."""

    id: int
    name: str
    number: str
    is_of_department: bool


@dataclass(frozen=True, slots=True)
class OpenNeed:
    """A request as the office reads it; `more` candidates than those shown."""

    id: int
    client: str
    client_slug: str
    place: str
    headcount: int
    filled: int
    day: date
    times: str
    pause: int
    remark: str
    by: str
    at: datetime | None
    is_confirmed: bool
    candidates: list[Candidate] = field(default_factory=list)
    more: int = 0

    @property
    def case(self) -> str:
        """Its anchor in the queue."""
        return f"a{self.id}"

    @property
    def week(self) -> Week:
        return Week.of(self.day)

    @property
    def open(self) -> int:
        return self.headcount - self.filled


def needs_of(orders: QuerySet[StaffingOrder], on: date) -> list[OpenNeed]:
    """Sent by clients, not refused, not full, and still to come: four statements."""
    standing = Count("shifts", filter=Q(shifts__is_cancelled=False))
    waiting = (
        orders.filter(asked_at__isnull=False)
        .filter(Q(answer__isnull=True) | Q(answer__outcome=Outcome.ACCEPTED))
        .annotate(filled=standing)
        .filter(filled__lt=F("headcount"))
        .select_related(*RELATED)
        .order_by("start", "pk")
    )
    rows = [order for order in waiting if day_of(order.start) >= on]
    free = _candidates(rows)
    return [_need(order, free[order.pk]) for order in rows]


def need_of(order: StaffingOrder, filled: int) -> OpenNeed:
    """One request with everybody who could come: four statements.

    `filled` as the week's schedule counts it.
    """
    candidates = _candidates([order])[order.pk]
    return replace(_need(order, []), filled=filled, candidates=candidates)


def _need(order: StaffingOrder, candidates: list[Candidate]) -> OpenNeed:
    parts = (order.department, order.crew, order.job_function)
    filled: int = getattr(order, "filled", 0)
    return OpenNeed(
        id=order.pk,
        client=str(order.client),
        client_slug=order.client.slug,
        place=" · ".join(str(part) for part in parts if part),
        headcount=order.headcount,
        filled=filled,
        day=day_of(order.start),
        times=f"{clock(order.start)}–{clock(order.end)}",
        pause=order.break_minutes,
        remark=order.remark,
        by=str(order.asked_by or ""),
        at=order.asked_at,
        is_confirmed=hasattr(order, "answer"),
        candidates=candidates[:SHOWN],
        more=max(len(candidates) - SHOWN, 0),
    )


def _candidates(orders: Sequence[StaffingOrder]) -> dict[int, list[Candidate]]:
    """Who could come, those of the department first: three statements for all."""
    found: dict[int, list[Candidate]] = defaultdict(list)
    if not orders:
        return found
    assignments = list(
        Assignment.objects.filter(
            job_function__in={order.job_function_id for order in orders}
        )
        .select_related("worker")
        .order_by("worker__sort_name")
    )
    workers = {one.worker_id for one in assignments}
    days = {day_of(order.start) for order in orders}
    away = absent_among(workers, days)
    busy = _busy(workers, orders)
    for order in orders:
        day = day_of(order.start)
        for one in assignments:
            if (
                one.job_function_id == order.job_function_id
                and one.starts_on <= day
                and (one.ends_on is None or one.ends_on >= day)
                and (one.worker_id, day) not in away
                and not _overlaps(busy[one.worker_id], order)
            ):
                inside = one.department_id == order.department_id
                worker = one.worker
                found[order.pk].append(
                    Candidate(one.pk, worker.name, worker.payroll_number, inside)
                )
        found[order.pk].sort(key=lambda candidate: not candidate.is_of_department)
    return found


def _busy(
    workers: Iterable[int], orders: Sequence[StaffingOrder]
) -> dict[int, list[tuple[int, int]]]:
    busy: dict[int, list[tuple[int, int]]] = defaultdict(list)
    shifts = Shift.objects.filter(
        meeting(
            min(order.start for order in orders), max(order.end for order in orders)
        ),
        worker_id__in=list(workers),
        is_cancelled=False,
    )
    for worker_id, start, end in shifts.values_list("worker_id", "start", "end"):
        busy[worker_id].append((start, end))
    return busy


def _overlaps(spans: Iterable[tuple[int, int]], order: StaffingOrder) -> bool:
    return any(start < order.end and order.start < end for start, end in spans)
