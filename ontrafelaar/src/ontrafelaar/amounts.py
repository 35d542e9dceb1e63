"""Amounts in euros beside the hours: per hour, shift, day or week."""

from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction

from ontrafelaar.pack import Rule
from ontrafelaar.plan import Plan
from ontrafelaar.shifts import ABSENT, STANDBY
from ontrafelaar.values import Amount
from ontrafelaar.works import Work

HOUR = 60
Group = tuple[Hashable, Rule]
Once = tuple[Hashable, str]


def amounts_of(plan: Plan, works: Sequence[Work], told: set[Once]) -> Iterator[Amount]:
    """In time order; what is per day or week comes once, with its first shift.

    `told` are those that came once already, by an earlier version of the CAO.
    """
    minutes: dict[Group, int] = {}
    keys: dict[Group, Hashable] = {}
    for work in works:
        if ABSENT in work.shift.tags:
            continue
        for piece in work.pieces:
            worked = piece.minutes
            if STANDBY in work.shift.tags:
                worked -= _overlap(piece.start, piece.end, works)
            for rule in plan.rates[piece.mask].amounts if worked else ():
                group = (_unit(rule, work), rule)
                minutes[group] = minutes.get(group, 0) + worked
                keys.setdefault(group, work.shift.key)
    for (unit, rule), total in minutes.items():
        if (unit, rule.name) not in told:
            yield _amount(rule, keys[unit, rule], total)
            told.update({(unit, rule.name)} if rule.pay.unit != "uur" else ())


def _unit(rule: Rule, work: Work) -> Hashable:
    if rule.pay.unit == "dag":
        return ("dag", work.day)
    if rule.pay.unit == "week":
        return ("week", work.week)
    return work.shift.key


def _amount(rule: Rule, key: Hashable, minutes: int) -> Amount:
    pay = rule.pay
    quantity = Fraction(minutes, HOUR) if pay.unit == "uur" else Fraction(1)
    each = pay.of_month if pay.euros is None else pay.euros
    total = None if each is None else quantity * each
    if total is not None and pay.cap is not None:
        total = min(total, pay.cap)
    return Amount(
        key,
        rule.name,
        rule.article,
        quantity,
        pay.unit,
        each,
        total,
        of_month=pay.euros is None and pay.of_month is not None,
    )


def _overlap(start: int, end: int, works: Sequence[Work]) -> int:
    """Minutes of standby in which there was work: those are not paid twice."""
    return sum(
        max(min(end, piece.end) - max(start, piece.start), 0)
        for work in works
        if not work.shift.tags & {STANDBY, ABSENT}
        for piece in work.pieces
    )
