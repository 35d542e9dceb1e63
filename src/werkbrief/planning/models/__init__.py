"""The shifts of a week, what was asked for, who is away, and the usual week."""

from werkbrief.planning.models.absences import Absence
from werkbrief.planning.models.answers import Outcome
from werkbrief.planning.models.base_schedules import BaseBlock, BaseSchedule
from werkbrief.planning.models.feeds import CalendarFeed
from werkbrief.planning.models.messages import (
    About,
    MessageAnswer,
    MessageKind,
    PlanningMessage,
)
from werkbrief.planning.models.orders import OrderAnswer, StaffingOrder
from werkbrief.planning.models.shifts import Shift, ShiftQuerySet
from werkbrief.planning.models.stretches import Stretch, meeting

__all__ = [
    "About",
    "Absence",
    "BaseBlock",
    "BaseSchedule",
    "CalendarFeed",
    "MessageAnswer",
    "MessageKind",
    "OrderAnswer",
    "Outcome",
    "PlanningMessage",
    "Shift",
    "ShiftQuerySet",
    "StaffingOrder",
    "Stretch",
    "meeting",
]
