"""What a message would make of the planning, if it is accepted."""

from collections.abc import Iterable

from werkbrief.planning.models import PlanningMessage, Shift
from werkbrief.planning.reads.usual import usual_instant
from werkbrief.words.clock import DAY, clock_minutes, day_of


def proposed(message: PlanningMessage, shift: Shift) -> tuple[int, int, int]:
    """Start, end and break of this shift with the proposed times in it.

    An end at or before the start lies on the next day.
    """
    day = day_of(shift.start)
    start = clock_minutes(shift.start) if message.start is None else message.start
    end = clock_minutes(shift.end) if message.end is None else message.end
    pause = message.break_minutes
    return (
        usual_instant(day, start),
        usual_instant(day, end if end > start else end + DAY),
        shift.break_minutes if pause is None else pause,
    )


def stamp(shifts: Iterable[Shift]) -> str:
    """How these shifts stand; who accepts on an older stamp is refused."""
    return ",".join(
        f"{shift.pk}:{shift.start}:{shift.end}:{shift.break_minutes}"
        for shift in sorted(shifts, key=lambda shift: shift.pk)
        if not shift.is_cancelled
    )
