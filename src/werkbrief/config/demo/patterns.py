"""Usual weeks: which days, from when until when, with how long a break."""

from dataclasses import dataclass

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
WEEKDAYS = (MON, TUE, WED, THU, FRI)
HOUR = 60


@dataclass(frozen=True, slots=True)
class Stretch:
    """Wall-clock minutes; an `end` past 1440 is on the next day."""

    days: tuple[int, ...]
    start: int
    end: int
    break_minutes: int = 30


@dataclass(frozen=True, slots=True)
class Pattern:
    """One usual week, or several that alternate."""

    weeks: tuple[tuple[Stretch, ...], ...]

    @property
    def minutes(self) -> int:
        """Worked minutes per week, on average."""
        total = sum(
            len(stretch.days) * (stretch.end - stretch.start - stretch.break_minutes)
            for week in self.weeks
            for stretch in week
        )
        return total // len(self.weeks)


def weekly(*stretches: Stretch) -> Pattern:
    return Pattern((stretches,))


def alternating(*weeks: Stretch) -> Pattern:
    return Pattern(tuple((week,) for week in weeks))


def hours(
    start: float,
    end: float,
    days: tuple[int, ...] = WEEKDAYS,
    *,
    break_minutes: int = 30,
) -> Stretch:
    """`hours(7, 15.5)` is 07:00–15:30.

    >>> hours(22, 30.5, (MON,)).end
    1830
    """
    return Stretch(days, round(start * HOUR), round(end * HOUR), break_minutes)
