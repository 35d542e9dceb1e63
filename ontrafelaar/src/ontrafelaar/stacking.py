"""Which surcharge wins and which add up: one readable expression.

`*` compounds, `+` adds, `|` takes the highest, `>` goes before; `*` binds tightest,
`>` loosest. On a tie under `|` the one named first wins.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

HUNDRED = Fraction(100)
_LOOSEST_FIRST = (">", "|", "+", "*")
_TOKEN = re.compile(r"\s*([>|+*()]|[\w-]+)")


@dataclass(frozen=True, slots=True)
class Rate:
    """A surcharge in percent, None when unknown, and the rules that make it."""

    percent: Fraction | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """A rule name, or an operator over two parts."""

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
        left, right = (part.rate(active) for part in self.parts)
        if left is None or right is None:
            return left or right
        return _SIGNS[self.sign](left, right)


def _before(left: Rate, _right: Rate) -> Rate:
    return left


def _highest(left: Rate, right: Rate) -> Rate:
    """An unknown may be the higher one, so it can't be decided."""
    if left.percent is None or right.percent is None:
        return Rate(None, left.rules + right.rules)
    return left if left.percent >= right.percent else right


def _sum(left: Rate, right: Rate) -> Rate:
    rules = left.rules + right.rules
    if left.percent is None or right.percent is None:
        return Rate(None, rules)
    return Rate(left.percent + right.percent, rules)


def _compound(left: Rate, right: Rate) -> Rate:
    rules = left.rules + right.rules
    if left.percent is None or right.percent is None:
        return Rate(None, rules)
    product = (HUNDRED + left.percent) * (HUNDRED + right.percent) / HUNDRED
    return Rate(product - HUNDRED, rules)


_SIGNS = {">": _before, "|": _highest, "+": _sum, "*": _compound}


def read_stack(text: str) -> Stack:
    """Read "ploeg > (overwerk | nacht)"; a ValueError says what is wrong."""
    tokens = _TOKEN.findall(text)
    if "".join(tokens) != re.sub(r"\s+", "", text) or not tokens:
        raise ValueError(f"niet te lezen: {text!r}")
    stack, rest = _level(tokens, 0)
    if rest:
        raise ValueError(f"te veel vanaf {rest[0]!r}")
    return stack


def _level(tokens: list[str], depth: int) -> tuple[Stack, list[str]]:
    if depth == len(_LOOSEST_FIRST):
        return _atom(tokens)
    sign = _LOOSEST_FIRST[depth]
    left, rest = _level(tokens, depth + 1)
    while rest and rest[0] == sign:
        right, rest = _level(rest[1:], depth + 1)
        left = Stack(sign=sign, parts=(left, right))
    return left, rest


def _atom(tokens: list[str]) -> tuple[Stack, list[str]]:
    if not tokens:
        raise ValueError("er ontbreekt een regelnaam aan het eind")
    first, *rest = tokens
    if first == "(":
        stack, rest = _level(rest, 0)
        if not rest or rest[0] != ")":
            raise ValueError("er ontbreekt een haakje ')'")
        return stack, rest[1:]
    if first in _SIGNS or first == ")":
        raise ValueError(f"hier hoort een regelnaam, geen {first!r}")
    return Stack(name=first), rest
