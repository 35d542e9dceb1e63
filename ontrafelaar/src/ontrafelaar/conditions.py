"""`if`: what must be true of the whole shift, or of the worker."""

import re
from collections.abc import Callable

from ontrafelaar.clock import DAY, at, day_of, local, read_hours
from ontrafelaar.shifts import Facts, Shift

Condition = Callable[[Shift, Facts], bool]
_COMPARE = re.compile(r"(begin|einde|dienst) ([<>]) (\d{1,2}:\d{2})")
_CONTAINS = re.compile(r"dienst bevat (\d{1,2}:\d{2})-(\d{1,2}:\d{2})")
_TAG = re.compile(r"(niet )?([a-zà-ÿ0-9][a-zà-ÿ0-9 ._-]*)")


def read_condition(text: str) -> Condition:
    """Read "begin < 07:00", "dienst > 4:30", "dienst bevat 00:00-06:00", or a tag."""
    if match := _COMPARE.fullmatch(text):
        return _compare(match[1], match[2], read_hours(match[3]))
    if match := _CONTAINS.fullmatch(text):
        return _contains(read_hours(match[1]), read_hours(match[2]))
    match = _TAG.fullmatch(text)
    if not match or match[2].split()[0] in ("begin", "einde", "dienst", "niet"):
        raise ValueError(text)
    tag, wanted = match[2], not match[1]
    return lambda _shift, facts: (tag in facts.tags) == wanted


def _compare(what: str, sign: str, limit: int) -> Condition:
    def holds(shift: Shift, _facts: Facts) -> bool:
        value = _measure(what, shift)
        return value < limit if sign == "<" else value > limit

    return holds


def _measure(what: str, shift: Shift) -> int:
    """An end on the next day lies beyond 24:00."""
    if what == "dienst":
        return shift.end - shift.start
    begin, end = local(shift.start), local(shift.end)
    if what == "begin":
        return begin.hour * 60 + begin.minute
    days = (end.date() - begin.date()).days
    return days * DAY + end.hour * 60 + end.minute


def _contains(start: int, end: int) -> Condition:
    length = end if end > start else end + DAY

    def holds(shift: Shift, _facts: Facts) -> bool:
        day = day_of(shift.start)
        return any(
            shift.start <= at(day, start + plus) and at(day, length + plus) <= shift.end
            for plus in (0, DAY)
        )

    return holds
