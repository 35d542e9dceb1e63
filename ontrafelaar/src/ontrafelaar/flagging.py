"""What one should know about an outcome before trusting it."""

from collections.abc import Iterable, Sequence

from ontrafelaar.clock import day_of
from ontrafelaar.outcome import Flag, Segment
from ontrafelaar.pack import Pack
from ontrafelaar.shifts import Shift


def flags_of(
    holding: Sequence[Pack], shifts: Sequence[Shift], segments: Iterable[Segment]
) -> tuple[Flag, ...]:
    """Nawerking, concept, unknown percentages, choices of the worker."""
    found = []
    last = max((day_of(shift.start) for shift in shifts), default=None)
    for pack in holding:
        if pack.until and last and last > pack.until and pack is holding[-1]:
            found.append(
                Flag(
                    "nawerking",
                    f"{pack.name} liep tot en met {pack.until:%d-%m-%Y}; gerekend is "
                    "met de laatste versie (nawerking).",
                )
            )
        if pack.status == "concept":
            found.append(
                Flag(
                    "concept",
                    f"{pack.name} is een concept: nog niet uit de officiële tekst.",
                )
            )
    return tuple(found) + tuple(_of_rules(holding, segments))


def _of_rules(holding: Sequence[Pack], segments: Iterable[Segment]) -> Iterable[Flag]:
    named = {name: part for part in segments for name in part.rules}
    for pack in holding:
        for name in sorted(named.keys() & pack.by_name.keys()):
            rule = pack.by_name[name]
            if rule.percent is None:
                yield Flag(
                    "onbekend",
                    f"Het percentage van {name} (art. {rule.article}) is nog te "
                    "bepalen.",
                )
            if rule.choice:
                yield Flag(
                    "keuze",
                    f"{name.capitalize()}: de medewerker kiest tussen toeslag en "
                    f"{rule.choice} (art. {rule.article}).",
                )
