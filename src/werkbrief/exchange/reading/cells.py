"""Texts and numbers out of cells: trimmed, measured, and never a formula."""

import re
import unicodedata
from datetime import date, datetime, time

from werkbrief.words.refusals import Refusal

_FORMULA = ("=", "+", "@", "-")
_BLANKS = {"", "-", "–"}
_NOTHING = {"-", "–", "n.v.t.", "nvt", "geen", "x"}
_FLOAT = re.compile(r"(\d+)[.,]0+")
MOST_PEOPLE = 2000


def is_empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and cell.strip() in _BLANKS)


def shown(cell: object) -> str:
    """The cell as a person would recognise it in a sentence."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%d-%m-%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float):
        return f"{cell:g}".replace(".", ",") if cell != int(cell) else str(int(cell))
    return " ".join(str(cell).split())[:80]


def read_text(cell: object, longest: int) -> str:
    """One line of plain text. Raises Refusal."""
    text = " ".join(shown_whole(cell).split())
    if text.casefold() in _NOTHING:
        return ""
    if text.startswith(_FORMULA):
        raise Refusal(
            f"Dit begint met “{text[0]}”, dat leest Excel als een formule. "
            "Haal dat teken weg."
        )
    if len(text) > longest:
        raise Refusal(
            f"Dit is te lang ({len(text)} tekens). Kort het in tot {longest} tekens."
        )
    if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in text):
        raise Refusal("Hier staat een onleesbaar teken in. Typ deze cel opnieuw.")
    return text


def shown_whole(cell: object) -> str:
    """As `shown`, not cut off: a number that a sheet made of "10234" is "10234"."""
    return str(cell) if isinstance(cell, str) else shown(cell)


def read_number(cell: object, longest: int) -> str:
    """A payroll number: text keeps its zeros, 10234.0 is "10234". Raises Refusal."""
    text = read_text(cell, longest)
    match = _FLOAT.fullmatch(text)
    return match[1] if match else text


def read_headcount(cell: object) -> int:
    """How many people are asked for. Raises Refusal."""
    text = read_number(cell, 20)
    if text.isascii() and text.isdigit() and 0 < int(text) <= MOST_PEOPLE:
        return int(text)
    raise Refusal("Dit is geen aantal mensen. Schrijf een heel getal, bijvoorbeeld 12.")
