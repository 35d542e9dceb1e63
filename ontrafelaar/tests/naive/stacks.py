"""`[stack]`: `*` binds tightest, then `+`, then `|`, then `>`."""

from fractions import Fraction
from functools import cache


def _outside(text):
    """For each character how deep in brackets it stands."""
    depth = 0
    for char in text:
        depth -= char == ")"
        yield char, depth
        depth += char == "("


def _split(text, sign):
    parts = [""]
    for char, depth in _outside(text):
        if char == sign and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts]


@cache
def read(text):
    """A name, or a sign and what stands between those signs."""
    for sign in ">|+*":
        parts = _split(text, sign)
        if len(parts) > 1:
            return sign, tuple(read(part) for part in parts)
    if text.startswith("("):
        return read(text[1:-1].strip())
    return text


def rate(tree, held, groups):
    """(percent or None, rules) of what holds; None when nothing of it holds."""
    if isinstance(tree, str):
        if tree in groups:
            return rate(("|", groups[tree]), held, {})
        return (held[tree], (tree,)) if tree in held else None
    sign, parts = tree
    found = [one for part in parts if (one := rate(part, held, groups))]
    if len(found) < 2:
        return found[0] if found else None
    return {">": _first, "|": _highest, "+": _sum, "*": _product}[sign](found)


def _first(found):
    return found[0]


def _highest(found):
    """What is unknown may be the highest: then it stands with the highest known."""
    known = [one for one in found if one[0] is not None]
    best = max(known, key=lambda one: one[0]) if known else None
    if len(known) == len(found):
        return best
    open_ = [one for one in found if one[0] is None or one is best]
    return None, _names(open_)


def _sum(found):
    known = [percent for percent, _ in found if percent is not None]
    return (sum(known) if len(known) == len(found) else None), _names(found)


def _product(found):
    whole = Fraction(1)
    for percent, _ in found:
        if percent is None:
            return None, _names(found)
        whole *= 1 + Fraction(percent) / 100
    return (whole - 1) * 100, _names(found)


def _names(found):
    return tuple(dict.fromkeys(name for _, names in found for name in names))
