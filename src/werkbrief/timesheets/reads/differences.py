"""Where hours and planning differ, for whoever plans."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from werkbrief.staffing.models import Client
from werkbrief.timesheets.models import TimeEntry, Verdict
from werkbrief.words.clock import clock, day_of
from werkbrief.words.weeks import Week

WORDS: dict[str, str] = {Verdict.APPROVED: "goedgekeurd", Verdict.REJECTED: "afgekeurd"}


@dataclass(frozen=True, slots=True)
class Difference:
    """Hours that the planning no longer reaches, because somebody was there first.

    `is_gone`: the shift was cancelled, the hours stay.
    """

    shift: int
    assignment: int
    day: date
    times: str
    pause: int
    word: str
    is_gone: bool


def differences(client: Client, week: Week) -> list[Difference]:
    """Touched or judged hours that aren't as their shift: one statement."""
    as_planned = Q(
        start=F("shift__start"),
        end=F("shift__end"),
        break_minutes=F("shift__break_minutes"),
        shift__is_cancelled=False,
    )
    entries = (
        TimeEntry.objects.filter(shift__in=client.shifts.in_week(week).values("pk"))
        .filter(Q(is_touched=True) | Q(decision__isnull=False))
        .standing()
        .exclude(as_planned)
        .exclude(decision__verdict=Verdict.REJECTED, shift__is_cancelled=True)
        .order_by("start")
    )
    rows = entries.values_list(
        "shift_id",
        "assignment_id",
        "shift__start",
        "start",
        "end",
        "break_minutes",
        "decision__verdict",
        "shift__is_cancelled",
    )
    return [
        Difference(
            shift,
            assignment,
            day_of(planned),
            f"{clock(start)}–{clock(end)}",
            pause,
            WORDS.get(verdict or "", "gewijzigd"),
            is_gone,
        )
        for shift, assignment, planned, start, end, pause, verdict, is_gone in rows
    ]
