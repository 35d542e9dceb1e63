"""What was planned in a week since it was drawn: whose rows, and what else."""

from dataclasses import dataclass

from django.db.models import QuerySet

from werkbrief.journal.reads import Unheard
from werkbrief.planning.models import PlanningMessage, Shift, ShiftQuerySet
from werkbrief.staffing.models import Client
from werkbrief.words.weeks import Week

SHIFT, ABSENCE = "planning.shift", "planning.absence"
MESSAGE, ORDER = "planning.planningmessage", "planning.staffingorder"


@dataclass(frozen=True, slots=True)
class PlanNews:
    """The assignments whose row changed; `is_beside`: a message or a request did."""

    rows: set[int]
    is_beside: bool

    def __bool__(self) -> bool:
        return bool(self.rows) or self.is_beside


def plan_news(client: Client, week: Week, unheard: Unheard) -> PlanNews:
    """What these deeds did to this week of this client: six statements, or none."""
    if not unheard.deeds:
        return PlanNews(set(), is_beside=False)
    shifts = client.shifts.in_week(week)
    about = client.planning_messages.filter(pk__in=unheard.touched(MESSAGE))
    links = PlanningMessage.shifts.through.objects.filter(planningmessage__in=about)
    moved = shifts.filter(pk__in=unheard.touched(SHIFT))
    told = shifts.filter(pk__in=links.values("shift"))
    rows = {*_rows_of(moved), *_rows_of(told)}
    if away := unheard.told(ABSENCE, "payroll_number"):
        theirs = client.assignments.filter(worker__payroll_number__in=away)
        rows |= set(theirs.values_list("pk", flat=True))
    asked = client.orders.filter(pk__in=unheard.touched(ORDER))
    return PlanNews(rows, is_beside=about.exists() or asked.exists())


def _rows_of(shifts: ShiftQuerySet) -> QuerySet[Shift, int]:
    return shifts.values_list("assignment", flat=True)
