"""Why this, why not that: sentences in Dutch, English or Polish, minute by minute."""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from ontrafelaar.clock import DAY, as_date, day_number, hours, local, weekday
from ontrafelaar.pack import Pack, Rule
from ontrafelaar.pricing import Priced, Tariff
from ontrafelaar.values import Part, Segment, number

LANGUAGES = ("nl", "en", "pl")
_DAYS = {
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "pl": ("pn", "wt", "śr", "cz", "pt", "so", "nd"),
}
WORDS = {
    "nl": {
        "base": "normale uren",
        "by": "door",
        "topup": "extra betaald",
        "beside": "Erbovenop",
        "unknown": "nog te bepalen",
        "|": "gold ook, maar is niet hoger dan",
        ">": "gold ook, maar komt na",
        "if": "geldt niet: aan",
        "unmet": "is niet voldaan",
        "limit": "geldt niet: de grens",
        "below": "is niet bereikt",
        "window": "geldt niet: er is niet gewerkt op",
        "paid": "geeft een bedrag per",
    },
    "en": {
        "base": "normal hours",
        "by": "by",
        "topup": "paid in addition",
        "beside": "On top",
        "unknown": "still to be determined",
        "|": "held as well, but is not higher than",
        ">": "held as well, but comes after",
        "if": "does not hold: its condition",
        "unmet": "is not met",
        "limit": "does not hold: its limit",
        "below": "is not reached",
        "window": "does not hold: no work in",
        "paid": "pays an amount per",
    },
    "pl": {
        "base": "godziny zwykłe",
        "by": "na podstawie",
        "topup": "wypłacone dodatkowo",
        "beside": "Dodatkowo",
        "unknown": "do ustalenia",
        "|": "też obowiązuje, ale nie jest wyższe niż",
        ">": "też obowiązuje, ale ustępuje przed",
        "if": "nie obowiązuje: warunek",
        "unmet": "nie jest spełniony",
        "limit": "nie obowiązuje: granica",
        "below": "nie została osiągnięta",
        "window": "nie obowiązuje: nie było pracy w czasie",
        "paid": "daje kwotę za",
    },
}
_told: dict[tuple[Priced, str], str] = {}
_clocks = [f"{minute // 60:02}:{minute % 60:02}" for minute in range(DAY)]
_dates: dict[tuple[int, str], str] = {}
KEPT = 1 << 14


def sentences(
    parts: Sequence[Part],
    more: Iterable[Segment],
    packs: Sequence[Pack],
    language: str = "nl",
    key: Hashable = None,
) -> tuple[str, ...]:
    """One sentence per stretch, one per line beside it, one per rule that didn't hold.

    `key` narrows it to one shift; `more` is what is paid beyond what was worked.
    """
    own = [part for part in parts if key is None or part[0] == key]
    beyond = [part for part in more if key is None or part.key == key]
    told = [_stretch(part, language) for part in own]
    told += [_beyond(part, language) for part in beyond]
    held = {name for part in own for name in part[4].held}
    held |= {name for part in beyond for name in part.rules}
    told += _skipped(packs, held, language)
    return tuple(told)


def _stretch(part: Part, language: str) -> str:
    _, start, end, minutes, priced = part
    why = _told.get((priced, language))
    if why is None:
        if len(_told) >= KEPT:
            _told.clear()
        why = _told[priced, language] = "".join(_reasons(priced, language))
    return f"{when(start, end, language)}: {hours(minutes)} {why}"


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


def _beyond(part: Segment, language: str) -> str:
    words = WORDS[language]
    where = ", ".join(part.articles)
    rate = words["unknown"] if part.percent is None else f"{number(part.percent)}%"
    return (
        f"{hours(part.minutes)} {words['topup']}, {rate} {words['by']} "
        f"{' + '.join(part.rules)} ({where})."
    )


def _skipped(packs: Sequence[Pack], held: set[str], language: str) -> Iterator[str]:
    """Rules that held nowhere in these shifts, each with the reason."""
    for pack in packs:
        for rule in pack.rules:
            if rule.name not in held and rule.kind is None:
                yield _why_not(rule, WORDS[language])


def _why_not(rule: Rule, words: dict[str, str]) -> str:
    named = f"{rule.name} (art. {rule.article})"
    if rule.condition_text:
        return f"{named} {words['if']} “{rule.condition_text}” {words['unmet']}."
    if rule.over:
        return f"{named} {words['limit']} {rule.text} {words['below']}."
    return f"{named} {words['window']} {rule.text}."


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
    if tariff.percent is None:
        return words["unknown"]
    return f"{number(tariff.percent)}%"


def rules_of(pack: Pack, tariff: Tariff) -> str:
    return " + ".join(rule_of(pack.by_name[name]) for name in tariff.rules)


def rule_of(rule: Rule) -> str:
    """Write "overwerk (38:00 per week, art. 28.1)"."""
    return f"{rule.name} ({rule.text}, art. {rule.article})"
