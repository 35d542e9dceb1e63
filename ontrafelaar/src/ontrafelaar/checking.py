"""A pack proves itself: its own examples must come out exactly."""

from collections.abc import Iterator

from ontrafelaar.engine import unravel
from ontrafelaar.notation import read_facts, read_shifts
from ontrafelaar.pack import Pack, PackError


def failures(pack: Pack) -> Iterator[PackError]:
    """One error for each example that does not come out."""
    for number, example in enumerate(pack.examples, start=1):
        try:
            found = str(
                unravel(
                    read_shifts(example.shifts), pack, facts=read_facts(example.facts)
                )
            )
        except PackError as error:
            yield PackError(f"voorbeeld {number}: {error}", file=pack.file)
            continue
        if found != example.result:
            yield PackError(
                f"voorbeeld {number} ({example.shifts}) geeft {found!r}, verwacht was "
                f"{example.result!r}: herstel de regel of het voorbeeld",
                file=pack.file,
            )
