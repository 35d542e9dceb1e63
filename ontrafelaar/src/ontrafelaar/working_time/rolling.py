"""Averages and numbers over weeks: they need history, and say so when it is missing."""

from collections.abc import Hashable, Sequence

from ontrafelaar.clock import as_date, day_number, hours, week_number
from ontrafelaar.shifts import Shift
from ontrafelaar.working_time.duties import Duty
from ontrafelaar.working_time.findings import Finding, Severity
from ontrafelaar.working_time.limits import DRIVER, Limits
from ontrafelaar.working_time.weekly import minutes_by_week

SIXTEEN, YEAR = 16, 52
MANY_NIGHTS, NIGHT_AVERAGE = 16, 40 * 60
FREE_SUNDAYS = 13
SUNDAY = 7


def rolling(
    shifts: Sequence[Shift],
    own: Sequence[Duty],
    limits: Limits,
    since: int,
    *,
    who: str,
) -> list[Finding]:
    """Judged over the weeks up to and including the last one given."""
    last = week_number(day_number(shifts[-1].start))
    first = week_number(since)
    if as_date(since).isoweekday() != 1:
        first += 1
    weeks = minutes_by_week(shifts)
    found = []
    for length, limit, code, article in limits.averages:
        total = sum(weeks[w][0] for w in weeks if last - length < w <= last)
        keys = _keys(weeks, last)
        if total > length * limit:
            average = total // length
            sentence = (
                f"Gemiddeld {hours(average)} per week over {length} weken; ten hoogste "
                f"{hours(limit)} ({article})."
            )
            found.append(
                Finding(code, Severity.LIMIT, article, keys, sentence, average, limit)
            )
        elif last - first + 1 < length:
            found.append(_not_judged(code, article, keys, length, last - first + 1))
    return found + _night_numbers(own, weeks, last, who) + _sundays(own, last, first)


def _keys(
    weeks: dict[int, tuple[int, list[Hashable], set[int]]], last: int
) -> tuple[Hashable, ...]:
    return tuple(weeks[last][1]) if last in weeks else ()


def _not_judged(
    code: str, article: str, keys: tuple[Hashable, ...], weeks: int, known: int
) -> Finding:
    sentence = (
        f"Niet beoordeeld: hiervoor zijn {weeks} weken nodig, bekend zijn er "
        f"{max(known, 0)} ({article})."
    )
    return Finding(code, Severity.NOT_JUDGED, article, keys, sentence, known, weeks)


def _night_numbers(
    own: Sequence[Duty],
    weeks: dict[int, tuple[int, list[Hashable], set[int]]],
    last: int,
    who: str,
) -> list[Finding]:
    """Sure as soon as there are too many, whatever is not known."""
    recent = [
        duty
        for duty in own
        if duty.is_night and last - SIXTEEN < week_number(duty.day) <= last
    ]
    keys = tuple(
        k for duty in recent if week_number(duty.day) == last for k in duty.keys
    )
    found = []
    late = sum(duty.ends_after_two for duty in recent)
    most, article = (43, "ATB-v 2.5:4") if who == DRIVER else (36, "ATW 5:8.8")
    if late > most:
        sentence = (
            f"{late} nachtdiensten tot na 02:00 in 16 weken; ten hoogste {most} "
            f"({article})."
        )
        found.append(
            Finding(
                "atw.nacht.aantal", Severity.LIMIT, article, keys, sentence, late, most
            )
        )
    total = sum(weeks[w][0] for w in weeks if last - SIXTEEN < w <= last)
    average = total // SIXTEEN
    if len(recent) >= MANY_NIGHTS and total > SIXTEEN * NIGHT_AVERAGE:
        sentence = (
            f"Gemiddeld {hours(average)} per week over 16 weken met {len(recent)} "
            f"nachtdiensten; ten hoogste {hours(NIGHT_AVERAGE)} (ATW 5:8.2)."
        )
        found.append(
            Finding(
                "atw.nacht.gem", Severity.LIMIT, "ATW 5:8.2", keys, sentence, average,
                NIGHT_AVERAGE,
            )
        )  # fmt: skip
    return found


def _sundays(own: Sequence[Duty], last: int, first: int) -> list[Finding]:
    """Thirteen free Sundays in 52 weeks."""
    worked = {
        week_number(duty.day)
        for duty in own
        if as_date(duty.day).isoweekday() == SUNDAY
        and last - YEAR < week_number(duty.day) <= last
    }
    keys = tuple(
        key
        for duty in own
        if week_number(duty.day) == last and as_date(duty.day).isoweekday() == SUNDAY
        for key in duty.keys
    )
    if not keys:
        return []
    free = YEAR - len(worked)
    if free < FREE_SUNDAYS:
        sentence = (
            f"{free} vrije zondagen in 52 weken; ten minste {FREE_SUNDAYS} (ATW 5:6)."
        )
        return [
            Finding(
                "atw.zondag", Severity.LIMIT, "ATW 5:6", keys, sentence, free,
                FREE_SUNDAYS,
            )
        ]  # fmt: skip
    if last - first + 1 < YEAR:
        return [_not_judged("atw.zondag", "ATW 5:6", keys, YEAR, last - first + 1)]
    return []
