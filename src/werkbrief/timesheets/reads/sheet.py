"""The week as a sheet: rows are workers in their groups, columns the seven days."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from werkbrief.planning.reads import absent_days
from werkbrief.planning.reads.places import Columns, Days, by_place, rows_of
from werkbrief.staffing.models import Membership
from werkbrief.staffing.reads import assignments_for
from werkbrief.timesheets.reads.cells import (
    Cell,
    Group,
    Row,
    State,
    Total,
    WeekSheet,
    mark_absent,
    only_approved,
)
from werkbrief.timesheets.reads.entries import (
    cell_of,
    comments_between,
    entries_between,
)
from werkbrief.timesheets.reads.filters import Filters
from werkbrief.timesheets.reads.scope import WeekScope
from werkbrief.words.weeks import Week


def week_sheet(
    membership: Membership,
    week: Week,
    filters: Filters = Filters(),  # noqa: B008
) -> WeekSheet:
    """Four statements, for any number of workers and any length of history."""
    by_assignment = _cells(membership, week)
    rows = list(_rows(membership, week, by_assignment))
    places = sorted({row.place for row in rows})
    rows = [
        row
        for row in rows
        if filters.take(row.place, row.folded, ((c.start, c.end) for c in row.cells))
    ]
    if filters.hide_planned:
        rows = [row for row in rows if only_approved(row)]
    tally = Counter(cell.state for row in rows for day in row.days for cell in day)
    return WeekSheet(week, list(_groups(rows)), _totals(rows), places, tally)


def _cells(membership: Membership, week: Week) -> dict[int, Days[Cell]]:
    asked = WeekScope.of(membership, week).bounds
    said = dict(comments_between(*asked))
    column = Columns(week)
    found: dict[int, Days[Cell]] = defaultdict(lambda: [[] for _ in range(7)])
    for assignment, *entry in entries_between(*asked):
        cell = cell_of(entry, said.get(entry[0], 0))
        found[assignment][column(cell.start)].append(cell)
    return found


def _rows(
    membership: Membership, week: Week, cells: dict[int, Days[Cell]]
) -> Iterator[Row]:
    away: dict[int, list[int]] = defaultdict(list)
    for worker_id, day in absent_days(membership.client, week):
        away[worker_id].append(day.weekday())
    for row in rows_of(Row, assignments_for(membership), cells):
        for number in away.get(row.worker_id, ()):
            mark_absent(row.days[number])
        yield row


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
