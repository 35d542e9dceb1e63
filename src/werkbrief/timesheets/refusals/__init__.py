"""What is refused about hours, in sentences with a way out."""

from werkbrief.timesheets.refusals.corrections import (
    AlreadyAnswered,
    AlreadyAsked,
    AlreadyObjected,
    CorrectionWaits,
    NothingToCorrect,
    ObjectionAnswered,
    StillOpen,
)
from werkbrief.timesheets.refusals.ending import HoursBeyond, ShiftsBeyond
from werkbrief.timesheets.refusals.hours import (
    AlreadyFinal,
    Away,
    BadTimes,
    Incomplete,
    NoLongerUndoable,
    NotOver,
    Overlapping,
    Stale,
)
from werkbrief.timesheets.refusals.lessons import LessonGone, WhyMissing
from werkbrief.timesheets.refusals.manual import AlreadyHandled, BadSlip, NotPlacedThen
from werkbrief.timesheets.refusals.naming import EntryRefusal, names, of_whom

__all__ = [
    "AlreadyAnswered",
    "AlreadyAsked",
    "AlreadyFinal",
    "AlreadyHandled",
    "AlreadyObjected",
    "Away",
    "BadSlip",
    "BadTimes",
    "CorrectionWaits",
    "EntryRefusal",
    "HoursBeyond",
    "Incomplete",
    "LessonGone",
    "NoLongerUndoable",
    "NotOver",
    "NotPlacedThen",
    "NothingToCorrect",
    "ObjectionAnswered",
    "Overlapping",
    "ShiftsBeyond",
    "Stale",
    "StillOpen",
    "WhyMissing",
    "names",
    "of_whom",
]
