"""What one should know about an outcome before trusting it."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from ontrafelaar.clock import day_of
from ontrafelaar.pack import CONCEPT, INCOMPLETE, Pack, Rule
from ontrafelaar.periods import SHORT
from ontrafelaar.pricing import Priced
from ontrafelaar.remembering import is_known
from ontrafelaar.shifts import Facts, Shift
from ontrafelaar.values import Flag


def flags_of(
    packs: Sequence[Pack],
    shifts: Sequence[Shift],
    priced: Collection[Priced],
    facts: Facts,
) -> tuple[Flag, ...]:
    """Nawerking, concept, unknown percentages, choices, what could not be judged."""
    found: list[Flag] = []
    last = max((day_of(shift.start) for shift in shifts), default=None)
    for pack in packs:
        if pack.until and last and last > pack.until and pack is packs[-1]:
            found.append(
                Flag(
                    "nawerking",
                    f"{pack.name} liep tot en met {pack.until:%d-%m-%Y}; gerekend is "
                    "met de laatste versie (nawerking).",
                )
            )
        found += _of_pack(pack)
        found += _unasked(pack, shifts, facts)
    used = {
        (one.pack, name)
        for one in priced
        for tariff in (one.base, one.plus)
        if tariff and not (tariff.by_hand and tariff.by_hand.is_settled)
        for name in tariff.rules
    } | {(one.pack, rule.name) for one in priced for rule in one.amounts}
    rules = [(pack, rule) for pack in packs for rule in pack.rules]
    found += _of_rules(
        (rule for pack, rule in rules if (pack, rule.name) in used), facts
    )
    return tuple(dict.fromkeys(found))


def _of_pack(pack: Pack) -> Iterator[Flag]:
    if pack.status == CONCEPT:
        yield Flag(
            "concept", f"{pack.name} is een concept: nog niet uit de officiële tekst."
        )
    if pack.status == INCOMPLETE or pack.missing:
        yield Flag(
            "onvolledig",
            f"{pack.name} is onvolledig: {pack.missing or 'niet alles is gevonden'}.",
        )


def _unasked(pack: Pack, shifts: Sequence[Shift], facts: Facts) -> Iterator[Flag]:
    """Rules that need what is not known of the worker."""
    roster = [r for r in pack.rules if _asks_roster(r)]
    if roster and not facts.roster:
        yield Flag(
            "rooster",
            f"Er is geen rooster bekend: {', '.join(r.name for r in roster)} "
            "is niet beoordeeld.",
        )
    contract = [
        rule.name
        for rule in pack.rules
        for limit in rule.over
        if limit.low.hours is None and facts.contract is None
    ]
    if contract:
        yield Flag(
            "contract",
            f"De contracturen zijn niet bekend: {', '.join(contract)} is niet "
            "beoordeeld.",
        )
    if not is_known(facts, shifts, pack.looks_back):
        names = ", ".join(rule.name for rule in pack.rules if rule.looks_back)
        yield Flag(
            "gewerkt",
            f"Welke dagen ervoor gewerkt zijn, is niet bekend: {names} is alleen op "
            "deze diensten beoordeeld.",
        )
    if long := [r.name for r in pack.rules if any(_is_long(r))]:
        yield Flag(
            "voorlopig",
            f"{', '.join(long)} telt over een langere periode; tot die voorbij is, is "
            f"de "
            "uitkomst voorlopig.",
        )


def _is_long(rule: Rule) -> Iterator[bool]:
    return (limit.period not in SHORT for limit in rule.over)


def _asks_roster(rule: Rule) -> bool:
    return bool(rule.counts.windows.words or (rule.windows and rule.windows.words))


def _of_rules(rules: Iterable[Rule], facts: Facts) -> Iterator[Flag]:
    for rule in rules:
        if rule.pay.is_unknown and rule.pay.of_month is None:
            yield Flag(
                "onbekend",
                f"Het percentage van {rule.name} (art. {rule.article}) is nog te "
                f"bepalen.",
            )
        if rule.pay.percent is not None and rule.pay.cap and not facts.hourly_wage:
            yield Flag(
                "maximum",
                f"{rule.name.capitalize()} heeft een maximum per uur "
                f"(art. {rule.article}); het uurloon is niet bekend.",
            )
        if rule.choice:
            yield Flag(
                "keuze",
                f"{rule.name.capitalize()}: de medewerker kiest tussen toeslag en "
                f"{rule.choice} (art. {rule.article}).",
            )
