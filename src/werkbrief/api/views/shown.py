"""What a machine is shown of a shift and of an entry."""

from typing import Any

from werkbrief.api.views.paging import moment
from werkbrief.planning.models import Shift
from werkbrief.timesheets.models import TimeEntry


def shift_shown(one: Shift) -> dict[str, Any]:
    return {
        "id": one.pk,
        "worker_number": one.worker.payroll_number,
        "worker": one.worker.name,
        "assignment": one.assignment.number or str(one.assignment_id),
        "start": moment(one.start),
        "end": moment(one.end),
        "break_minutes": one.break_minutes,
        "is_cancelled": one.is_cancelled,
    }


def entry_shown(one: TimeEntry) -> dict[str, Any]:
    judged = getattr(one, "decision", None)
    undecided = "changed" if one.is_touched else "open"
    department = one.assignment.department
    return {
        "id": one.pk,
        "version": one.version,
        "etag": etag_of(one),
        "client": one.client.slug,
        "worker_number": one.worker.payroll_number,
        "worker": one.worker.name,
        "assignment": one.assignment.number or str(one.assignment_id),
        "job_function": one.assignment.job_function.name,
        "department": department.name if department else None,
        "start": moment(one.start),
        "end": moment(one.end),
        "break_minutes": one.break_minutes,
        "worked_minutes": one.worked_minutes,
        "state": judged.verdict if judged else undecided,
        "reason": (judged.reason or None) if judged else None,
        "decided_at": judged.at if judged else None,
    }


def etag_of(one: TimeEntry) -> str:
    """What to send back in If-Match: its number and the version that was seen."""
    return f'"{one.pk}-{one.version}"'
