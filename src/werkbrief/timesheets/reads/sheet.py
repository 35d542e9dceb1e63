"""The week as a sheet: rows are workers in their groups, columns the seven days."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Count

from werkbrief.planning.reads import absent_days
from werkbrief.planning.reads.places import Columns, Days, by_place, rows_of
from werkbrief.staffing.models import Membership
from werkbrief.staffing.reads import assignments_for
from werkbrief.timesheets.models import Comment
from werkbrief.timesheets.reads.cells import (
    Cell,
    Group,
    Row,
    State,
    Total,
    WeekSheet,
)
from werkbrief.timesheets.reads.filters import Filters
from werkbrief.timesheets.reads.scope import entries_for
from werkbrief.words.weeks import Week

ENTRY = (
    "pk",
    "assignment_id",
    "start",
    "end",
    "break_minutes",
    "version",
    "is_touched",
    "decision__verdict",
    "shift__start",
    "shift__end",
    "shift__break_minutes",
    "shift__is_cancelled",
)
VERDICTS = {str(state): state for state in (State.APPROVED, State.REJECTED)}


def week_sheet(
    membership: Membership,
    week: Week,
    filters: Filters = Filters(),  # noqa: B008
    *,
    only: Iterable[int] | None = None,
) -> WeekSheet:
    """Four statements, for any number of workers and any length of history.

    `only` these assignments, for the answer to a deed on a few rows.
    """
    by_assignment = _cells(membership, week, only)
    rows = list(_rows(membership, week, by_assignment))
    places = sorted({row.place for row in rows})
    rows = [
        row
        for row in rows
        if filters.take(row.place, row.folded, ((c.start, c.end) for c in row.cells))
    ]
    if filters.hide_planned:
        rows = [row for row in rows if _only_approved(row)]
    tally = Counter(cell.state for row in rows for day in row.days for cell in day)
    return WeekSheet(week, list(_groups(rows)), _totals(rows), places, tally)


def _cells(
    membership: Membership, week: Week, only: Iterable[int] | None
) -> dict[int, Days[Cell]]:
    entries = entries_for(membership).in_week(week).standing()
    if only is not None:
        entries = entries.filter(assignment__in=only)
    said = dict(
        Comment.objects.filter(entry__in=entries.values("pk"))
        .values_list("entry_id")
        .annotate(Count("pk"))
    )
    column = Columns(week)
    found: dict[int, Days[Cell]] = defaultdict(lambda: [[] for _ in range(7)])
    for entry in entries.order_by("start").values_list(*ENTRY):
        pk, assignment, start, end, pause, version, touched, verdict, *plan = entry
        planned = (plan[0], plan[1], plan[2]) if plan[0] and not plan[3] else None
        if verdict:
            state = VERDICTS[verdict]
        elif touched and planned != (start, end, pause):
            state = State.CHANGED
        else:
            state = State.OPEN
        found[assignment][column(start)].append(
            Cell(
                pk, version, state, start, end, pause, said.get(pk, 0), planned, touched
            )
        )
    return found


def _rows(
    membership: Membership, week: Week, cells: dict[int, Days[Cell]]
) -> Iterator[Row]:
    away: dict[int, list[int]] = defaultdict(list)
    for worker_id, day in absent_days(membership.client, week):
        away[worker_id].append(day.weekday())
    for row in rows_of(Row, assignments_for(membership), cells):
        for number in away.get(row.worker_id, ()):
            _mark_absent(row.days[number])
        yield row


def _mark_absent(cells: list[Cell]) -> None:
    """Typed hours and judgements go before an absence: somebody says they worked."""
    for cell in cells:
        if cell.state == State.OPEN:
            cell.state = State.CHANGED if cell.is_touched else State.ABSENT


def _only_approved(row: Row) -> bool:
    row.days = [[c for c in day if c.state == State.APPROVED] for day in row.days]
    return any(row.days)


def _groups(rows: Iterable[Row]) -> Iterator[Group]:
    grouped = by_place(rows)
    for place in sorted(grouped):
        yield Group(*place, rows=grouped[place])


def _totals(rows: Iterable[Row]) -> list[Total]:
    """S5.1.6: approved hours per function and per day."""
    totals: dict[str, list[int]] = defaultdict(lambda: [0] * 7)
    for row in rows:
        days = totals[row.place[2]]
        for number, cells in enumerate(row.days):
            for cell in cells:
                if cell.state == State.APPROVED:
                    days[number] += cell.worked
    return [Total(name, totals[name]) for name in sorted(totals)]
