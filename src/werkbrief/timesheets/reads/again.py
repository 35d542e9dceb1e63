"""The rows that a deed touched, drawn anew without reading the rest of the week."""

from collections.abc import Collection

from werkbrief.planning.reads import absent_among
from werkbrief.planning.reads.places import Columns, row_of
from werkbrief.staffing.models import Membership
from werkbrief.timesheets.reads.cells import Row, mark_absent, only_approved
from werkbrief.timesheets.reads.entries import cell_of, entries_of, places_of
from werkbrief.timesheets.reads.scope import WeekScope
from werkbrief.words.weeks import Week


def rows_again(
    membership: Membership,
    week: Week,
    entries: Collection[int],
    *,
    hide_planned: bool = False,
) -> list[Row]:
    """The rows that hold these entries, as week_sheet gives them: three statements."""
    bounds, column = WeekScope.of(membership, week).bounds, Columns(week)
    rows = {
        place[0]: row_of(Row, place, [[] for _ in range(7)])
        for place in places_of(bounds, tuple(entries))
    }
    workers = tuple({row.worker_id for row in rows.values()})
    for assignment, comments, *entry in entries_of(bounds, workers, tuple(rows)):
        cell = cell_of(entry, comments)
        rows[assignment].days[column(cell.start)].append(cell)
    away = absent_among({*workers}, {*week.days})
    for row in rows.values():
        for number, day in enumerate(week.days):
            if (row.worker_id, day) in away:
                mark_absent(row.days[number])
    return [row for row in rows.values() if not hide_planned or only_approved(row)]
