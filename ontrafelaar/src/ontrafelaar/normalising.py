"""What was registered, when it is not simply a start and an end."""

from collections.abc import Hashable, Sequence
from datetime import date

from ontrafelaar.clock import at, hours
from ontrafelaar.shifts import ABSENT, Convention, Shift
from ontrafelaar.values import Flag

Planned = tuple[int, int, int]


def untimed(
    key: Hashable, day: date, minutes: int, planned: Sequence[Planned] = ()
) -> Shift:
    """A registration of hours without clock times, as a shift.

    `planned` are the stretches planned that day: start, end, break. The plan is used
    only when there is one and it is exactly as long; else the hours stand on the day,
    at the base rate, and the outcome says so.
    """
    if len(planned) == 1:
        start, end, pause = planned[0]
        if end - start - pause == minutes:
            return Shift(key, start, end, pause, net=minutes)
    start = at(day, 0)
    return Shift(key, start, start, 0, net=minutes)


def noted(shifts: Sequence[Shift], convention: Convention) -> tuple[Flag, ...]:
    """What of the registration one should look at."""
    found = []
    for shift in shifts:
        if shift.net is None or ABSENT in shift.tags:
            continue
        if shift.start == shift.end:
            found.append(
                Flag(
                    "zonder kloktijden",
                    f"{hours(shift.net)} is zonder kloktijden en zonder passende "
                    f"planning "
                    "doorgegeven: betaald als normale uren.",
                )
            )
            continue
        by_clock = shift.end - shift.start - _rest(shift)
        if by_clock != shift.net:
            found.append(
                Flag(
                    "netto",
                    f"Doorgegeven is {hours(shift.net)}, de kloktijden geven "
                    f"{hours(by_clock)}; {_leading(convention)}.",
                )
            )
    return tuple(found)


def _rest(shift: Shift) -> int:
    if shift.breaks:
        return sum(end - start for start, end in shift.breaks)
    return shift.break_minutes or 0


def _leading(convention: Convention) -> str:
    if convention.net == "klok":
        return "de kloktijden zijn betaald"
    return "de doorgegeven uren zijn betaald"
