"""What the sheet asks of the database, and how an entry stands."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from werkbrief.planning.reads.places import COLUMNS
from werkbrief.rows import kept
from werkbrief.timesheets.models import Comment, TimeEntry
from werkbrief.timesheets.reads.cells import Cell, State
from werkbrief.timesheets.reads.scope import Bounds, WeekScope

ENTRY = (
    "pk",
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
Rows = QuerySet[TimeEntry, tuple[Any, ...]]


def cell_of(entry: Sequence[Any], comments: int) -> Cell:
    """Make a cell of the values of ENTRY."""
    pk, start, end, pause, version, touched, verdict, *plan = entry
    planned = (plan[0], plan[1], plan[2]) if plan[0] and not plan[3] else None
    if verdict:
        state = VERDICTS[verdict]
    elif touched and planned != (start, end, pause):
        state = State.CHANGED
    else:
        state = State.OPEN
    return Cell(pk, version, state, start, end, pause, comments, planned, touched)


@kept
def entries_between(client: int, narrowed: int | None, since: int, until: int) -> Rows:
    """Give the assignment of each, and then ENTRY."""
    entries = WeekScope(client, narrowed, since, until).entries().standing()
    return entries.order_by("start").values_list("assignment_id", *ENTRY)


@kept
def comments_between(
    client: int, narrowed: int | None, since: int, until: int
) -> QuerySet[Comment, tuple[int, int]]:
    """How many remarks an entry has, of those that have any."""
    entries = WeekScope(client, narrowed, since, until).entries()
    comments = Comment.objects.filter(entry__in=entries.values("pk"))
    return comments.values_list("entry_id").annotate(Count("pk"))


@kept
def places_of(bounds: Bounds, entries: tuple[int, ...]) -> Rows:
    """Give COLUMNS of the assignment of each of these entries, double as they come."""
    mine = WeekScope(*bounds).entries().filter(pk__in=entries)
    return mine.values_list(*(f"assignment__{name}" for name in COLUMNS))


@kept
def entries_of(
    bounds: Bounds, workers: tuple[int, ...], assignments: tuple[int, ...]
) -> Rows:
    """Give the assignment of each, its remarks, and then ENTRY.

    By worker as well: of those there is an index that holds the week alone, whatever
    the length of history and whatever a database knows of the size of its tables.
    """
    mine = WeekScope(*bounds).entries().standing()
    said = Comment.objects.filter(entry=OuterRef("pk")).order_by().values("entry")
    return (
        mine.filter(worker__in=workers, assignment__in=assignments)
        .order_by("start")
        .values_list(
            "assignment_id",
            Coalesce(Subquery(said.annotate(count=Count("pk")).values("count")), 0),
            *ENTRY,
        )
    )
