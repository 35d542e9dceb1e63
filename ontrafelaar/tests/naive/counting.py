"""`over`: which minutes lie beyond a limit, counted one by one."""

import re
from collections import defaultdict
from fractions import Fraction

from naive.clocks import minutes
from naive.dates import days_in, period
from naive.rounding import to_steps


def count(reading, number):
    """Adds the names of limits that are passed, law by law in the order of the file."""
    for law in reading.books[number].laws:
        if law.over:
            Count(reading, number, law).mark()


class Count:
    def __init__(self, reading, number, law):
        self.reading, self.number, self.law = reading, number, law
        names = reading.books[number].worth
        parts = [part.strip() for part in law.counts.split(",")]
        self.skip = {p[5:] for p in parts if p.startswith("niet ") and p[5:] in names}
        self.first, *self.more = law.over.split(" en ")

    def mark(self):
        groups = self._groups(self.first, before=True)
        passed = [(one, self._passed(one)) for one in self.more]
        for key, found in groups.items():
            begin, end = self._bounds(self.first, key, found)
            for place, (work, minute) in enumerate(found):
                if (
                    work
                    and begin <= place < end
                    and all(self._key(o, work, minute) in there for o, there in passed)
                ):
                    minute.held |= {self.law.name}

    def _groups(self, limit, *, before=False):
        """Period -> the minutes that fill it in the order of the clock."""
        groups = defaultdict(list)
        works = self.reading.works
        if before and works:
            said = self.reading.facts.get("geteld", {}).get(self.law.name, "0:00")
            if minutes(said):
                key = self._key(limit, works[0], None)
                groups[key] += [(None, None)] * minutes(said)
        name, skip, by_clock = self.law.name, self.skip, limit.endswith("kalenderdag")
        for work in works:
            key = self._key(limit, work, None)
            for minute in work.rows[self.number]:
                if name in minute.fills and not (skip and minute.held & skip):
                    key = self._key(limit, work, minute) if by_clock else key
                    groups[key].append((work, minute))
        return groups

    def _key(self, limit, work, minute):
        name = limit.rpartition(" per ")[2]
        if name == "dienst":
            return id(work)
        if name == "kalenderdag" and minute:
            return self.reading.line.day(minute.point)
        return period(name, work.day)

    def _passed(self, limit):
        found = set()
        for key, group in self._groups(limit).items():
            low = self._low(limit, key)
            if low is not None and len(group) > low:
                found.add(key)
        return found

    def _bounds(self, limit, key, found):
        """From and to which place in the row; what is over may be rounded first."""
        low = self._low(limit, key)
        if low is None:
            return len(found), 0
        over = max(len(found) - low, 0)
        if over < self.law.least:
            return len(found), 0
        if self.law.rounding:
            low = max(len(found) - to_steps(over, self.law.rounding), 0)
        high = re.search(r"-(\d+:\d\d) per ", limit)
        return low, minutes(high[1]) if high else len(found)

    def _low(self, limit, key):
        """None when the contract is not known."""
        text, _, name = limit.rpartition(" per ")
        text, _, times = re.sub(r"-\d+:\d\d$", "", text).partition(" x ")
        text, _, more = text.partition(" + ")
        text, _, parts = text.partition("/")
        contract = self.reading.facts.get("contract")
        hours = [minutes(contract)] if contract is not None else []
        if text.startswith("min("):
            hours.append(minutes(text[4:].partition(",")[0]))
        elif text != "contract":
            hours = [minutes(text)]
        if not hours:
            return None
        one = Fraction(min(hours), int(parts or 1)) + minutes(more or "0:00")
        return int(one * self._times(times, name, key))

    def _times(self, times, name, key):
        if not times:
            return 1
        if times.isdigit():
            return int(times)
        works = self._worked_in(name, key)
        if times == "gewerkte dagen":
            return len({work.day for work in works})
        days = days_in(name, works[0].day)
        if times == "weken":
            return Fraction(len(days), 7)
        return sum(day.isoweekday() < 6 for day in days)

    def _worked_in(self, name, key):
        limit = f"0:00 per {name}"
        return [
            work
            for work in self.reading.works
            if not work.is_standby
            and any(self._key(limit, work, m) == key for m in work.rows[self.number])
        ] or self.reading.works[:1]
