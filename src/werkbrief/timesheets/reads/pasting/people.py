"""Who a line of a block is about: by payroll number, or by name as people write it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from werkbrief.staffing.models import fold
from werkbrief.timesheets.reads.cells import Row
from werkbrief.words.notation import read_pasted
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_NAME = re.compile(r"[^\W\d_]{3}")
# A number, a name, a function before the hours: no sheet needs more to say who it is.
MOST_LEADING = 4


class People:
    """The workers on screen; one person may have several rows."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_number: dict[str, list[Row]] = defaultdict(list)
        self._words: dict[str, frozenset[str]] = {}
        self._places: set[str] = set()
        for row in rows:
            self._places.update(map(fold, row.place))
            self._by_number[row.number].append(row)
            self._words[row.number] = _words(row.name)

    def leading(self, block: Sequence[Sequence[str]]) -> int:
        """How many columns, from the left, say who it is and not how long.

        The first may name anybody; the next ones only somebody or a place that is on
        screen: a Monday on which everybody is "vrij" is a day, not a name.
        """
        found = 0
        for number in range(min(MOST_LEADING, len(block[0]))):
            telling = self._is_known if number else self._is_like_a_name
            filled = [line[number] for line in block if line[number]]
            if filled and 2 * sum(map(telling, filled)) > len(filled):
                found = number + 1
        return found

    def _is_like_a_name(self, text: str) -> bool:
        known = text in self._by_number or _NAME.search(text) is not None
        return known and not _is_hours(text)

    def _is_known(self, text: str) -> bool:
        if text in self._by_number:
            return not _is_hours(text)
        words = _words(text)
        return fold(text) in self._places or (
            bool(words) and any(one >= words for one in self._words.values())
        )

    def find(self, texts: Sequence[str]) -> list[Row]:
        """The rows of the one person meant; else a Refusal that asks who."""
        for text in texts:
            if text in self._by_number:
                return self._by_number[text]
        told = " ".join(text for text in texts if text)
        numbers = self._called(texts)
        if len(numbers) == 1:
            return self._by_number[numbers[0]]
        if numbers:
            raise Refusal(
                say(
                    "“%(told)s” kan meer dan één medewerker zijn. Schrijf het "
                    "loonnummer erbij."
                )
                % {"told": told}
            )
        raise Refusal(
            say(
                "“%(told)s” staat deze week niet op het scherm. Verbeter de naam, of "
                "wis eerst de filters."
            )
            % {"told": told}
        )

    def _called(self, texts: Sequence[str]) -> list[str]:
        """Who is called so exactly; else of whom this is a part of the name."""
        for wanted in filter(None, map(_words, texts)):
            for fits in (frozenset.__eq__, frozenset.__ge__):
                found = [n for n, words in self._words.items() if fits(words, wanted)]
                if found:
                    return found
        return []


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))


def _is_hours(text: str) -> bool:
    try:
        read_pasted(text)
    except Refusal:
        return False
    return True
