"""From parts to lines: by rules and percentage, in the order of the notation."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from ontrafelaar.pricing import BASE, Tariff
from ontrafelaar.shifts import Convention
from ontrafelaar.values import Line, Part, Segment

PLAIN = Tariff(BASE, (), (), (False, 100, ""))


def lines_of(
    parts: Iterable[Part],
    topups: Iterable[Segment],
    extra: Iterable[Segment],
    convention: Convention,
) -> tuple[Line, ...]:
    """Base lines by percentage and name, then add-on lines; rounded if agreed."""
    base: dict[Tariff, int] = {}
    plus: dict[Tariff, int] = {}
    for _, _, _, minutes, priced in parts:
        tariff = priced.base
        base[tariff] = base.get(tariff, 0) + minutes
        if priced.plus:
            plus[priced.plus] = plus.get(priced.plus, 0) + minutes
    for segments, totals in ((topups, base), (extra, plus)):
        for one in segments:
            totals[_tariff(one)] = one.minutes
    if convention.style == "toeslag":
        base, plus = _beside(base, plus)
    found = _told(base, is_addon=False) + _told(plus, is_addon=True)
    if convention.line:
        found = _rounded(found, convention)
    if convention.codes:
        codes = dict(convention.codes)
        found = [replace(line, code=_code(line, codes)) for line in found]
    return tuple(found)


def _told(totals: dict[Tariff, int], *, is_addon: bool) -> list[Line]:
    """In order; what two versions of a CAO call and pay alike is one line."""
    found: list[Line] = []
    for tariff in sorted(totals, key=_order):
        minutes = totals[tariff]
        last = found[-1] if found else None
        if last and (last.percent, last.rules, last.by_hand) == (
            tariff.percent,
            tariff.rules,
            tariff.by_hand,
        ):
            found[-1] = replace(last, minutes=last.minutes + minutes)
        else:
            found.append(
                Line(
                    tariff.percent,
                    tariff.rules,
                    tariff.articles,
                    minutes,
                    is_addon,
                    "",
                    tariff.status,
                    tariff.by_hand,
                )
            )
    return found


def _order(tariff: Tariff) -> tuple[bool, Fraction | int, str]:
    return tariff.order


def _tariff(one: Segment) -> Tariff:
    rank = Fraction(0) if one.percent is None else one.percent
    order = (one.percent is None, rank, "+".join(one.rules))
    return Tariff(one.percent, one.rules, one.articles, order, by_hand=one.by_hand)


def _beside(
    base: dict[Tariff, int], plus: dict[Tariff, int]
) -> tuple[dict[Tariff, int], dict[Tariff, int]]:
    """Style "toeslag": every hour at 100, each surcharge on a line beside it."""
    beside = dict(plus)
    for tariff, minutes in base.items():
        if tariff.rules or tariff.by_hand:
            percent = None if tariff.percent is None else tariff.percent - BASE
            rank = Fraction(0) if percent is None else percent
            order = (percent is None, rank, "+".join(tariff.rules))
            beside[replace(tariff, percent=percent, order=order)] = minutes
    return ({PLAIN: sum(base.values())} if base else {}), beside


def _rounded(lines: list[Line], convention: Convention) -> list[Line]:
    """Base and add-on lines each among themselves."""
    found = []
    for is_addon in (False, True):
        some = [line for line in lines if line.is_addon == is_addon]
        minutes = [line.minutes for line in some]
        steps = convention.line.all(minutes) if convention.line else minutes
        found += [
            replace(line, minutes=paid)
            for line, paid in zip(some, steps, strict=True)
            if paid
        ]
    return found


def _code(line: Line, codes: dict[str, str]) -> str:
    """Of the first rule that has one; plain hours have that of "normaal"."""
    names = line.rules or ("normaal",)
    return next((codes[name] for name in names if name in codes), "")
