"""All checks on the shifts of one worker, by who they are."""

from collections.abc import Iterable, Sequence

from ontrafelaar.shifts import Shift
from ontrafelaar.working_time.daily import daily
from ontrafelaar.working_time.duties import Duty, duties
from ontrafelaar.working_time.findings import Finding, Severity
from ontrafelaar.working_time.limits import (
    ADULT,
    CHILDREN,
    DRIVER,
    HOLIDAY,
    SCHOOL,
    TABLES,
    YOUNG,
)
from ontrafelaar.working_time.nights import nights
from ontrafelaar.working_time.rolling import rolling
from ontrafelaar.working_time.weekly import weekly


def findings(
    shifts: Iterable[Shift],
    *,
    tags: frozenset[str] = frozenset(),
    law: str = "",
    known_since: int | None = None,
) -> tuple[Finding, ...]:
    """What the law would say of these shifts, in time order per check.

    `tags` tell who it is: "16-17", "15" or "13-14" (with "schoolweek" or
    "vakantieweek"), else an adult. `law` "chauffeur" takes the drivers' table.
    `known_since` is the local day from which all of the worker's shifts are given; a
    check that looks further back says "niet beoordeeld". Without it the first shift's
    day is taken, and such checks are left out.
    """
    given = sorted(shifts, key=lambda one: (one.start, one.end))
    own = duties(given)
    if not own:
        return ()
    who = _who(tags, law)
    if who is None:
        return (_unknown_week(own),)
    limits = TABLES[who]
    found = daily(own, limits) + weekly(given, own, limits, who)
    if who in (ADULT, DRIVER):
        found += nights(own, who=who)
    if known_since is not None:
        found += rolling(given, own, limits, known_since, who=who)
    return tuple(found)


def _who(tags: frozenset[str], law: str) -> str | None:
    for child in CHILDREN:
        if child in tags:
            week = next((one for one in (SCHOOL, HOLIDAY) if one in tags), None)
            return f"{child} {week}" if week else None
    if YOUNG in tags:
        return YOUNG
    return DRIVER if law == DRIVER else ADULT


def _unknown_week(own: Sequence[Duty]) -> Finding:
    keys = tuple(key for duty in own for key in duty.keys)
    return Finding(
        "atw.kind",
        Severity.NOT_JUDGED,
        "NRK 4, 5",
        keys,
        "Of het een schoolweek of een vakantieweek is, is niet bekend; de regels voor "
        "13 tot en met 15 jaar zijn niet beoordeeld.",
    )
