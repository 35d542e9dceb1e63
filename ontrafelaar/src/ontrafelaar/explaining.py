"""Why this, why not that: sentences in Dutch, English or Polish, minute by minute."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from ontrafelaar.clock import DAY, as_date, day_number, hours, local, weekday
from ontrafelaar.numbers import number
from ontrafelaar.overrides import ByHand
from ontrafelaar.pack import Pack, Rule
from ontrafelaar.pricing import Priced, Tariff
from ontrafelaar.remembering import is_known, looks_back, remembered
from ontrafelaar.shifts import Convention, Facts, Shift
from ontrafelaar.skipping import Known, article, skipped
from ontrafelaar.values import Amount, Part, Segment
from ontrafelaar.wording import WORDS

LANGUAGES = ("nl", "en", "pl")
_DAYS = {
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "pl": ("pn", "wt", "śr", "cz", "pt", "so", "nd"),
}
_told: dict[tuple[Priced, str], str] = {}
_clocks = [f"{minute // 60:02}:{minute % 60:02}" for minute in range(DAY)]
_dates: dict[tuple[int, str], str] = {}
KEPT = 1 << 14


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to tell of: what was worked, what is paid beyond it, and by what.

    `beyond` are the lines that no worked minute has.
    """

    parts: Sequence[Part]
    beyond: Sequence[Segment]
    amounts: Sequence[Amount]
    shifts: Sequence[Shift]
    packs: Sequence[Pack]
    convention: Convention
    facts: Facts


def sentences(
    told: Told, language: str = "nl", key: Hashable = None
) -> tuple[str, ...]:
    """One sentence per stretch and break, one per line and amount beside them.

    And one per rule that did not hold, with the reason. `key` narrows it to one shift.
    """
    own = [part for part in told.parts if key is None or part[0] == key]
    beyond = [part for part in told.beyond if key is None or part.key == key]
    shifts = [one for one in told.shifts if key is None or one.key == key]
    found = [_stretch(part, told.convention, language) for part in own]
    found += pauses(own, shifts, told, language)
    found += [_beyond(part, language) for part in beyond]
    amounts = [one for one in told.amounts if key is None or one.key == key]
    found += [_amount(one, language) for one in amounts]
    held = {name for part in own for name in part[4].held}
    held |= {name for part in beyond for name in part.rules}
    held |= {one.rule for one in amounts}
    known = Known(
        shifts,
        told.convention,
        remembered(told.facts, told.shifts, told.packs),
        is_one=key is not None,
        knows_days=is_known(told.facts, told.shifts, looks_back(told.packs)),
    )
    found += skipped(told.packs, held, known, WORDS[language])
    return tuple(found)


def _stretch(part: Part, convention: Convention, language: str) -> str:
    _, start, end, minutes, priced = part
    why = _told.get((priced, language))
    if why is None:
        if len(_told) >= KEPT:
            _told.clear()
        why = _told[priced, language] = "".join(_reasons(priced, language))
    agreed = ""
    if convention.at_base and convention.at_base.intersection(priced.base.rules):
        agreed = f" {WORDS[language]['at_base']}"
    return f"{when(start, end, language)}: {hours(minutes)} {why}{agreed}"


def _reasons(priced: Priced, language: str) -> Iterator[str]:
    """The rate and its rules, the line beside it, and what lost to what."""
    words, pack = WORDS[language], priced.pack
    base = priced.base
    named = rules_of(pack, base)
    yield f"{percent(base, words)} "
    yield f"{words['by']} {named}." if named else f"{words['base']}."
    if priced.plus:
        rate = percent(priced.plus, words)
        plus = rules_of(pack, priced.plus)
        yield f" {words['beside']}: {rate} {words['by']} {plus}."
    for rule in priced.amounts:
        yield f" {rule_of(rule)} {words['paid']} {rule.pay.unit}."
    for loss in priced.lost:
        rule = pack.by_name[loss.rule]
        yield f" {rule_of(rule)} {words[loss.sign]} {' + '.join(loss.to)}."
    for one in (base.by_hand, priced.plus.by_hand if priced.plus else None):
        if one:
            yield _by_hand(one, words)


def _by_hand(one: ByHand, words: dict[str, str]) -> str:
    """What somebody set instead, and why; or that it is to be judged."""
    why = f" ({one.override.reason})" if one.override.reason else ""
    rate = f"{number(one.override.to)}%{why}"
    return f" {words['set' if one.is_settled else 'was_set']} {rate}."


def _beyond(part: Segment, language: str) -> str:
    words = WORDS[language]
    where = article(", ".join(part.articles))
    known = part.by_hand.computed if part.by_hand else part.percent
    rate = words["unknown"] if known is None else f"{number(known)}%"
    told = (
        f"{hours(part.minutes)} {words['topup']}, {rate} {words['by']} "
        f"{' + '.join(part.rules)} ({where})."
    )
    return told + _by_hand(part.by_hand, words) if part.by_hand else told


def _amount(one: Amount, language: str) -> str:
    """Write "€ 15,73 maaltijd (art. 40.3)": what it comes to in all."""
    total = WORDS[language]["unknown"] if one.total is None else ""
    return f"{total} {one} ({article(one.article)}).".lstrip()


def pauses(
    parts: Sequence[Part], shifts: Sequence[Shift], told: Told, language: str
) -> Iterator[str]:
    """Where each break was taken out, and why there."""
    for shift in shifts:
        own = [part for part in parts if part[0] == shift.key]
        worked = sum(part[3] for part in own)
        if not own or not shift.has_times or worked >= shift.end - shift.start:
            continue
        bounds = [shift.start, *(n for part in own for n in part[1:3]), shift.end]
        free = [
            when(begin, end, language)
            for begin, end in zip(bounds[::2], bounds[1::2], strict=True)
            if begin < end
        ]
        words = WORDS[language]
        taken = hours(shift.end - shift.start - worked)
        where = f" {', '.join(free)}" if free else ""
        yield f"{words['pause']} {taken}{where}: {_placed(shift, told, words)}."


def _placed(shift: Shift, told: Told, words: dict[str, str]) -> str:
    if shift.breaks:
        return words["by_clock"]
    placement = told.convention.placement
    named = words.get(placement) or f"{words['na']} {placement.removeprefix('na ')}"
    if shift.break_minutes is None:
        return f"{words['by_table']}, {named}"
    return named


def when(start: int, end: int, language: str) -> str:
    """Write "di 03-02-2026 06:30–10:00"."""
    day = day_number(start)
    told = _dates.get((day, language))
    if told is None:
        names = _DAYS[language]
        told = _dates[day, language] = f"{names[weekday(day)]} {as_date(day):%d-%m-%Y}"
    return f"{told} {clock(start)}–{clock(end)}"


def clock(minute: int) -> str:
    there = local(minute)
    return _clocks[there.hour * 60 + there.minute]


def percent(tariff: Tariff, words: dict[str, str]) -> str:
    """As computed, whatever was set by hand."""
    known = tariff.by_hand.computed if tariff.by_hand else tariff.percent
    return words["unknown"] if known is None else f"{number(known)}%"


def rules_of(pack: Pack, tariff: Tariff) -> str:
    return " + ".join(rule_of(pack.by_name[name]) for name in tariff.rules)


def rule_of(rule: Rule) -> str:
    """Write "overwerk (38:00 per week, art. 28.1)"."""
    return f"{rule.name} ({rule.text}, {article(rule.article)})"
