"""Time entries, the decisions on them and what was said about them."""

from werkbrief.timesheets.models.decisions import Comment, Decision, Reason, Verdict
from werkbrief.timesheets.models.entries import TimeEntry, TimeEntryQuerySet

__all__ = [
    "Comment",
    "Decision",
    "Reason",
    "TimeEntry",
    "TimeEntryQuerySet",
    "Verdict",
]
