"""Paid lines of hours: a function of a worker's whole week, computed on reading."""

from werkbrief.pay.reads.catalogue import (
    Collective,
    collective_name,
    collectives,
    convention_problem,
    names_of_rules,
    pack_versions,
)
from werkbrief.pay.reads.comparing import Compared, ComparedPay, Other, compare_pay
from werkbrief.pay.reads.entries import EntryPay, pay_of_entry
from werkbrief.pay.reads.hour_types import (
    HourSort,
    HourTypes,
    hour_types_of,
    kind_of,
)
from werkbrief.pay.reads.lines import BASE_LABEL, Line, Segment, percentage
from werkbrief.pay.reads.set_lines import SetLine, Which, set_lines, which
from werkbrief.pay.reads.weeks import pay_of_hours, pay_of_week, to_judge
from werkbrief.pay.reads.whole import DayPay, Moved, WeekLine
from werkbrief.pay.reads.working_time import (
    WorkingTime,
    findings_of_entry,
    findings_of_plan,
    findings_of_week,
)

__all__ = [
    "BASE_LABEL",
    "Collective",
    "Compared",
    "ComparedPay",
    "DayPay",
    "EntryPay",
    "HourSort",
    "HourTypes",
    "Line",
    "Moved",
    "Other",
    "Segment",
    "SetLine",
    "WeekLine",
    "Which",
    "WorkingTime",
    "collective_name",
    "collectives",
    "compare_pay",
    "convention_problem",
    "findings_of_entry",
    "findings_of_plan",
    "findings_of_week",
    "hour_types_of",
    "kind_of",
    "names_of_rules",
    "pack_versions",
    "pay_of_entry",
    "pay_of_hours",
    "pay_of_week",
    "percentage",
    "set_lines",
    "to_judge",
    "which",
]
