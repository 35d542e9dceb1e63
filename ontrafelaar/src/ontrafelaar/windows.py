"""`when`: the hours of the week in which a rule holds."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ontrafelaar.clock import DAY, read_hours
from ontrafelaar.holidays import holidays

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
WEEK = 7 * DAY
_DAY = "|".join(DAYS)
_CLOCK = r"\d{1,2}:\d{2}"
_WINDOW = re.compile(
    rf"(?P<no>niet )?(?P<days>alle|feestdag|(?:{_DAY})(?:-(?:{_DAY}))?)"
    rf"(?: (?P<start>{_CLOCK})-(?P<end>{_CLOCK}))?"
)
_RANGE = re.compile(
    rf"(?P<no>niet )?(?P<first>{_DAY}) (?P<start>{_CLOCK})\.\."
    rf"(?P<last>{_DAY}) (?P<end>{_CLOCK})"
)


@dataclass(frozen=True, slots=True)
class Window:
    """Days (0 is Monday; None is "feestdag") from `start` to `end`, wall minutes.

    `end` beyond a day runs into the days after and belongs to the day it starts on.
    """

    days: frozenset[int] | None
    start: int
    end: int
    is_exception: bool = False

    def covers(self, day: date, wall: int, names: tuple[str, ...]) -> bool:
        """Whether the minute `wall` of `day` lies in it, also from an earlier day."""
        for back in range(-(-self.end // DAY)):
            if self.start <= wall + back * DAY < self.end:
                begun = day - timedelta(days=back)
                if self._falls_on(begun, names):
                    return True
        return False

    def _falls_on(self, day: date, names: tuple[str, ...]) -> bool:
        if self.days is None:
            return day in holidays(names, day.year)
        return day.weekday() in self.days

    def cuts(self) -> set[int]:
        return {self.start % DAY, self.end % DAY}


def read_windows(text: str) -> tuple[Window, ...]:
    """Read "ma-vr 20:00-24:00, niet feestdag"; a ValueError names what is not read."""
    return tuple(_read(part.strip()) for part in text.split(","))


def covered(
    windows: Iterable[Window], day: date, wall: int, names: tuple[str, ...]
) -> bool:
    """In if any window hits and no exception hits."""
    hit = False
    for window in windows:
        if window.covers(day, wall, names):
            if window.is_exception:
                return False
            hit = True
    return hit


def _read(text: str) -> Window:
    if match := _RANGE.fullmatch(text):
        first, last = DAYS.index(match["first"]), DAYS.index(match["last"])
        start, end = read_hours(match["start"]), read_hours(match["end"])
        length = ((last - first) * DAY + end - start) % WEEK or WEEK
        return Window(frozenset({first}), start, start + length, bool(match["no"]))
    match = _WINDOW.fullmatch(text)
    if not match:
        raise ValueError(text)
    start = read_hours(match["start"] or "0:00")
    end = read_hours(match["end"] or "24:00")
    if max(start, end) > DAY:
        raise ValueError(text)
    return Window(
        _days(match["days"]),
        start,
        end if end > start else end + DAY,
        bool(match["no"]),
    )


def _days(text: str) -> frozenset[int] | None:
    if text == "feestdag":
        return None
    if text == "alle":
        return frozenset(range(7))
    first, _, last = text.partition("-")
    low, high = DAYS.index(first), DAYS.index(last or first)
    return frozenset((low + n) % 7 for n in range((high - low) % 7 + 1))
