"""Diensten as the law has them: work between two rests of at least eight hours."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from ontrafelaar.clock import HOUR, as_date, at, day_number
from ontrafelaar.shifts import ABSENT, STANDBY, Shift

REST_BETWEEN = 8 * HOUR
PAUSE = 15
NIGHT_ENDS, TWO = 6 * HOUR, 2 * HOUR


@dataclass(slots=True)
class Duty:
    """One dienst: instants, minutes of work and of pauses, the shifts it is made of.

    `pause` None: a registration does not say. `night` are the minutes of presence
    between 00:00 and 06:00, breaks with clock times out.
    """

    start: int
    end: int
    work: int = 0
    pause: int | None = 0
    night: int = 0
    keys: list[Hashable] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)

    @property
    def day(self) -> int:
        return day_number(self.start)

    @property
    def is_night(self) -> bool:
        """More than an hour of work between midnight and six (1:7)."""
        return self.night > HOUR

    @property
    def ends_after_two(self) -> bool:
        """Of a night shift: whether work went on after two o'clock of that night."""
        return self.is_night and any(
            overlap(*after_two(day), *span)
            for span in self.spans
            for day in range(day_number(span[0]), day_number(span[1]) + 1)
        )


def after_two(day: int) -> tuple[int, int]:
    return at(as_date(day), TWO), at(as_date(day), NIGHT_ENDS)


def duties(shifts: Iterable[Shift]) -> list[Duty]:
    """In time order; away, standby and hours without clock times are no dienst."""
    found: list[Duty] = []
    for shift in sorted(shifts, key=lambda one: (one.start, one.end)):
        if shift.start == shift.end or shift.tags & {ABSENT, STANDBY}:
            continue
        last = found[-1] if found else None
        if last is None or shift.start - last.end >= REST_BETWEEN:
            last = Duty(shift.start, shift.end)
            found.append(last)
        elif shift.start - last.end >= PAUSE and last.pause is not None:
            last.pause += shift.start - last.end
        _add(last, shift)
    return found


def _add(duty: Duty, shift: Shift) -> None:
    pauses = [end - start for start, end in shift.breaks]
    rest = sum(pauses) if shift.breaks else shift.break_minutes or 0
    duty.end = max(duty.end, shift.end)
    duty.work += max(shift.end - shift.start - rest, 0)
    duty.keys.append(shift.key)
    duty.spans.append((shift.start, shift.end))
    counted = sum(one for one in pauses if one >= PAUSE)
    if shift.break_minutes is None and not shift.breaks:
        duty.pause = None
    elif duty.pause is not None:
        duty.pause += counted if shift.breaks else rest
    duty.night += within(shift, 0, NIGHT_ENDS)


def within(shift: Shift, begin: int, until: int) -> int:
    """Minutes of this shift between two times of the clock, breaks with times out."""
    total = 0
    for day in range(day_number(shift.start), day_number(shift.end) + 1):
        low, high = at(as_date(day), begin), at(as_date(day), until)
        total += overlap(low, high, shift.start, shift.end)
        total -= sum(overlap(low, high, *pause) for pause in shift.breaks)
    return total


def overlap(start: int, end: int, begin: int, until: int) -> int:
    return max(min(end, until) - max(start, begin), 0)


def rest_after(duties: Sequence[Duty], number: int) -> int | None:
    """Minutes to the next dienst; None when none is known."""
    if number + 1 >= len(duties):
        return None
    return duties[number + 1].start - duties[number].end
