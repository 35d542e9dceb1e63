"""What the screens need of time entries, as frozen rows: templates can't query."""

from werkbrief.timesheets.reads.again import rows_again
from werkbrief.timesheets.reads.cells import Cell, Group, Row, State, WeekSheet
from werkbrief.timesheets.reads.check import (
    Balance,
    CheckGroup,
    CheckRow,
    CheckSheet,
    check_sheet,
)
from werkbrief.timesheets.reads.corrections import (
    Correction,
    corrections_for,
    corrections_in_week,
    listed,
)
from werkbrief.timesheets.reads.differences import Difference, differences
from werkbrief.timesheets.reads.filters import Filters
from werkbrief.timesheets.reads.fitting import Fitting, Misfit, fitting
from werkbrief.timesheets.reads.lessons import DayLesson, Lesson, lessons
from werkbrief.timesheets.reads.manual import (
    ManualLine,
    manual_for,
    manual_in_week,
    manual_lines,
)
from werkbrief.timesheets.reads.matching import (
    Candidate,
    QueuedSlip,
    likeness,
    manual_queue,
)
from werkbrief.timesheets.reads.news import WeekNews, news_of, touched_rows
from werkbrief.timesheets.reads.objections import ObjectionCase, objections_listed
from werkbrief.timesheets.reads.own import OwnHours, own_hours
from werkbrief.timesheets.reads.progress import Progress, progress_of
from werkbrief.timesheets.reads.scope import WeekScope, entries_for
from werkbrief.timesheets.reads.sheet import week_sheet

__all__ = [
    "Balance",
    "Candidate",
    "Cell",
    "CheckGroup",
    "CheckRow",
    "CheckSheet",
    "Correction",
    "DayLesson",
    "Difference",
    "Filters",
    "Fitting",
    "Group",
    "Lesson",
    "ManualLine",
    "Misfit",
    "ObjectionCase",
    "OwnHours",
    "Progress",
    "QueuedSlip",
    "Row",
    "State",
    "WeekNews",
    "WeekScope",
    "WeekSheet",
    "check_sheet",
    "corrections_for",
    "corrections_in_week",
    "differences",
    "entries_for",
    "fitting",
    "lessons",
    "likeness",
    "listed",
    "manual_for",
    "manual_in_week",
    "manual_lines",
    "manual_queue",
    "news_of",
    "objections_listed",
    "own_hours",
    "progress_of",
    "rows_again",
    "touched_rows",
    "week_sheet",
]
