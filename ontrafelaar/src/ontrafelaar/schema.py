"""JSON Schema of a pack, for editors: written from the expressions that read it.

It refuses what an editor can see by itself: unknown keys, missing ones, and values that
can't be read. Whether a name in [stack] exists, and an example comes out, `check` says.
"""

import re
from typing import Any

from ontrafelaar import conditions, counters, notation, pay, periods, rounding, windows
from ontrafelaar.holidays import NAMES
from ontrafelaar.reading import heads, matrices, packs, rules
from ontrafelaar.reading.source import REMEDIES

Schema = dict[str, Any]
TEXT: Schema = {"type": "string", "pattern": r"\S"}
DATE: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
HOURS = r"\d+(?::[0-5]\d)?"
_STRICT = r"(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)"


def pack_schema() -> Schema:
    """Draft 2020-12; TOML dates are strings with format "date"."""
    blocks = {
        "cao": _cao(),
        "rules": {"type": "object", "additionalProperties": _rule()},
        "matrix": {"type": "object", "additionalProperties": _matrix()},
        "stack": _stack(),
        "example": {"type": "array", "items": _example()},
        "aangewezen": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": DATE},
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Een versie van een cao voor de ontrafelaar",
        **_table(blocks, packs.BLOCKS, required=["cao"]),
    }


def _cao() -> Schema:
    step = rf"(?:vanaf )?{_plain(heads.STEP)}"
    known = {
        "id": TEXT,
        "name": TEXT,
        "source": TEXT,
        "missing": TEXT,
        "valid": DATE,
        "until": DATE,
        "status": {"enum": list(packs.STATUSES[1:])},
        "trust": {"enum": list("ABCDE")},
        "law": {"enum": list(packs.LAWS[1:])},
        "holidays": {"type": "array", "items": {"enum": list(NAMES)}},
        "break": _text("break", _list(step, ", *")),
        "minimum": _text("minimum", _plain(heads.MINIMUM)),
        "guarantee": _text("guarantee", "contract per week"),
        "absence": _text("absence", _plain(heads.PER_DAY)),
        "maandloon": _text("maandloon", _plain(heads.OF_MONTH)),
    }
    return _table(known, packs.CAO, required=["id", "name", "valid", "source"])


def _rule() -> Schema:
    known = {
        "pay": _text("pay", _pay()),
        "when": _text("when", _list(_window(), ", *")),
        "over": _text("over", _list(_limit(), " en ")),
        "counts": _text("counts", _list(rf"(?:{_window()}|niet {_name()})", ", *")),
        "if": _text("if", _list(_condition(), " en ")),
        "round": _text("round", _plain(rounding.ROUND)),
        "minimaal": _text("minimaal", HOURS),
        "choice": TEXT,
        "kind": _text("kind", _plain(rules.KIND)),
        "art": TEXT,
    }
    return {
        **_table(known, rules.KEYS, required=["pay", "art"]),
        "anyOf": [{"required": [key]} for key in ("when", "over", "kind")],
        "dependentRequired": {"counts": ["over"]},
    }


def _matrix() -> Schema:
    percent = r"(?:\?|\d+(?:[.,]\d+)?(?: \d+/\d+)? ?%?)"
    cell = _plain(matrices.CELL).replace("(?:.+)", percent)
    known = {"art": TEXT, "telt": TEXT, "niet": TEXT}
    return {
        **_table(known, matrices.KEYS, required=["art"]),
        "patternProperties": {f"^{_plain(matrices.HOURS)}$": _text("", _list(cell))},
        "minProperties": 2,
    }


def _stack() -> Schema:
    atom = rf"[\s(]*{_name()}[\s)]*"
    expression = _text("stack", _list(atom, "[>|+*]"))
    return {**_table({"pay": expression, "plus": expression}), "minProperties": 1}


def _example() -> Schema:
    known = {
        "in": _text("in", _list(rf" *{_plain(notation.SHIFT)} *", ";") + ";?"),
        "out": TEXT,
        "note": TEXT,
        "facts": _table({name: {} for name in notation.FACTS}),
        "convention": _table({name: {} for name in notation.CONVENTIONS}),
    }
    return _table(known, required=["in", "out"])


def _pay() -> str:
    return rf"(?:\?|{_plain(pay.EUROS)}|{_plain(pay.PERCENT)})"


def _window() -> str:
    words = "|".join(windows.ROSTER_WORDS)
    found = rf"(?:{words}|{_plain(windows.RANGE)}|{_plain(windows.WINDOW)})"
    return found.replace(windows.CLOCK, _STRICT)


def _limit() -> str:
    named = "|".join((*periods.SHORT, *periods.LONG, r"\d{1,2} weken"))
    return rf"{_plain(counters.AMOUNT)}(?:-\d+:\d\d)? per (?:{named})"


def _condition() -> str:
    known = (
        conditions.COMPARE,
        conditions.CONTAINS,
        conditions.AT_LEAST,
        conditions.DATED,
        conditions.USUAL,
    )
    reserved = "|".join(conditions.RESERVED)
    tag = _plain(conditions.TAG).replace(
        "(?:niet )?", rf"(?:niet )?(?!(?:{reserved})(?: |$))", 1
    )
    return rf"(?:{'|'.join(_plain(one) for one in known)}|{tag})"


def _name() -> str:
    return r"[\wÀ-ÿ-]+"


def _plain(pattern: re.Pattern[str]) -> str:
    """As editors read it: groups without names."""
    return re.sub(r"(?<!\\)\((?:\?P<\w+>)?(?!\?)", "(?:", pattern.pattern)


def _list(part: str, comma: str = ", *") -> str:
    return f"{part}(?:{comma}{part})*"


def _text(key: str, pattern: str) -> Schema:
    found: Schema = {"type": "string", "pattern": f"^(?:{pattern})$"}
    return found | ({"description": REMEDIES[key]} if key in REMEDIES else {})


def _table(
    known: dict[str, Schema],
    keys: set[str] | None = None,
    required: list[str] | None = None,
) -> Schema:
    """`keys` are what the reader takes: a key that isn't described here still fits."""
    described = {key: known.get(key, {}) for key in sorted(keys or known)}
    return {
        "type": "object",
        "properties": described,
        "additionalProperties": False,
        "required": required or [],
    }
