"""Shifts as rows of minutes, for each version of a CAO what holds at each."""

from dataclasses import dataclass, field

from naive.asking import all_true, worked_days
from naive.clocks import Elapsed, OnTheWall
from naive.laws import Law
from naive.pauses import table, without
from naive.pricing import Prices
from naive.rounding import punched, shorten, to_steps
from naive.stretches import Wall


@dataclass(slots=True)
class Minute:
    point: int
    held: frozenset
    fills: frozenset


@dataclass
class Work:
    """One shift: `day` it counts for, `low` to `high` on the line, minutes a version.

    `rows` holds for each version the minutes that count, `taken` the break.
    """

    shift: object
    day: object
    low: int
    high: int
    rows: list = field(default_factory=list)
    taken: int = 0
    kept: list = field(default_factory=list)

    @property
    def is_away(self):
        return "afwezig" in self.shift.tags

    @property
    def is_standby(self):
        return "consignatie" in self.shift.tags

    @property
    def is_untimed(self):
        return self.shift.start == self.shift.end and not self.is_away

    @property
    def is_real(self):
        """Work with clock times."""
        return not (self.is_away or self.is_standby or self.is_untimed)


class Reading:
    """Everything known: shifts, versions by date, the worker, what was agreed."""

    def __init__(self, shifts, books, facts, agreed):
        self.books, self.facts, self.agreed = books, facts, agreed
        self.line = OnTheWall if agreed.get("tijd") == "wandklok" else Elapsed
        order = sorted(shifts, key=lambda s: (s.start, s.end, str(s.key)))
        self.works = [self._work(shift) for shift in order]
        self._chain()
        self.facts = facts | {"worked": worked_days(self.works, facts)}
        self.walls = [self._wall(book) for book in books] if order else []
        self.prices = [Prices(book, facts, agreed) for book in books]
        self.asked, self.hours = {}, {}
        for work in self.works:
            self._fill(work)

    def version(self, day):
        """The number of the version on this day: the last that has begun."""
        if len(self.books) == 1:
            return 0
        return max(n for n, b in enumerate(self.books) if b.cao["valid"] <= day)

    def _work(self, shift):
        low, high = self.line.point(shift.start), self.line.point(shift.end)
        high = max(low, high)
        if (text := self.agreed.get("klok")) and low < high:
            low, high = punched(low, high, text)
        return Work(shift, self.line.day(low), low, high)

    def _chain(self):
        """Work that goes on without a gap counts for the day on which it began."""
        ends = {}
        for work in self.works:
            if work.is_real:
                work.day = ends.get(work.shift.start, work.day)
                ends[work.shift.end] = work.day

    def _wall(self, book):
        points = set()
        for work in self.works:
            points.update(range(work.low, work.high))
            if not work.is_real:
                points.update(self._whole(work.day))
        lists = {name: set(days) for name, days in book.lists.items()}
        for name, days in self.facts.get("aangewezen", {}).items():
            lists[name] = {type(self.works[0].day).fromisoformat(one) for one in days}
        roster = self.facts.get("rooster")
        return Wall(self.line, points, book.holidays, lists, roster)

    def _whole(self, day):
        return range(self.line.when(day, 0), self.line.when(day, 1440))

    def laws(self, number, work) -> list[Law]:
        """Those whose conditions are true of this shift, and that are not left out."""
        key = number, id(work)
        if key not in self.asked:
            out = self.agreed.get("zonder", ())
            self.asked[key] = [
                law
                for law in self.books[number].laws
                if law.name not in out
                and all_true(law.conditions, work.shift, self.facts)
            ]
        return self.asked[key]

    def _fill(self, work):
        for number, book in enumerate(self.books):
            if work.is_away:
                counted = book.cao.get("absence", "0:00 per dag").removesuffix(
                    " per dag"
                )
                is_first = work is next(
                    w for w in self.works if w.is_away and w.day == work.day
                )
                hours, rest = counted.split(":")
                total = (int(hours) * 60 + int(rest)) * is_first
                work.rows.append(self._all_day(number, work, total))
            elif work.is_untimed:
                work.rows.append(self._all_day(number, work, work.shift.net or 0))
            elif work.is_standby:
                row = self._minutes(number, work, range(work.low, work.high))
                for minute in row:
                    minute.fills = frozenset()
                work.rows.append(row)
        if work.is_real:
            self._cut(work)

    def _all_day(self, number, work, total):
        """Only what holds the whole day is certain of minutes without a clock."""
        whole = self._minutes(number, work, self._whole(work.day))
        held = frozenset.intersection(*(one.held for one in whole))
        fills = frozenset.intersection(*(one.fills for one in whole))
        return [Minute(whole[0].point, held, fills) for _ in range(total)]

    def _minutes(self, number, work, points):
        """Of each which windows hold, and which counters it fills; conditions asked."""
        windows, counters = self._hours(number, work)
        held, fills = _names(windows, points), _names(counters, points)
        return [Minute(*one) for one in zip(points, held, fills, strict=True)]

    def _hours(self, number, work):
        """For each law the points at which it holds or counts, for this shift."""
        key = number, id(work)
        if key not in self.hours:
            wall, windows, counters = self.walls[number], [], []
            for law in self.laws(number, work):
                texts = [law.windows, self._plain(number, law)]
                there = wall.holding(texts[0]) & wall.holding(texts[1])
                if "aansluitend" in ", ".join(texts) and not self._adjoins(work):
                    there = set()
                if not law.kind:
                    (counters if law.over else windows).append((law.name, there))
            self.hours[key] = windows, counters
        return self.hours[key]

    def _plain(self, number, law):
        """`counts` without "niet <regel>"."""
        names = self.books[number].worth
        parts = [part.strip() for part in law.counts.split(",")]
        return ", ".join(p for p in parts if p.removeprefix("niet ") not in names)

    def _adjoins(self, work):
        """The shift lies partly in the roster, or touches its end or its start."""
        text = self.facts.get("rooster")
        around = range(work.low - 1, work.high + 1)
        return bool(text) and bool(Wall(self.line, around, (), {}, text).roster)

    def _cut(self, work):
        shift = work.shift
        gross = list(range(work.low, work.high))
        point = self.line.point
        for start, end in shift.breaks:
            gross = [p for p in gross if not point(start) <= p < point(end)]
        own = {p: self.version(self.line.day(p)) for p in gross}
        rows = [self._minutes(n, work, gross) for n in range(len(self.books))]
        minutes = {p: rows[own[p]][place] for place, p in enumerate(gross)}
        taken = self._pause(work, len(gross))
        inside = self.walls[0].roster or ()
        kept = without(
            gross,
            taken,
            self.agreed.get("pauze", "laagste"),
            lambda p: self.prices[own[p]].surcharge(minutes[p].held),
            lambda p: (
                self.line.day(p),
                minutes[p].held,
                minutes[p].fills,
                p in inside,
            ),
        )
        work.kept = kept
        work.taken = work.high - work.low - len(kept)
        total = self._total(work, kept)
        stays = set(kept)
        for number, every in enumerate(rows):
            row = [minute for minute in every if minute.point in stays]
            for law in self.laws(number, work):
                if not law.over and (law.rounding or law.least):
                    shorten(row, law)
            last = row[-1:] * max(total - len(row), 0)
            more = [Minute(one.point, one.held, one.fills) for one in last]
            work.rows.append(row[:total] + more)

    def _total(self, work, kept):
        """A registered total may lead; then the shift as a whole may be rounded."""
        total = len(kept)
        if self.agreed.get("netto") == "geregistreerd" and work.shift.net is not None:
            total = work.shift.net if kept else 0
        if text := self.agreed.get("dienst"):
            total = to_steps(total, text)
        return total

    def _pause(self, work, worked):
        shift = work.shift
        if self.agreed.get("netto") == "geregistreerd" and shift.net is not None:
            return max(worked - shift.net, 0)
        if shift.breaks:
            return 0
        if shift.break_minutes is not None:
            return shift.break_minutes
        book = self.books[self.version(self.line.day(work.low))]
        return table(book.cao.get("break", "vanaf 0:00 0m"), work.high - work.low)


def _names(hours, points):
    """For each point the names of which the hours hold it."""
    if not hours:
        return [frozenset()] * len(points)
    columns = ([point in there for point in points] for _, there in hours)
    marks = zip(*columns, strict=True)
    known, found = {}, []
    for mark in marks:
        if mark not in known:
            pairs = zip(hours, mark, strict=True)
            known[mark] = frozenset(name for (name, _), holds in pairs if holds)
        found.append(known[mark])
    return found
