"""A pack proves itself: its own examples must come out exactly."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from ontrafelaar.clock import as_date, as_day
from ontrafelaar.engine import compute
from ontrafelaar.library import Family, family
from ontrafelaar.notation import read_convention, read_facts, read_shifts
from ontrafelaar.pack import Example, Pack, PackError
from ontrafelaar.periods import span_of
from ontrafelaar.reading import read_pack
from ontrafelaar.remembering import looks_back
from ontrafelaar.topping import ON_CALL
from ontrafelaar.working_time.limits import CHILDREN, HOLIDAY, SCHOOL, YOUNG

KNOWN = {ON_CALL, YOUNG, SCHOOL, HOLIDAY, *CHILDREN}  # what the law asks for


@cache
def failures(pack: Pack) -> tuple[PackError, ...]:
    """One error for each example that does not come out."""
    return tuple(_failures(pack))


def proven(pack: Pack) -> Pack:
    """The pack itself; raises PackError on the first example that does not come out."""
    for error in failures(pack):
        raise error
    return pack


@cache
def proven_family(name: str) -> Family:
    """The versions of a CAO, each proven by its own examples."""
    return tuple(proven(pack) for pack in family(name))


def counted_since(name: str, day: date) -> date:
    """The first day whose hours a counter still holds, or a rule looks back at.

    Give the shifts from then on: a CAO that counts by four weeks needs four weeks.
    """
    periods = {
        limit.period
        for pack in family(name)
        for rule in pack.rules
        for limit in rule.over
    }
    spans = (span_of(period, as_day(day)) for period in periods - {"dienst"})
    back = day - timedelta(weeks=looks_back(family(name)))
    return min(back, *(as_date(span.first) for span in spans))


def load_file(path: Path) -> Pack:
    """Read a pack of your own and run its examples; raises only PackError."""
    return proven(read_file(path))


def read_file(path: Path) -> Pack:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "geen UTF-8"
        raise PackError(
            f"niet te openen ({why}); geef een leesbaar TOML-bestand",
            file=str(path),
            line=1,
            rule="bestand",
        ) from None
    return read_pack(text, str(path))


def unknown_words(words: Iterable[str], versions: Family) -> Iterator[str]:
    """A sentence for each word that no rule asks for, nor the law: a slip perhaps."""
    asked = {
        condition.tag
        for pack in versions
        for rule in pack.rules
        for condition in rule.conditions
    }
    for word in dict.fromkeys(words):
        if word not in asked | KNOWN:
            yield f"woord {word!r} komt in geen regel voor"


def _failures(pack: Pack) -> Iterator[PackError]:
    for number, example in enumerate(pack.examples, start=1):
        why = ""
        try:
            found = _result(pack, example)
        except PackError as error:
            why = f"voorbeeld {number}: {error.what}"
        else:
            if found != example.result:
                why = (
                    f"voorbeeld {number} ({example.shifts}) geeft {found!r}, verwacht "
                    f"was {example.result!r}: herstel de regel of het voorbeeld"
                )
        if why:
            yield PackError(why, file=pack.file, line=example.line, rule="example")


def _result(pack: Pack, example: Example) -> str:
    outcome = compute(
        read_shifts(example.shifts),
        (pack,),
        convention=read_convention(example.convention),
        facts=read_facts(example.facts),
    )
    return str(outcome)
