"""Time entries, the decisions on them and what was said about them."""

from werkbrief.timesheets.models.corrections import (
    Answer,
    CorrectionAnswer,
    CorrectionRequest,
    CorrectionRequestQuerySet,
)
from werkbrief.timesheets.models.decisions import Comment, Decision, Reason, Verdict
from werkbrief.timesheets.models.entries import TimeEntry, TimeEntryQuerySet
from werkbrief.timesheets.models.lessons import LessonAnswer
from werkbrief.timesheets.models.manual import (
    Handling,
    ManualAnswer,
    ManualDay,
    ManualEntry,
    ManualEntryQuerySet,
)
from werkbrief.timesheets.models.objections import (
    Objection,
    ObjectionAnswer,
    ObjectionQuerySet,
)

__all__ = [
    "Answer",
    "Comment",
    "CorrectionAnswer",
    "CorrectionRequest",
    "CorrectionRequestQuerySet",
    "Decision",
    "Handling",
    "LessonAnswer",
    "ManualAnswer",
    "ManualDay",
    "ManualEntry",
    "ManualEntryQuerySet",
    "Objection",
    "ObjectionAnswer",
    "ObjectionQuerySet",
    "Reason",
    "TimeEntry",
    "TimeEntryQuerySet",
    "Verdict",
]
