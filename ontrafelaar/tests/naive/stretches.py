"""`when`: of some minutes those in which it holds."""

import re
from bisect import bisect_left
from datetime import timedelta

from naive.clocks import DAY, minutes
from naive.dates import NAMES, days_named, is_holiday

WORDS = {"binnen rooster", "buiten rooster", "aansluitend"}
BACK = 9


class Wall:
    """The minutes one looks at, and a calendar to find them by.

    `points` are sorted; `days` all dates that windows may start on.
    """

    def __init__(self, line, points, holidays, lists, roster):
        self.line, self.points = line, sorted(points)
        self.holidays, self.lists = holidays, lists
        first = line.day(self.points[0]) - timedelta(days=BACK)
        last = line.day(self.points[-1])
        self.days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        self.roster = self.hours(roster) if roster else None
        self.seen = {}

    def hours(self, text):
        """In any that hits, and in none with "niet"."""
        parts = [part.strip() for part in text.split(",")]
        hits = [part for part in parts if not part.startswith("niet ")]
        found = set().union(*map(self.stretch, hits)) if hits else set(self.points)
        for part in parts:
            if part.startswith("niet "):
                found -= self.stretch(part.removeprefix("niet "))
        return found

    def holding(self, text):
        """As `hours`, narrowed by words about the roster."""
        if text not in self.seen:
            parts = [part.strip() for part in text.split(",") if part.strip()]
            words = WORDS.intersection(parts)
            rest = [part for part in parts if part not in words]
            found = self.hours(", ".join(rest)) if rest else set(self.points)
            if words and self.roster is None:
                found = set()
            elif "binnen rooster" in words:
                found = found & self.roster
            if self.roster and words & {"buiten rooster", "aansluitend"}:
                found = found - self.roster
            self.seen[text] = found
        return self.seen[text]

    def stretch(self, text):
        if ".." in text:
            first, start, last, end = re.fullmatch(
                r"(..) ([\d:]+)\.\.(..) ([\d:]+)", text
            ).groups()
            days = {NAMES.index(first)}
            length = (NAMES.index(last) - NAMES.index(first)) % 7 * DAY
            start, end = minutes(start), minutes(end) + length
            end += 7 * DAY if end <= start else 0
            return self._from(lambda day: day.weekday() in days, start, end)
        clock = re.search(r" (\d+:\d\d)-(\d+:\d\d)$", text)
        start, end = map(minutes, clock.groups()) if clock else (0, DAY)
        end += DAY if end <= start else 0
        what = text[: clock.start()] if clock else text
        return self._from(self._days(what), start, end)

    def _days(self, what):
        if what == "alle":
            return lambda _: True
        if what.startswith("aangewezen "):
            return self.lists.get(what.removeprefix("aangewezen "), set()).__contains__
        what, _, on = what.partition(" op ")
        numbers = days_named(on or "ma-zo" if what.endswith("feestdag") else what)
        if not what.endswith("feestdag"):
            return lambda day: day.weekday() in numbers
        later = timedelta(days=what.startswith("vooravond"))
        return lambda day: (
            day.weekday() in numbers and is_holiday(self.holidays, day + later)
        )

    def _from(self, is_its_day, start, end):
        found = set()
        for day in filter(is_its_day, self.days):
            low, high = self.line.when(day, start), self.line.when(day, end)
            found.update(
                self.points[
                    bisect_left(self.points, low) : bisect_left(self.points, high)
                ]
            )
        return found
