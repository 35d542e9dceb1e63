"""The week as planned: workers in their groups, what was asked, and the totals."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from werkbrief.planning.models import PlanningMessage
from werkbrief.planning.reads.absences import absent_days
from werkbrief.planning.reads.filters import Filters, Place
from werkbrief.planning.reads.places import (
    Columns,
    Days,
    PlacedRow,
    by_place,
    rows_of,
)
from werkbrief.planning.reads.requests import Filler, Request, fill, requests_of
from werkbrief.planning.reads.scope import orders_for, shifts_for
from werkbrief.staffing.models import Membership
from werkbrief.staffing.reads import assignments_for
from werkbrief.words.clock import clock, duration, midnight
from werkbrief.words.weeks import Week

SHIFT = ("pk", "assignment_id", "start", "end", "break_minutes", "order_id")
SEVEN = range(7)


@dataclass(slots=True)
class Cell:
    """One shift on screen; instants. `is_told`: a message about it waits."""

    id: int
    start: int
    end: int
    pause: int
    order: int | None
    is_absent: bool = False
    is_told: bool = False

    @property
    def times(self) -> str:
        return f"{clock(self.start)}–{clock(self.end)}"

    @property
    def worked(self) -> int:
        return 0 if self.is_absent else self.end - self.start - self.pause

    @property
    def total(self) -> str:
        return duration(self.worked)


class Row(PlacedRow[Cell]):
    """One assignment with its shifts of the week."""

    __slots__ = ()

    @property
    def minutes(self) -> int:
        return sum(cell.worked for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Asked:
    """Headcount: asked for, filled, still open."""

    asked: int = 0
    filled: int = 0
    open: int = 0

    @classmethod
    def of(cls, requests: Iterable[Request]) -> "Asked":
        standing = [request for request in requests if request.stands]
        return cls(
            sum(request.headcount for request in standing),
            sum(min(request.filled, request.headcount) for request in standing),
            sum(request.open for request in standing),
        )


@dataclass(frozen=True, slots=True)
class Group:
    """A place with its workers and its requests; per day, Monday first."""

    place: Place
    rows: list[Row]
    requests: list[list[Request]] = field(default_factory=lambda: [[] for _ in SEVEN])

    @property
    def key(self) -> str:
        """Its name on screen, by what is in it: the same under the same filters."""
        if self.rows:
            return f"t{self.rows[0].id}"
        return f"ta{next(one.id for day in self.requests for one in day)}"

    @property
    def minutes(self) -> list[int]:
        return [sum(c.worked for row in self.rows for c in row.days[d]) for d in SEVEN]

    @property
    def asked(self) -> list[Asked]:
        return [Asked.of(day) for day in self.requests]

    @property
    def asked_in_all(self) -> Asked:
        return Asked.of(request for day in self.requests for request in day)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A week of one client as one member may see it, filtered.

    `sent`: every request that a client sent itself, whatever the filters.
    """

    week: Week
    groups: list[Group]
    places: list[Place]
    sent: list[Request]

    @property
    def rows(self) -> Iterator[Row]:
        for group in self.groups:
            yield from group.rows

    @property
    def requests(self) -> Iterator[Request]:
        for group in self.groups:
            for day in group.requests:
                yield from day

    @property
    def workers(self) -> int:
        return len({row.worker_id for row in self.rows})

    @property
    def minutes(self) -> list[int]:
        columns = [group.minutes for group in self.groups] or [[0] * 7]
        return [sum(day) for day in zip(*columns, strict=True)]

    @property
    def asked(self) -> list[Asked]:
        days: list[list[Request]] = [[] for _ in SEVEN]
        for group in self.groups:
            for number, day in enumerate(group.requests):
                days[number] += day
        return [Asked.of(day) for day in days]

    @property
    def asked_in_all(self) -> Asked:
        return Asked.of(self.requests)


def week_schedule(
    membership: Membership,
    week: Week,
    filters: Filters = Filters(),  # noqa: B008
    *,
    also: Iterable[int] = (),
) -> Schedule:
    """Five statements, for any number of workers and any length of history.

    `also`: assignments that are shown even when nobody planned them.
    """
    column = Columns(week)
    rows = _rows(membership, week, column, also)
    requests = _requests(membership, week, rows)
    places = sorted({row.place for row in rows} | {one.place for one in requests})
    shown = by_place(
        row
        for row in rows
        if filters.take(row.place, row.folded, ((c.start, c.end) for c in row.cells))
    )
    groups = {place: Group(place, rows) for place, rows in shown.items()}
    for one in () if filters.query else requests:
        if filters.take_place(one.place) and filters.take_times(one.start, one.end):
            group = groups.setdefault(one.place, Group(one.place, []))
            group.requests[column(one.start)].append(one)
    sent = [one for one in requests if one.asked_at is not None]
    return Schedule(week, [groups[place] for place in sorted(groups)], places, sent)


def _rows(
    membership: Membership, week: Week, column: Columns, also: Iterable[int]
) -> list[Row]:
    shifts = shifts_for(membership).in_week(week).standing()
    told = PlanningMessage.objects.filter(
        client=membership.client_id,
        answer__isnull=True,
        shifts__isnull=False,
        day__range=(week.monday, week.sunday),
    ).values_list("shifts", flat=True)
    waiting = set(told)
    days: dict[int, Days[Cell]] = defaultdict(lambda: [[] for _ in SEVEN])
    for assignment in also:
        days[assignment] = [[] for _ in SEVEN]
    for row in shifts.order_by("start").values_list(*SHIFT):
        pk, assignment, start, end, pause, order = row
        cell = Cell(pk, start, end, pause, order, is_told=pk in waiting)
        days[assignment][column(start)].append(cell)
    rows = list(rows_of(Row, assignments_for(membership), days))
    if away := absent_days(membership.client, week):
        for row in rows:
            for day, cells in zip(week.days, row.days, strict=True):
                for cell in cells:
                    cell.is_absent = (row.worker_id, day) in away
    return rows


def _requests(membership: Membership, week: Week, rows: list[Row]) -> list[Request]:
    requests = list(
        requests_of(
            orders_for(membership).filter(
                start__gte=midnight(week.monday), start__lt=midnight(week.next.monday)
            )
        )
    )
    fill(
        requests,
        (
            Filler(cell.start, cell.end, row.place, cell.order)
            for row in rows
            for cell in row.cells
            if not cell.is_absent
        ),
    )
    return requests
