"""One rule: what it pays, when it holds, over what, and if."""

import re
from fractions import Fraction

from ontrafelaar.clock import read_hours
from ontrafelaar.conditions import read_condition
from ontrafelaar.counters import Counts, read_counts, read_over
from ontrafelaar.pack import Kind, Rule
from ontrafelaar.pay import read_pay
from ontrafelaar.reading.source import Source
from ontrafelaar.rounding import read_rounding
from ontrafelaar.windows import read_windows

KEYS = {
    "pay", "when", "over", "counts", "if", "round", "minimaal", "choice", "kind", "art",
}  # fmt: skip
NAME = re.compile(r"[\w-]+")
KIND = re.compile(
    r"(?P<what>pauze|gat vanaf|gat tot) (?P<bound>\d{1,2}:\d{2})"
    r"(?:, minstens (?P<least>\d{1,2}:\d{2}))?"
)


def read_rule(
    source: Source,
    name: str,
    raw: object,
    names: frozenset[str],
    month: Fraction | None,
) -> Rule:
    """`month`: what part of a month's wage an hour is, for "van maandloon"."""
    if not NAME.fullmatch(name):
        source.fail(
            "een naam heeft letters, cijfers en streepjes; kies een andere", name
        )
    if not isinstance(raw, dict):
        source.fail("schrijf { pay = …, when = … of over = …, art = … }", name)
    source.only(raw, KEYS, name)
    kind = source.read(_read_kind, raw, "kind", name)
    if not kind and "when" not in raw and "over" not in raw:
        source.fail("wanneer geldt zij? geef `when` of `over`", name)
    if "counts" in raw and "over" not in raw:
        source.fail("`counts` hoort bij `over`; haal het weg of geef `over`", name)
    pay = source.read(lambda text: read_pay(text, month), raw, "pay", name)
    if pay is None:
        source.fail('`pay` ontbreekt; schrijf "?" als het niet gevonden is', name)
    return Rule(
        name=name,
        pay=pay,
        article=source.text_of(raw, "art", name),
        windows=source.read(read_windows, raw, "when", name),
        over=source.read(read_over, raw, "over", name) or (),
        counts=source.read(lambda t: read_counts(t, names), raw, "counts", name)
        or Counts(),
        conditions=source.read(read_condition, raw, "if", name) or (),
        condition_text=source.optional_text(raw, "if", name),
        rounding=source.read(read_rounding, raw, "round", name),
        least=source.read(read_hours, raw, "minimaal", name) or 0,
        choice=source.optional_text(raw, "choice", name),
        kind=kind,
        text=_text(raw),
    )


def _text(raw: dict[str, object]) -> str:
    said = [str(raw[key]) for key in ("over", "counts", "when", "kind") if key in raw]
    return "; ".join(said)


def _read_kind(text: str) -> Kind:
    match = KIND.fullmatch(text)
    if not match:
        raise ValueError(text)
    least = read_hours(match["least"]) if match["least"] else 0
    return Kind(match["what"], read_hours(match["bound"]), least)
