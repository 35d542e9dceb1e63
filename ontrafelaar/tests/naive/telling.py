"""From minutes to lines: what the second reading says must come out."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from naive.asking import all_true
from naive.clocks import minutes, passes
from naive.counting import count
from naive.rounding import to_steps
from naive.works import Reading

LEGAL = 180
GAP = 480


@dataclass
class Told:
    """Minutes by (shift, percent, rules); amounts as (shift, rule, euros, of month)."""

    base: Counter
    plus: Counter
    top: Counter
    extra: Counter
    amounts: list

    def lines(self, agreed):
        """(is add-on, percent, rules, minutes), in the order in which they are told."""
        base, plus = _added(self.base, self.top), _added(self.plus, self.extra)
        if agreed.get("stijl") == "toeslag":
            for (percent, rules), worked in base.items():
                if rules:
                    over = None if percent is None else percent - 100
                    plus[over, rules] += worked
            base = Counter({(Fraction(100), ()): base.total()} if base else {})
        return [(False, *one) for one in _ordered(base, agreed)] + [
            (True, *one) for one in _ordered(plus, agreed)
        ]


def _added(*sums):
    found = Counter()
    for some in sums:
        for (_, percent, rules), worked in some.items():
            found[percent, rules] += worked
    return found


def _ordered(some, agreed):
    order = sorted(some, key=_place)
    paid = [some[one] for one in order]
    if text := agreed.get("regel"):
        paid = _rounded(paid, text)
    return [
        (percent, rules, worked)
        for (percent, rules), worked in zip(order, paid, strict=True)
        if worked
    ]


def _place(one):
    percent, rules = one
    return percent is None, percent or 0, "+".join(rules)


def _rounded(paid, text):
    if "totaal blijft" not in text:
        return [to_steps(one, text) for one in paid]
    step = int(text.split("m")[0])
    down = [one - one % step for one in paid]
    order = sorted(range(len(paid)), key=lambda n: (-(paid[n] % step), -paid[n], n))
    for number in order[: (to_steps(sum(paid), text) - sum(down)) // step]:
        down[number] += step
    return down


def unravel_slowly(shifts, books, facts, agreed):
    """By these versions of a CAO (by date), of one worker."""
    reading = Reading(shifts, books, facts, agreed)
    told = Told(Counter(), Counter(), Counter(), Counter(), [])
    for number in range(len(books)):
        if reading.works:
            count(reading, number)
    for work in reading.works:
        if not (work.is_away or work.is_standby):
            _price(reading, work, told)
    added = _minima(reading, told)
    _guarantees(reading, told, added)
    _paid_breaks(reading, told)
    _gaps(reading, told)
    _amounts(reading, told)
    return told


def _own(reading, work):
    """Each minute of a shift, as the version of its own date sees it."""
    if len(reading.books) == 1:
        yield from ((0, minute) for minute in work.rows[0])
        return
    for number in range(len(reading.books)):
        for minute in work.rows[number]:
            if reading.version(reading.line.day(minute.point)) == number:
                yield number, minute


def _price(reading, work, told):
    held = Counter((number, minute.held) for number, minute in _own(reading, work))
    for (number, names), worked in held.items():
        base, plus = reading.prices[number].of(names)
        told.base[work.shift.key, *base] += worked
        if plus:
            told.plus[work.shift.key, *plus] += worked


def _book(reading, work):
    number = reading.version(work.day)
    return number, reading.books[number]


def _minima(reading, told):
    """Each call: shifts without a gap between them. What was added, by week."""
    added, calls = Counter(), []
    for work in filter(lambda work: work.is_real, reading.works):
        if calls and calls[-1][-1].shift.end == work.shift.start:
            calls[-1].append(work)
        else:
            calls.append([work])
    calls += _days_without_a_clock(reading)
    contract = reading.facts.get("contract")
    known = None if contract is None else minutes(contract)
    few = known is None or known < 900
    is_call = known == 0 or ("oproep" in reading.facts.get("tags", ()) and few)
    for call in calls:
        number, book = _book(reading, call[-1])
        least = minutes(book.cao.get("minimum", "0:00").split()[0])
        least = max(least, LEGAL if is_call else 0)
        short = least - sum(len(work.rows[number]) for work in call)
        if short > 0:
            told.top[call[-1].shift.key, Fraction(100), ("minimum",)] += short
            added[call[-1].day.isocalendar()[:2]] += short
    return added


def _days_without_a_clock(reading):
    """The hours of a day are one call, unless a shift with times may touch them."""
    real = [work for work in reading.works if work.is_real]
    days = defaultdict(list)
    for work in reading.works:
        if work.is_untimed and work.shift.net:
            days[work.day].append(work)
    for day, works in days.items():
        low, high = passes(day, 0), passes(day + timedelta(1), 0)
        if all(r.shift.end < low or r.shift.start > high for r in real):
            yield works


def _guarantees(reading, told, added):
    """The contract hours of each week, by the version of its last shift."""
    weeks = defaultdict(list)
    for work in reading.works:
        weeks[work.day.isocalendar()[:2]].append(work)
    contract = minutes(reading.facts.get("contract") or "0:00")
    for week, works in weeks.items():
        number, book = _book(reading, works[-1])
        worked = sum(len(w.rows[number]) for w in works if not w.is_standby)
        short = contract - worked - added[week]
        if book.cao.get("guarantee") and short > 0:
            told.top[None, Fraction(100), ("garantie",)] += short


def _kinds(reading, number, what):
    out = reading.agreed.get("zonder", ())
    for law in reading.books[number].laws:
        if law.kind.startswith(what) and law.name not in out:
            yield law, [minutes(one) for one in re.findall(r"\d+:\d\d", law.kind)]


def _paid_breaks(reading, told):
    for work in filter(lambda work: work.is_real, reading.works):
        number, _ = _book(reading, work)
        for law, (most,) in _kinds(reading, number, "pauze"):
            if work.taken and all_true(law.conditions, work.shift, reading.facts):
                paid = min(work.taken, most)
                told.top[work.shift.key, Fraction(100), (law.name,)] += paid


def _gaps(reading, told):
    real = [work for work in reading.works if work.is_real]
    for one, two in pairwise(real):
        gap = two.shift.start - one.shift.end
        number = reading.version(reading.line.day(one.high)) if 0 < gap < GAP else None
        if number is None:
            continue
        for law, (bound, *least) in _kinds(reading, number, "gat"):
            if not all_true(law.conditions, two.shift, reading.facts):
                continue
            worth = reading.books[number].worth[law.name]
            if law.kind.startswith("gat tot") and gap <= bound:
                told.top[one.shift.key, Fraction(100), (law.name,)] += gap
            if law.kind.startswith("gat vanaf") and gap >= bound:
                if worth.unit:
                    told.amounts.append((two.shift.key, law.name, worth.euros, False))
                else:
                    key = two.shift.key, worth.percent, (law.name,)
                    told.extra[key] += max(gap, *least, 0)


def _amounts(reading, told):
    """Euros beside the hours; what is per shift, day or week comes once."""
    hours, once = Counter(), {}
    for work, number, name in _euro_minutes(reading):
        worth = reading.books[number].worth[name]
        if worth.unit == "uur":
            hours[work.shift.key, number, name] += 1
        elif worth.unit:
            place = {"dag": work.day, "week": work.day.isocalendar()[:2]}
            group = place.get(worth.unit, work.shift.key), name
            once.setdefault(group, (work.shift.key, worth))
    for (key, number, name), worked in hours.items():
        worth = reading.books[number].worth[name]
        total = _at_most(worth, worth.euros * Fraction(worked, 60))
        told.amounts.append((key, name, total, worth.is_of_month))
    for (_, name), (key, worth) in once.items():
        told.amounts.append((key, name, _at_most(worth, worth.euros), False))


def _euro_minutes(reading):
    """Of each minute each rule that holds; standby does not pay while one works."""
    if not any(one.unit for book in reading.books for one in book.worth.values()):
        return
    busy = {p for work in reading.works if work.is_real for p in work.kept}
    for work in (work for work in reading.works if not work.is_away):
        for number, minute in _own(reading, work):
            if not (work.is_standby and minute.point in busy):
                yield from ((work, number, name) for name in minute.held)


def _at_most(worth, total):
    return total if worth.most is None else min(total, worth.most)
