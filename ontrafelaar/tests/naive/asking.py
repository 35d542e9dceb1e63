"""`if`: whether it is true of a shift."""

import re
from datetime import date, timedelta

from naive.clocks import DAY, minutes, passes, shown


def all_true(conditions, shift, facts):
    return all(_is_true(one.strip(), shift, facts) for one in conditions)


def worked_days(works, facts):
    """The days worked before these shifts, and those of the shifts themselves."""
    said = facts.get("gewerkt", ())
    said = said.split(",") if isinstance(said, str) else said
    days, ends = {date.fromisoformat(one) for one in said}, {}
    for work in works:
        shift = work.shift
        day = shown(shift.start).date()
        if work.is_real:
            day = ends.get(shift.start, day)
            ends[shift.end] = day
        if work.is_real or (work.is_untimed and shift.net):
            days.add(day)
    return days


def _is_true(text, shift, facts):
    if match := re.fullmatch(r"(begin|einde|dienst) ([<>]=?) (\d+:\d\d)", text):
        if shift.start == shift.end:
            return False  # no clock times: not known
        what, sign, clock = match.groups()
        value, limit = _measured(what, shift), minutes(clock)
        by_sign = {"<": value < limit, "<=": value <= limit, ">": value > limit}
        return by_sign.get(sign, value >= limit)
    if match := re.fullmatch(r"dienst bevat (\d+:\d\d)-(\d+:\d\d)", text):
        inside = (set(range(*one)) for one in _clock_hours(shift, *match.groups()))
        return any(one <= set(range(shift.start, shift.end)) for one in inside)
    if match := re.fullmatch(r"minstens (\d+:\d\d) in (\d+:\d\d)-(\d+:\d\d)", text):
        least, *clock = match.groups()
        worked = set(range(shift.start, shift.end))
        hours = [worked & set(range(*one)) for one in _clock_hours(shift, *clock)]
        return sum(map(len, hours)) >= minutes(least)
    return _is_true_of_more(text, shift, facts)


def _is_true_of_more(text, shift, facts):
    day = shown(shift.start).date()
    if match := re.fullmatch(r"(vanaf|voor) (\d{4}-\d\d-\d\d)", text):
        bound = date.fromisoformat(match[2])
        return day >= bound if match[1] == "vanaf" else day < bound
    if match := re.fullmatch(r"(\d+) van (\d+)", text):
        before = {day - timedelta(weeks=n + 1) for n in range(int(match[2]))}
        return len(before & set(facts["worked"])) >= int(match[1])
    known = set(facts.get("tags", ())) | shift.tags
    if text.startswith("niet "):
        return text.removeprefix("niet ") not in known
    return text in known


def _measured(what, shift):
    if what == "dienst":
        return shift.end - shift.start
    begin, end = shown(shift.start), shown(shift.end)
    if what == "begin":
        return begin.hour * 60 + begin.minute
    later = (end.date() - begin.date()).days
    return later * DAY + end.hour * 60 + end.minute


def _clock_hours(shift, start, end):
    """Each time that the clock shows these hours around this shift."""
    start, end = minutes(start), minutes(end)
    end += DAY if end <= start else 0
    day = shown(shift.start).date() - timedelta(days=1)
    while day <= shown(shift.end).date():
        yield passes(day, start), passes(day, end)
        day += timedelta(days=1)
