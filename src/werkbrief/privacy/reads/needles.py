"""What somebody is called in all the texts that were ever kept: searched and wiped."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any
from urllib.parse import quote_plus

from werkbrief.journal.actions import MARK
from werkbrief.journal.models import Change
from werkbrief.staffing.models import PersonalLink, Worker, fold

# Shorter is no name but a word, and would take what is not about them along.
SHORTEST_NAME, SHORTEST_NUMBER, SHORTEST_PART = 5, 4, 3
Found = Mapping[str, list[str]]


@dataclass(frozen=True)
class Needles:
    """`whole`: name, number, address, wherever; `parts`: in words about them only."""

    whole: tuple[str, ...]
    parts: tuple[str, ...] = ()

    @classmethod
    def kept(cls, found: Found) -> "Needles":
        return cls(tuple(found.get("whole", ())), tuple(found.get("parts", ())))

    @property
    def to_keep(self) -> dict[str, list[str]]:
        return {"whole": list(self.whole), "parts": list(self.parts)}

    @cached_property
    def sought(self) -> str:
        """For the database: texts as they are, and as JSON writes them."""
        forms = {form for one in self.whole for form in (one, json.dumps(one)[1:-1])}
        return "|".join(re.escape(form) for form in sorted(forms, key=len)[::-1])

    def wiped(self, value: Any, *, is_near: bool = False) -> Any:  # noqa: ANN401
        """The same value with the mark for every name in it."""
        if isinstance(value, str):
            return (self._near if is_near else self._far).sub(MARK, value)
        if isinstance(value, list):
            return [self.wiped(one, is_near=is_near) for one in value]
        if isinstance(value, dict):
            return {k: self.wiped(one, is_near=is_near) for k, one in value.items()}
        return value

    @cached_property
    def _far(self) -> re.Pattern[str]:
        return _any_of(self.whole)

    @cached_property
    def _near(self) -> re.Pattern[str]:
        return _any_of((*self.whole, *self.parts))


def needles_of(worker: Worker) -> Needles:
    """By which names, numbers and addresses this worker was ever known."""
    names, numbers = {worker.name}, {worker.payroll_number}
    lines = Change.objects.filter(kind="staffing.worker", subject_id=worker.pk)
    for states in lines.values_list("before", "after"):
        for state in filter(None, states):
            names.add(str(state.get("name") or ""))
            numbers.add(str(state.get("payroll_number") or ""))
    links = PersonalLink.objects.filter(worker=worker)
    addresses = set(links.exclude(email="").values_list("email", flat=True))
    found = named(names)
    long = {number for number in numbers if len(number) >= SHORTEST_NUMBER}
    return Needles((*found.whole, *sorted(long | addresses - {MARK})), found.parts)


def named(names: Iterable[str]) -> Needles:
    """In both orders, without accents too, as an address and a page write it."""
    whole, parts = set(), set()
    for name in filter(None, names):
        if MARK in name:
            continue
        last, _, first = name.partition(", ")
        for form in {name, f"{first} {last}".strip()}:
            whole |= {form, fold(form), quote_plus(form), escape(form)}
        parts |= set(re.findall(r"[\w'’-]+", name))
    return Needles(
        tuple(sorted(one for one in whole if len(one) >= SHORTEST_NAME)),
        tuple(
            sorted(
                one for one in parts if len(one) >= SHORTEST_PART and one[0].isupper()
            )
        ),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    forms = sorted(set(words), key=len, reverse=True)
    if not forms:
        return re.compile(r"(?!)")
    some = "|".join(map(re.escape, forms))
    return re.compile(rf"(?<!\w)(?:{some})(?!\w)", re.IGNORECASE)
