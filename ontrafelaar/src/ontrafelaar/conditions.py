"""`if`: what must be true of the whole shift, of the worker or of the day."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from ontrafelaar.clock import DAY, as_date, at, day_number, local, read_hours
from ontrafelaar.shifts import Facts, Shift

Holds = Callable[[Shift, Facts], bool]
_CLOCK = r"(\d{1,2}:\d{2})"
COMPARE = re.compile(rf"(begin|einde|dienst) ([<>]=?) {_CLOCK}")
CONTAINS = re.compile(rf"dienst bevat {_CLOCK}-{_CLOCK}")
AT_LEAST = re.compile(rf"minstens {_CLOCK} in {_CLOCK}-{_CLOCK}")
DATED = re.compile(r"(vanaf|voor) (\d{4}-\d{2}-\d{2})")
USUAL = re.compile(r"(\d{1,2}) van (\d{1,2})")
TAG = re.compile(r"(niet )?([a-zà-ÿ0-9][a-zà-ÿ0-9 ._-]*)")
RESERVED = ("begin", "einde", "dienst", "niet", "minstens", "vanaf", "voor")


@dataclass(frozen=True, slots=True)
class Condition:
    """`by_times`: it looks at the times of the shift only, so its answer can be kept.

    `tag` is set, with `wanted`, when it looks only at what is known to hold. `weeks`
    is how far it looks back at the days worked.
    """

    holds: Holds
    by_times: bool = False
    tag: str = ""
    wanted: bool = True
    weeks: int = 0


def read_condition(text: str) -> tuple[Condition, ...]:
    """Read "begin < 07:00", "dienst bevat 00:00-06:00", a tag, or some with " en "."""
    return tuple(_read(part.strip()) for part in text.split(" en "))


def _read(text: str) -> Condition:
    if match := COMPARE.fullmatch(text):
        return Condition(_compare(*match.groups()), by_times=True)
    if match := CONTAINS.fullmatch(text):
        window = read_hours(match[1]), read_hours(match[2])
        return Condition(
            lambda shift, _: any(n == whole for n, whole in _inside(shift, *window)),
            by_times=True,
        )
    if match := AT_LEAST.fullmatch(text):
        least, *bounds = (read_hours(part) for part in match.groups())
        start, end = bounds
        return Condition(
            lambda shift, _: sum(n for n, _ in _inside(shift, start, end)) >= least,
            by_times=True,
        )
    if match := DATED.fullmatch(text):
        return Condition(_dated(match[1], date.fromisoformat(match[2])), by_times=True)
    if match := USUAL.fullmatch(text):
        least, weeks = int(match[1]), int(match[2])
        return Condition(_usual(least, weeks), weeks=weeks)
    match = TAG.fullmatch(text)
    if not match or match[2].split()[0] in RESERVED:
        raise ValueError(text)
    tag, wanted = match[2], not match[1]
    return Condition(
        lambda shift, facts: (tag in facts.tags or tag in shift.tags) == wanted,
        tag=tag,
        wanted=wanted,
    )


def _compare(what: str, sign: str, clock: str) -> Holds:
    limit = read_hours(clock)
    signs: dict[str, Callable[[int], bool]] = {
        "<": lambda value: value < limit,
        "<=": lambda value: value <= limit,
        ">": lambda value: value > limit,
        ">=": lambda value: value >= limit,
    }
    holds = signs[sign]
    return lambda shift, _facts: shift.has_times and holds(_measure(what, shift))


def _measure(what: str, shift: Shift) -> int:
    """An end on the next day lies beyond 24:00."""
    if what == "dienst":
        return shift.end - shift.start
    begin, end = local(shift.start), local(shift.end)
    if what == "begin":
        return begin.hour * 60 + begin.minute
    days = (end.date() - begin.date()).days
    return days * DAY + end.hour * 60 + end.minute


def _inside(shift: Shift, start: int, end: int) -> list[tuple[int, int]]:
    """For each occurrence of this stretch of the clock: minutes worked, minutes whole.

    By what has elapsed: a night of which the clock goes forward is an hour shorter.
    """
    first, length = day_number(shift.start), (end if end > start else end + DAY) - start
    found = []
    for day in range(first - 1, day_number(shift.end) + 1):
        low, high = at(as_date(day), start), at(as_date(day), start + length)
        worked = max(min(high, shift.end) - max(low, shift.start), 0)
        found.append((worked, high - low))
    return found


def _dated(word: str, day: date) -> Holds:
    """Future steps inside one version, by the day on which the shift begins."""
    since = word == "vanaf"
    return lambda shift, _: (as_date(day_number(shift.start)) >= day) == since


def _usual(least: int, weeks: int) -> Holds:
    """Whether this weekday was worked so many of the weeks before; unknown is no."""

    def holds(shift: Shift, facts: Facts) -> bool:
        day = as_date(day_number(shift.start))
        before = [day - timedelta(weeks=n + 1) for n in range(weeks)]
        return sum(one in (facts.worked_days or ()) for one in before) >= least

    return holds
