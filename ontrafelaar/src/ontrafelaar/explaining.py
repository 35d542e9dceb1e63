"""Why this, why not that: sentences in Dutch or English."""

from collections.abc import Iterable, Iterator, Sequence

from ontrafelaar.clock import hours, local
from ontrafelaar.outcome import Outcome, Segment, number
from ontrafelaar.pack import Pack, Rule

WORDS = {
    "nl": {
        "base": "normale uren", "by": "door", "lost": "gold ook, maar telt hier niet",
        "skipped": "geldt niet: de voorwaarde", "unmet": "is niet vervuld",
        "topup": "aanvulling tot het minimum per dienst", "art": "art.",
        "unknown": "nog te bepalen",
    },
    "en": {
        "base": "normal hours", "by": "by", "lost": "held as well, but lost here",
        "skipped": "does not hold: its condition", "unmet": "is not met",
        "topup": "topped up to the minimum per shift", "art": "art.",
        "unknown": "still to be determined",
    },
}  # fmt: skip


def explain(outcome: Outcome, pack: Pack, language: str = "nl") -> tuple[str, ...]:
    """One sentence per segment, and one per rule that was left out."""
    return tuple(trace_of(pack, outcome.segments, outcome.addons, language))


def trace_of(
    pack: Pack, segments: Iterable[Segment], addons: Iterable[Segment], language: str
) -> Iterator[str]:
    words = WORDS[language]
    held: set[str] = set()
    for part in segments:
        held |= set(part.held)
        yield _base(pack, part, words)
    for part in addons:
        named = _named(pack, part.rules)
        yield f"{_when(part)}: +{_percent(part, words)} {words['by']} {named}."
    for rule in pack.rules:
        if rule.condition_text and rule.name not in held:
            yield (
                f"{rule.name} ({words['art']} {rule.article}) {words['skipped']} "
                f"“{rule.condition_text}” {words['unmet']}."
            )


def _base(pack: Pack, part: Segment, words: dict[str, str]) -> str:
    if part.is_topup:
        return f"{hours(part.minutes)} {words['topup']}."
    why = _named(pack, part.rules)
    said = f"{words['by']} {why}" if why else words["base"]
    plus = {name for name in part.held if pack.plus and name in pack.plus.names()}
    lost = [name for name in part.held if name not in part.rules and name not in plus]
    more = "".join(f" {_named(pack, (name,))} {words['lost']}." for name in lost)
    return f"{_when(part)}: {hours(part.minutes)} {_percent(part, words)} {said}.{more}"


def _when(part: Segment) -> str:
    return f"{local(part.start):%Y-%m-%d %H:%M}–{local(part.end):%H:%M}"


def _percent(part: Segment, words: dict[str, str]) -> str:
    return words["unknown"] if part.percent is None else f"{number(part.percent)}%"


def _named(pack: Pack, names: Sequence[str]) -> str:
    rules: list[Rule] = [pack.by_name[name] for name in names if name in pack.by_name]
    return " + ".join(
        f"{rule.name} ({rule.text}, art. {rule.article})" for rule in rules
    )
