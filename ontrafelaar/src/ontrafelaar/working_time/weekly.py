"""Per week: how many hours and days, and whether there was a long rest."""

from collections import defaultdict
from collections.abc import Hashable, Sequence

from ontrafelaar.clock import DAY, HOUR, day_number, hours, week_number
from ontrafelaar.shifts import STANDBY, Shift
from ontrafelaar.working_time.duties import Duty
from ontrafelaar.working_time.findings import Finding, Severity
from ontrafelaar.working_time.limits import ADULT, DRIVER, Limits

LONG, PART, TWICE = 36 * HOUR, 32 * HOUR, 72 * HOUR
WEEK = 7 * DAY


def weekly(
    shifts: Sequence[Shift], own: Sequence[Duty], limits: Limits, who: str
) -> list[Finding]:
    return _hours_and_days(shifts, limits) + _long_rest(own, who)


def minutes_by_week(
    shifts: Sequence[Shift],
) -> dict[int, tuple[int, list[Hashable], set[int]]]:
    """Minutes, shifts and days of each week; a day away counts as worked (5:2)."""
    weeks: dict[int, tuple[int, list[Hashable], set[int]]] = defaultdict(
        lambda: (0, [], set())
    )
    for shift in shifts:
        if STANDBY in shift.tags:
            continue
        pause = sum(end - start for start, end in shift.breaks)
        rest = pause if shift.breaks else shift.break_minutes or 0
        worked = shift.net if shift.start == shift.end else None
        minutes = max(shift.end - shift.start - rest, 0) if worked is None else worked
        day = day_number(shift.start)
        total, keys, days = weeks[week_number(day)]
        weeks[week_number(day)] = (total + minutes, [*keys, shift.key], days | {day})
    return weeks


def _hours_and_days(shifts: Sequence[Shift], limits: Limits) -> list[Finding]:
    found = []
    for _, (minutes, keys, days) in sorted(minutes_by_week(shifts).items()):
        limit, article = limits.week
        if minutes > limit:
            told = hours(limit)
            sentence = f"{hours(minutes)} in deze week; ten hoogste {told} ({article})."
            found.append(
                Finding(
                    "atw.week", Severity.LIMIT, article, tuple(keys), sentence, minutes,
                    limit,
                )
            )  # fmt: skip
        if limits.days and len(days) > limits.days[0]:
            most, article = limits.days
            sentence = (
                f"{len(days)} dagen in deze week; ten hoogste {most} ({article})."
            )
            found.append(
                Finding(
                    "atw.dagen", Severity.LIMIT, article, tuple(keys), sentence,
                    len(days), most,
                )
            )  # fmt: skip
    return found


def _long_rest(own: Sequence[Duty], who: str) -> list[Finding]:
    """36 hours in seven days, or an adult's 72 in fourteen in parts of 32.

    What is not known counts as free, so a finding is certain for these seven days. Of
    one run of work only the first is told.
    """
    article = "ATW 5:5.2" if who in (ADULT, DRIVER) else "ATW 5:5.1"
    found: list[Finding] = []
    told = -1
    for number, duty in enumerate(own):
        if duty.start < told:
            continue
        longest = max(rests(own, number, WEEK), default=WEEK)
        if longest >= LONG:
            continue
        severity = Severity.LIMIT
        more = ""
        if who in (ADULT, DRIVER):
            parts = [rest for rest in rests(own, number, 2 * WEEK) if rest >= PART]
            if sum(parts) >= TWICE:
                severity = Severity.CARE
                more = " Het mag als er 72:00 is in veertien dagen, in delen van 32:00."
        keys = tuple(
            key for one in own if duty.start <= one.start < duty.start + WEEK
            for key in one.keys
        )  # fmt: skip
        sentence = (
            f"De langste rust in zeven dagen is {hours(longest)}; ten minste 36:00 "
            f"({article}).{more}"
        )
        found.append(
            Finding("atw.weekrust", severity, article, keys, sentence, longest, LONG)
        )
        told = duty.start + WEEK
    return found


def rests(own: Sequence[Duty], number: int, length: int) -> list[int]:
    """The rests within so many minutes from the start of this dienst."""
    until = own[number].start + length
    found = []
    for this, following in zip(own[number:], [*own[number + 1 :], None], strict=True):
        if this.end >= until:
            break
        end = until if following is None else min(following.start, until)
        found.append(end - this.end)
    return found
