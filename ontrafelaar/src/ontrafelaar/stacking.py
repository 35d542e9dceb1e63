"""Which surcharge wins and which add up: one readable expression.

`*` compounds, `+` adds, `|` takes the highest, `>` goes before; `*` binds tightest,
`>` loosest. On a tie under `|` the one named first wins.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

HUNDRED = Fraction(100)
NO_GROUPS: Mapping[str, Sequence[str]] = {}
_LOOSEST_FIRST = (">", "|", "+", "*")
_TOKEN = re.compile(r"\s*([>|+*()]|[\w-]+)")


@dataclass(frozen=True, slots=True)
class Loss:
    """`rule` held, but lost by this sign: "|" is lower, ">" comes later."""

    rule: str
    sign: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """A surcharge in percent, None when unknown, and the rules that make it.

    `lost` are the rules that held too, each with the sign and the rules it lost to.
    """

    percent: Fraction | None
    rules: tuple[str, ...]
    lost: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Stack:
    """A rule name, or an operator over its parts."""

    name: str = ""
    sign: str = ""
    parts: tuple["Stack", ...] = ()

    def names(self) -> set[str]:
        if self.name:
            return {self.name}
        return set().union(*(part.names() for part in self.parts))

    def rate(self, active: Mapping[str, Fraction | None]) -> Rate | None:
        """What these active rules come to; None when none of them is in here."""
        if self.name:
            return (
                Rate(active[self.name], (self.name,)) if self.name in active else None
            )
        found = [rate for part in self.parts if (rate := part.rate(active))]
        if len(found) < 2:  # noqa: PLR2004
            return found[0] if found else None
        if self.sign == "|":
            return _highest(found)
        return reduce(_SIGNS[self.sign], found)


def _won(winner: Rate, loser: Rate, sign: str) -> Rate:
    lost = tuple(Loss(name, sign, winner.rules) for name in loser.rules)
    return Rate(winner.percent, winner.rules, winner.lost + lost + loser.lost)


def _before(left: Rate, right: Rate) -> Rate:
    return _won(left, right, ">")


def _highest(found: Sequence[Rate]) -> Rate:
    """An unknown may be the highest: it can't be decided between it and the best."""
    known = [rate for rate in found if rate.percent is not None]
    best = reduce(_higher, known) if known else None
    if best is not None and len(known) == len(found):
        return best
    rules = [
        name
        for rate in found
        if rate.percent is None or (best and rate.rules == best.rules)
        for name in rate.rules
    ]
    lost = best.lost if best else ()
    lost += tuple(loss for rate in found if rate.percent is None for loss in rate.lost)
    return Rate(None, tuple(dict.fromkeys(rules)), lost)


def _higher(left: Rate, right: Rate) -> Rate:
    if left.percent is None or right.percent is None or left.percent >= right.percent:
        return _won(left, right, "|")
    return _won(right, left, "|")


def _both(left: Rate, right: Rate, percent: Fraction | None) -> Rate:
    rules = left.rules + tuple(name for name in right.rules if name not in left.rules)
    return Rate(percent, rules, left.lost + right.lost)


def _sum(left: Rate, right: Rate) -> Rate:
    if left.percent is None or right.percent is None:
        return _both(left, right, None)
    return _both(left, right, left.percent + right.percent)


def _compound(left: Rate, right: Rate) -> Rate:
    if left.percent is None or right.percent is None:
        return _both(left, right, None)
    product = (HUNDRED + left.percent) * (HUNDRED + right.percent) / HUNDRED
    return _both(left, right, product - HUNDRED)


_SIGNS = {">": _before, "+": _sum, "*": _compound}


def read_stack(text: str, groups: Mapping[str, Sequence[str]] = NO_GROUPS) -> Stack:
    """Read "ploeg > (overwerk | nacht)"; a ValueError says what is wrong.

    A name in `groups`, a matrix, is the highest of its rules.
    """
    tokens = _TOKEN.findall(text)
    if "".join(tokens) != re.sub(r"\s+", "", text) or not tokens:
        raise ValueError(f"niet te lezen: {text!r}")
    stack, rest = _level(tokens, 0, groups)
    if rest:
        raise ValueError(f"te veel vanaf {rest[0]!r}")
    return stack


def _level(
    tokens: list[str], depth: int, groups: Mapping[str, Sequence[str]]
) -> tuple[Stack, list[str]]:
    if depth == len(_LOOSEST_FIRST):
        return _atom(tokens, groups)
    sign = _LOOSEST_FIRST[depth]
    left, rest = _level(tokens, depth + 1, groups)
    parts = [left]
    while rest and rest[0] == sign:
        right, rest = _level(rest[1:], depth + 1, groups)
        parts.append(right)
    return (Stack(sign=sign, parts=tuple(parts)) if len(parts) > 1 else left), rest


def _atom(
    tokens: list[str], groups: Mapping[str, Sequence[str]]
) -> tuple[Stack, list[str]]:
    if not tokens:
        raise ValueError("er ontbreekt een regelnaam aan het eind")
    first, *rest = tokens
    if first == "(":
        stack, rest = _level(rest, 0, groups)
        if not rest or rest[0] != ")":
            raise ValueError("er ontbreekt een haakje ')'")
        return stack, rest[1:]
    if first in _LOOSEST_FIRST or first == ")":
        raise ValueError(f"hier hoort een regelnaam, geen {first!r}")
    stacks = [Stack(name=name) for name in groups.get(first, (first,))]
    if not stacks:
        raise ValueError(f"tabel {first!r} heeft geen toeslagen; haal haar weg")
    return (stacks[0] if len(stacks) == 1 else Stack("", "|", tuple(stacks))), rest
