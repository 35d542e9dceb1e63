"""Which CAOs there are to choose from, with their options: for who sets up a client."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from ontrafelaar import Pack, PackError, packs, read_convention


@dataclass(frozen=True, slots=True)
class Collective:
    """A CAO in all its versions. `options` are what a client may be known to have."""

    id: str
    name: str
    first: date
    options: tuple[str, ...]


@cache
def collectives() -> tuple[Collective, ...]:
    """Every CAO that is shipped, by name."""
    versions: dict[str, list[Pack]] = {}
    for pack in packs():
        versions.setdefault(pack.id, []).append(pack)
    found = [
        Collective(id_, own[-1].name, own[0].valid, _options(own))
        for id_, own in versions.items()
    ]
    return tuple(sorted(found, key=lambda one: one.name.lower()))


def collective_name(pack: str) -> str:
    """What a stored pack is called: "CAO Glastuinbouw"."""
    return next((one.name for one in collectives() if one.id == pack), pack)


@cache
def pack_versions() -> tuple[tuple[str, str], ...]:
    """Every version of every CAO: how it is asked for, and what people read."""
    ordered = sorted(packs(), key=lambda pack: (pack.name.lower(), pack.valid))
    return tuple(
        (stem(one), f"{one.name} vanaf {one.valid:%-d-%-m-%Y}") for one in ordered
    )


@cache
def names_of_rules() -> tuple[str, ...]:
    """What the rules of all CAOs are called."""
    return tuple(sorted({rule.name for pack in packs() for rule in pack.rules}))


def stem(pack: Pack) -> str:
    return pack.file.removesuffix(".toml")


def convention_problem(raw: Mapping[str, object]) -> str:
    """Why these agreements of the agency cannot be computed with; empty if they can."""
    try:
        read_convention(raw)
    except PackError as error:
        return error.what
    return ""


def _options(versions: list[Pack]) -> tuple[str, ...]:
    """The words that rules ask for and no clock can answer."""
    tags = {
        condition.tag
        for pack in versions
        for rule in pack.rules
        for condition in rule.conditions
        if condition.tag
    }
    return tuple(sorted(tags))
