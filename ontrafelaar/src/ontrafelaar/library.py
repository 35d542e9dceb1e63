"""The packs that are shipped: per CAO its versions, chosen by the date worked."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from ontrafelaar.pack import Pack, PackError
from ontrafelaar.reading import read_pack

Family = tuple[Pack, ...]


@cache
def packs() -> tuple[Pack, ...]:
    """Every pack shipped, by CAO and then by date."""
    found = [
        read_pack(file.read_text(encoding="utf-8"), file.name)
        for file in files("ontrafelaar").joinpath("packs").iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda pack: (pack.id, pack.valid)))


@cache
def family(name: str) -> Family:
    """The versions of a CAO ("glastuinbouw"), or one by its file ("glastuinbouw 2025").

    Raises PackError for a name that is none, and for a pack whose examples fail.
    """
    name = name.strip().lower().replace(" ", "-")
    found = tuple(
        pack for pack in packs() if name in (pack.id, pack.file.removesuffix(".toml"))
    )
    if not found:
        known = ", ".join(sorted({pack.id for pack in packs()}))
        raise PackError(f"er is geen pack {name!r}; kies uit {known}")
    return found


def load(name: str, on: date) -> Pack:
    """The version that holds on this day; after the last one, the last one."""
    return version(family(name), on)


def version(versions: Sequence[Pack], on: date) -> Pack:
    """Raises PackError for a day before the first version: nothing is a guess."""
    if len(versions) == 1 and versions[0].valid <= on:
        return versions[0]
    holding = [pack for pack in versions if pack.valid <= on]
    if not holding:
        first = versions[0]
        raise PackError(
            f"{first.name}: voor {on:%d-%m-%Y} is er geen versie; de eerste geldt "
            f"vanaf {first.valid:%d-%m-%Y}"
        )
    return holding[-1]
