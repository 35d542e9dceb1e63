"""When two spellings mean the same: of a department, and of a person."""

import re
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from werkbrief.staffing.models import fold

MANY = 8192
_INFIXES = frozenset(
    (
        "van",
        "de",
        "den",
        "der",
        "het",
        "ten",
        "ter",
        "te",
        "el",
        "in",
        "op",
        "von",
        "al",
    )
)
_ALIKE = 0.8


@lru_cache(MANY)
def key(text: str) -> str:
    """What is left of a name when case, accents and punctuation don't count.

    >>> key("Inpak & Sortering"), key("inpak  sortering.")
    ('inpaksortering', 'inpaksortering')
    """
    folded = fold(text)
    return re.sub(r"[\W_]", "", folded) or " ".join(folded.split())


def nearest(text: str, names: list[str]) -> list[str]:
    """The names that somebody may have meant, best first."""
    by_key = {key(name): name for name in names}
    found = get_close_matches(key(text), by_key, n=3, cutoff=0.5)
    inside = [k for k in by_key if len(key(text)) > 2 and key(text) in k]  # noqa: PLR2004
    return [by_key[k] for k in dict.fromkeys(inside + found)][:3]


@lru_cache(MANY)
def is_same_person(one: str, two: str) -> bool:
    """Order, accents, initials, infixes and a slip of the pen don't make another.

    >>> is_same_person("Kowalski, Anna", "A. Kowalsky")
    True
    >>> is_same_person("Kowalski, Anna", "Jansen, Anna")
    False
    """
    few, many = sorted((_parts(one), _parts(two)), key=len)
    if not few or not many:
        return key(one) == key(two)
    for part in sorted(few, key=len, reverse=True):
        match = next((other for other in many if _alike(part, other)), None)
        if match is None:
            return False
        many.remove(match)
    return any(len(part) > 1 for part in few)


def _parts(name: str) -> list[str]:
    parts = re.findall(r"[^\W\d_]+", fold(name).replace("'", ""))
    return [part for part in parts if part not in _INFIXES]


def _alike(one: str, two: str) -> bool:
    if len(one) == 1 or len(two) == 1:
        return one[0] == two[0]
    return one == two or SequenceMatcher(None, one, two).ratio() >= _ALIKE
