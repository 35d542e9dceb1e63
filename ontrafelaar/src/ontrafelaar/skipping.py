"""Why a rule did not hold: the first reason that is true, and never another."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ontrafelaar.pack import Pack, Rule
from ontrafelaar.shifts import Convention, Facts, Shift

Words = dict[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What was given; `is_one`: only one shift of the period is asked about.

    `knows_days`: also of the weeks before, as far as a rule looks back.
    """

    shifts: Sequence[Shift]
    convention: Convention
    facts: Facts
    is_one: bool = False
    knows_days: bool = True


def skipped(
    packs: Sequence[Pack], held: Collection[str], known: Known, words: Words
) -> Iterator[str]:
    """Rules that held nowhere in these shifts, each with the reason."""
    for pack in packs:
        for rule in pack.rules:
            if rule.name not in held:
                named = f"{rule.name} ({article(rule.article)})"
                yield f"{named} {_why_not(rule, known, words)}."


def article(text: str) -> str:
    return text if text.startswith("art.") else f"art. {text}"


def _why_not(rule: Rule, known: Known, words: Words) -> str:
    if rule.name in known.convention.without:
        return words["without"]
    if rule.conditions and not any(_meets(rule, one, known) for one in known.shifts):
        return _unmet(rule, known, words)
    if rule.kind:
        return f"{words['kind']} {rule.text}"
    if unknown := _unknown(rule, known.facts):
        return words[unknown]
    if rule.over:
        unreached = words["here" if known.is_one else "below"]
        return f"{words['limit']} {rule.text} {unreached}"
    return f"{words['window']} {rule.text}"


def _unmet(rule: Rule, known: Known, words: Words) -> str:
    if not known.knows_days and any(_may(rule, one, known) for one in known.shifts):
        return words["no_days"]
    return f"{words['if']} “{rule.condition_text}” {words['unmet']}"


def _unknown(rule: Rule, facts: Facts) -> str:
    """What it asks of the worker that nobody told."""
    if not facts.roster and _asks_roster(rule):
        return "no_roster"
    return "no_contract" if facts.contract is None and _asks_contract(rule) else ""


def _meets(rule: Rule, shift: Shift, known: Known) -> bool:
    return all(one.holds(shift, known.facts) for one in rule.conditions)


def _may(rule: Rule, shift: Shift, known: Known) -> bool:
    """Only the days before keep it from holding."""
    others = (one for one in rule.conditions if not one.weeks)
    return rule.looks_back > 0 and all(one.holds(shift, known.facts) for one in others)


def _asks_roster(rule: Rule) -> bool:
    return bool(rule.counts.windows.words or (rule.windows and rule.windows.words))


def _asks_contract(rule: Rule) -> bool:
    return any(limit.low.hours is None for limit in rule.over)
