"""The journal in Dutch: what was done, by whom, to what, and what it changed."""

from dataclasses import dataclass, replace

from werkbrief.journal.reads import Found, Happening
from werkbrief.office.telling_words import FIELDS, FIRST_INSTANT, Names, shown, word
from werkbrief.office.verbs import VERBS
from werkbrief.words.clock import day_of, instant, local
from werkbrief.words.weeks import short_day

NOBODY: Names = {}


@dataclass(frozen=True, slots=True)
class Told:
    """One line: `changes` are field, before and after; empty is "was not there".

    `whom`: what it was about, the day, and the client, as far as those are known.
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


def tell_deed(found: Found, names: Names) -> Deed:
    at = local(instant(found.at))
    return Deed(
        when=f"{at.day}-{at.month}-{at.year} {at:%H:%M}",
        what=verb(found.verb),
        who=found.by or "het portaal",
        why=_why(found.reason),
        touched=found.touched,
        told=[
            replace(tell(line, names), whom=_whom(line, names))
            for line in found.happenings
        ],
    )


def tell(happening: Happening, names: Names = NOBODY) -> Told:
    at = local(instant(happening.at))
    before, after = happening.before or {}, happening.after or {}
    return Told(
        when=f"{at.day}-{at.month}-{at.year} {at:%H:%M}",
        what=verb(happening.verb),
        who=happening.by or "het portaal",
        why=_why(happening.reason),
        changes=[
            (
                label,
                shown(key, before.get(key), names),
                shown(key, after.get(key), names),
            )
            for key, label in FIELDS.items()
            if (before.get(key) or "") != (after.get(key) or "")
        ],
    )


def _whom(line: Happening, names: Names) -> str:
    """Who or what it was about, the day where it has one, and at which client."""
    before, after = line.before or {}, line.after or {}
    start = (after or before).get("start") or 0
    day = short_day(day_of(start)) if start > FIRST_INSTANT else ""
    stayed = before.get("name", "") if before.get("name") == after.get("name") else ""
    name, client = names.get((line.kind, line.subject), (stayed, ""))
    client = "" if client == name else client
    return " · ".join(part for part in (name, day, client) if part)


def verb(name: str) -> str:
    """A deed that has no Dutch word yet still tells its name."""
    return VERBS.get(name, name.partition(".")[2].replace("_", " ") or name)


def _why(reason: str) -> str:
    """The reason somebody gave; a key by which the portal knows a letter is none."""
    return "" if ":" in reason and " " not in reason else word(reason)
