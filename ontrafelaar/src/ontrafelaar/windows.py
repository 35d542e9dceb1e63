"""`when`: the hours of the week in which a rule holds."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ontrafelaar.clock import DAY, as_date, read_hours, weekday
from ontrafelaar.holidays import holidays

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
WEEK = 7 * DAY
INSIDE, OUTSIDE, ADJOINING = "binnen rooster", "buiten rooster", "aansluitend"
ROSTER_WORDS = (INSIDE, OUTSIDE, ADJOINING)
_DAY = "|".join(DAYS)
CLOCK = r"\d{1,2}:\d{2}"
WINDOW = re.compile(
    rf"(?P<no>niet )?"
    rf"(?P<days>alle|(?:vooravond )?feestdag(?: op (?:{_DAY})(?:-(?:{_DAY}))?)?"
    rf"|aangewezen [a-z][a-z0-9 -]*?|(?:{_DAY})(?:-(?:{_DAY}))?)"
    rf"(?: (?P<start>{CLOCK})-(?P<end>{CLOCK}))?"
)
RANGE = re.compile(
    rf"(?P<no>niet )?(?P<first>{_DAY}) (?P<start>{CLOCK})\.\."
    rf"(?P<last>{_DAY}) (?P<end>{CLOCK})"
)


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `start` to `end`, wall minutes.

    `end` beyond a day runs into the days after and belongs to the day it starts on.
    `special` narrows the days: "feestdag", "vooravond" (of one) or the name of a list.
    """

    days: frozenset[int]
    start: int
    end: int
    is_exception: bool = False
    special: str = ""

    def cuts(self) -> set[int]:
        return {self.start % DAY, self.end % DAY}


@dataclass(frozen=True, slots=True)
class Windows:
    """In if any window hits and no exception hits; words about the roster narrow it."""

    windows: tuple[Window, ...] = ()
    words: frozenset[str] = frozenset()

    def cuts(self) -> set[int]:
        return set().union(*(window.cuts() for window in self.windows))


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are special: holidays by name, and lists by theirs."""

    names: tuple[str, ...]
    lists: Mapping[str, frozenset[date]]

    def has(self, special: str, day: int) -> bool:
        if special == "vooravond":
            return self.has("feestdag", day + 1)
        there = as_date(day)
        if special == "feestdag":
            return there in holidays(self.names, there.year)
        return there in self.lists.get(special, ())


def covered(windows: Iterable[Window], day: int, wall: int, calendar: Calendar) -> bool:
    """Whether the minute `wall` of this local day lies in them."""
    hit = has_windows = False
    for window in windows:
        has_windows |= not window.is_exception
        if _covers(window, day, wall, calendar):
            if window.is_exception:
                return False
            hit = True
    return hit or not has_windows


def _covers(window: Window, day: int, wall: int, calendar: Calendar) -> bool:
    """Also from an earlier day, when it runs over midnight."""
    for back in range(-(-window.end // DAY)):
        if window.start <= wall + back * DAY < window.end:
            begun = day - back
            if weekday(begun) in window.days and (
                not window.special or calendar.has(window.special, begun)
            ):
                return True
    return False


def read_windows(text: str) -> Windows:
    """Read "ma-vr 20:00-24:00, niet feestdag"; a ValueError names what is not read."""
    parts = [part.strip() for part in text.split(",")]
    words = frozenset(part for part in parts if part in ROSTER_WORDS)
    windows = tuple(_read(part) for part in parts if part not in words)
    return Windows(windows, words)


def _read(text: str) -> Window:
    if match := RANGE.fullmatch(text):
        first, last = DAYS.index(match["first"]), DAYS.index(match["last"])
        start, end = read_hours(match["start"]), read_hours(match["end"])
        length = ((last - first) * DAY + end - start) % WEEK or WEEK
        if max(start, end) > DAY:
            raise ValueError(text)
        return Window(frozenset({first}), start, start + length, bool(match["no"]))
    match = WINDOW.fullmatch(text)
    if not match:
        raise ValueError(text)
    start = read_hours(match["start"] or "0:00")
    end = read_hours(match["end"] or "24:00")
    if max(start, end) > DAY or start == DAY:
        raise ValueError(text)
    days, special = _days(match["days"])
    until = end if end > start else end + DAY
    return Window(days, start, until, bool(match["no"]), special)


def _days(text: str) -> tuple[frozenset[int], str]:
    every = frozenset(range(7))
    if text == "alle":
        return every, ""
    if text.startswith("aangewezen "):
        return every, text.removeprefix("aangewezen ")
    what, _, on = text.partition(" op ")
    if what.endswith("feestdag"):
        special = "vooravond" if what.startswith("vooravond") else "feestdag"
        return _weekdays(on) if on else every, special
    return _weekdays(text), ""


def _weekdays(text: str) -> frozenset[int]:
    first, _, last = text.partition("-")
    low, high = DAYS.index(first), DAYS.index(last or first)
    return frozenset((low + n) % 7 for n in range((high - low) % 7 + 1))
