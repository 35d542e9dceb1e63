"""The rows that a deed touched, drawn anew without reading the rest of the week."""

from collections.abc import Collection

from werkbrief.planning.reads import absent_among
from werkbrief.planning.reads.places import Columns, row_of
from werkbrief.staffing.models import Membership
from werkbrief.timesheets.reads.cells import Row, mark_absent, only_approved
from werkbrief.timesheets.reads.entries import ENTRY, cell_of, rows_with
from werkbrief.timesheets.reads.scope import WeekScope
from werkbrief.words.weeks import Week

WIDTH = len(ENTRY)


def rows_again(
    membership: Membership,
    week: Week,
    entries: Collection[int],
    *,
    hide_planned: bool = False,
) -> list[Row]:
    """The rows that hold these entries, as week_sheet gives them: two statements."""
    rows: dict[int, Row] = {}
    column = Columns(week)
    for found in rows_with(WeekScope.of(membership, week).bounds, tuple(entries)):
        place = found[WIDTH + 1 :]
        if (row := rows.get(place[0])) is None:
            row = rows[place[0]] = row_of(Row, place, [[] for _ in range(7)])
        cell = cell_of(found[:WIDTH], found[WIDTH])
        row.days[column(cell.start)].append(cell)
    away = absent_among({row.worker_id for row in rows.values()}, {*week.days})
    for row in rows.values():
        for number, day in enumerate(week.days):
            if (row.worker_id, day) in away:
                mark_absent(row.days[number])
    return [row for row in rows.values() if not hide_planned or only_approved(row)]
