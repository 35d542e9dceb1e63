"""The journal in Dutch: what was done, by whom, and what it changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from werkbrief.journal.reads import Found, Happening
from werkbrief.office.days import DAYS
from werkbrief.office.verbs import VERBS
from werkbrief.planning.reads.patterns import told
from werkbrief.planning.reads.usual import Block, Pattern
from werkbrief.staffing.models import Right
from werkbrief.words.clock import clock, day_of, duration, instant, local, wall
from werkbrief.words.weeks import short_day

FIELDS = {
    "start": "start",
    "end": "eind",
    "break_minutes": "pauze",
    "verdict": "oordeel",
    "reason": "reden",
    "headcount": "aantal",
    "name": "naam",
    "comment": "opmerking",
    "paid": "betaald per dag",
    "client": "opdrachtgever",
    "starts_on": "van",
    "ends_on": "tot en met",
    "number": "nummer",
    "code": "code",
    "moments": "momenten",
    "recipients": "ontvangers",
    "language": "taal",
    "is_silent": "niet vanzelf",
    "escalates": "te laat naar Job Coach",
    "absent": "afwezig",
    "stand_in": "vervanger",
    "phone": "telefoon",
    "brand_color": "kleur",
    "host": "eigen adres",
    "retention_days": "bewaartermijn in dagen",
    "requires_second_factor": "tweede stap verplicht",
    "logo": "logo",
    "rights": "rechten",
    "departments": "afdelingen",
    "role": "rol",
    "payroll_number": "loonnummer",
    "job_function": "functie",
    "department": "afdeling",
    "crew": "ploeg",
    "cost_center": "kostenplaats",
    "contract_minutes": "contracturen",
    "site": "vestiging",
    "contacts": "contactpersonen",
    "deadline_weekday": "doorgeven op",
    "deadline_minutes": "doorgeven om",
    "pack": "cao",
    "tags": "opties",
    "convention": "afspraken",
    "valid_from": "geldt vanaf",
    "archived_on": "in het archief",
    "weekday": "dag",
    "times": "tijden",
    "cycle": "weken om en om",
    "blocks": "grondplan",
}
WORDS: dict[str, object] = {
    **{right.value: right.label for right in Right},
    "approved": "goedgekeurd",
    "rejected": "afgekeurd",
    "no_show": "niet gekomen",
    "sent_home": "naar huis gestuurd",
    "swapped": "geruild",
    "double": "dubbel",
    "other": "anders",
}
CLOCKS: dict[str, Callable[[int], str]] = {
    "start": clock,
    "end": clock,
    "deadline_minutes": wall,
    "contract_minutes": duration,
    "deadline_weekday": lambda day: DAYS[day],
    "weekday": lambda day: DAYS[day],
}


@dataclass(frozen=True, slots=True)
class Told:
    """One line: `changes` are field, before and after; empty is "was not there".

    `whom`: the worker that it was about and the day, where that is known.
    """

    when: str
    what: str
    who: str
    why: str
    changes: list[tuple[str, str, str]]
    whom: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed of the journal with what it touched, as far as that is shown."""

    when: str
    what: str
    who: str
    why: str
    touched: int
    told: list[Told]


def tell_deed(found: Found, names: Mapping[tuple[str, int], str]) -> Deed:
    at = local(instant(found.at))
    return Deed(
        when=f"{at.day}-{at.month}-{at.year} {at:%H:%M}",
        what=verb(found.verb),
        who=found.by or "het portaal",
        why=_why(found.reason),
        touched=found.touched,
        told=[
            replace(tell(line), whom=_whom(line, names)) for line in found.happenings
        ],
    )


def tell(happening: Happening) -> Told:
    at = local(instant(happening.at))
    before, after = happening.before or {}, happening.after or {}
    return Told(
        when=f"{at.day}-{at.month}-{at.year} {at:%H:%M}",
        what=verb(happening.verb),
        who=happening.by or "het portaal",
        why=_why(happening.reason),
        changes=[
            (label, _shown(key, before.get(key)), _shown(key, after.get(key)))
            for key, label in FIELDS.items()
            if (before.get(key) or "") != (after.get(key) or "")
        ],
    )


def _whom(line: Happening, names: Mapping[tuple[str, int], str]) -> str:
    start = (line.after or line.before or {}).get("start")
    day = short_day(day_of(start)) if isinstance(start, int) else ""
    name = names.get((line.kind, line.subject), "")
    return " · ".join(part for part in (name, day) if part)


def verb(name: str) -> str:
    """A deed that has no Dutch word yet still tells its name."""
    return VERBS.get(name, name.partition(".")[2].replace("_", " ") or name)


def _why(reason: str) -> str:
    """The reason somebody gave; a key by which the portal knows a letter is none."""
    return "" if ":" in reason and " " not in reason else _word(reason)


def _shown(key: str, value: Any) -> str:  # noqa: ANN401
    if value is None or value == "":
        return ""
    if isinstance(value, int) and key in CLOCKS:
        return CLOCKS[key](value)
    if key == "blocks":
        blocks = tuple(Block(*stretch) for stretch in value)
        cycle = max((block.week for block in blocks), default=0) + 1
        return " | ".join(told(Pattern(date.min, blocks, cycle)))
    if key == "times":
        return (
            ", ".join(f"{wall(s)}–{wall(e)}/{rest}" for s, e, rest in value) or "vrij"
        )
    if isinstance(value, (list, dict)):
        pairs = value.items() if isinstance(value, dict) else ()
        return ", ".join([f"{k} {v}" for k, v in pairs] or map(_word, value))
    return _word(value)


def _word(value: object) -> str:
    return str(WORDS.get(str(value), value))
