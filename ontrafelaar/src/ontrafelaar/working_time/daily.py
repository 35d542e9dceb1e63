"""Per dienst: how long, which pauses, how much rest after it, at which times."""

from collections.abc import Sequence

from ontrafelaar.clock import DAY, HOUR, as_date, at, day_number, hours
from ontrafelaar.holidays import NAMES
from ontrafelaar.working_time.duties import REST_BETWEEN, Duty, overlap
from ontrafelaar.working_time.findings import Finding, Severity
from ontrafelaar.working_time.limits import Limits

WEEK = 7 * DAY
FOURTEEN, TWELVE = 14 * HOUR, 12 * HOUR
BUSY = ("nieuwjaar", "pasen", "koningsdag", "hemelvaart", "pinksteren", "kerst")
SINTERKLAAS = (12, 5)


def daily(own: Sequence[Duty], limits: Limits) -> list[Finding]:
    found = []
    for duty in own:
        found += _length(duty, limits)
        found += _pauses(duty, limits)
        found += _hours_of_the_day(duty, limits)
    return found + _rests(own, limits)


def _length(duty: Duty, limits: Limits) -> list[Finding]:
    limit, article = limits.duty
    if duty.work <= limit:
        return []
    severity, more = Severity.LIMIT, ""
    if limit == TWELVE and duty.work <= FOURTEEN and is_busy(duty.day):
        severity = Severity.CARE
        more = (
            " In de zeven dagen voor een feestdag mag het twee keer, tot 14:00 "
            "(ATB 4.2:1)."
        )
    sentence = (
        f"{hours(duty.work)} gewerkt in één dienst; ten hoogste {hours(limit)} "
        f"({article}).{more}"
    )
    keys = tuple(duty.keys)
    return [Finding("atw.dienst", severity, article, keys, sentence, duty.work, limit)]


def is_busy(day: int) -> bool:
    """In the seven days before one of the days that ATB 4.2:1 names."""
    for ahead in range(1, 8):
        there = as_date(day + ahead)
        named = {NAMES[name](there.year) for name in BUSY}
        if there in named or (there.month, there.day) == SINTERKLAAS:
            return True
    return False


def _pauses(duty: Duty, limits: Limits) -> list[Finding]:
    if duty.pause is None:
        return []
    wanted = max((p for work, p in limits.pauses if duty.work > work), default=0)
    if duty.pause >= wanted:
        return []
    article = limits.pauses_article
    sentence = (
        f"{duty.pause} minuten pauze bij {hours(duty.work)} werk; ten minste {wanted} "
        f"({article})."
    )
    keys = tuple(duty.keys)
    return [
        Finding(
            "atw.pauze", Severity.LIMIT, article, keys, sentence, duty.pause, wanted
        )
    ]


def _hours_of_the_day(duty: Duty, limits: Limits) -> list[Finding]:
    """The young don't work at night, children not in the evening, nor on a Sunday."""
    found = []
    keys = tuple(duty.keys)
    if limits.free_from:
        begin, until, article = limits.free_from
        inside = sum(
            overlap(at(as_date(day), begin), at(as_date(day), until), *span)
            for span in duty.spans
            for day in range(day_number(span[0]) - 1, day_number(span[1]) + 1)
        )
        if inside:
            sentence = (
                f"{hours(inside)} tussen {hours(begin)} en "
                f"{until % DAY // HOUR:02}:00; "
                f"dan hoort er rust te zijn ({article})."
            )
            found.append(
                Finding(
                    "atw.nachtrust", Severity.LIMIT, article, keys, sentence, inside
                )
            )
    sundays = {as_date(day_number(start)).isoweekday() for start, _ in duty.spans}
    if limits.sunday and 7 in sundays:  # noqa: PLR2004
        sentence = f"Werk op zondag mag niet op deze leeftijd ({limits.sunday})."
        found.append(
            Finding("atw.zondag", Severity.LIMIT, limits.sunday, keys, sentence)
        )
    return found


def _rests(own: Sequence[Duty], limits: Limits) -> list[Finding]:
    """In each 24 hours from the start of work; an adult's may be 8 once a week."""
    limit, article = limits.rest
    may_shorten = limit == 11 * HOUR
    shortened: int | None = None
    found = []
    for number, duty in enumerate(own):
        following = own[number + 1] if number + 1 < len(own) else None
        until = duty.start + DAY
        rest = min(following.start if following else until, until) - duty.end
        if rest >= limit:
            continue
        once = may_shorten and rest >= REST_BETWEEN
        if once and (shortened is None or duty.start - shortened >= WEEK):
            shortened = duty.start
            continue
        again = " voor de tweede keer in zeven dagen" if once else ""
        sentence = (
            f"{hours(max(rest, 0))} rust in 24 uur{again}; ten minste {hours(limit)}"
            f"{', een keer per zeven dagen 8:00' if may_shorten else ''} ({article})."
        )
        keys = (*duty.keys, *(following.keys if following else ()))
        found.append(
            Finding("atw.dagrust", Severity.LIMIT, article, keys, sentence, rest, limit)
        )
    return found
