"""Line numbers that stay: a correction names what it changes."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from werkbrief.exchange.timecards.wire import (
    ADD,
    CHANGE,
    UNCHANGED,
    VOID,
    Wire,
    WireLine,
)


def numbered(wire: Wire, before: Wire | None, given: int) -> tuple[Wire, int]:
    """Give each line its number, and say what became of the lines sent before.

    Equal lines keep theirs, then lines of the same entry and hour type, then those of
    the same entry; `given` counts the numbers ever used and comes back raised.
    """
    old = list(before.standing) if before else []
    fresh: list[WireLine | None] = [None] * len(wire.lines)
    for sameness in (_whole, _entry_and_code, _entry):
        for place, line in enumerate(wire.lines):
            match = None if fresh[place] else _first(old, line, sameness)
            if match:
                old.remove(match)
                action = UNCHANGED if _whole(line) == _whole(match) else CHANGE
                fresh[place] = replace(line, id=match.id, action=action)
    lines = []
    for place, line in enumerate(wire.lines):
        found = fresh[place]
        if found is None:
            given += 1
            found = replace(line, id=f"{wire.document}-{given}", action=ADD)
        lines.append(found)
    lines += [replace(line, action=VOID) for line in old]
    return replace(wire, lines=tuple(lines), is_corrected=before is not None), given


def withdrawn(before: Wire) -> Wire:
    """The same card with nothing left on it."""
    void = tuple(replace(line, action=VOID) for line in before.standing)
    return replace(before, lines=void, total="0", is_corrected=True)


def _first(
    old: Sequence[WireLine], line: WireLine, sameness: Callable[[WireLine], object]
) -> WireLine | None:
    return next((one for one in old if sameness(one) == sameness(line)), None)


def _whole(line: WireLine) -> object:
    return replace(line, id="", action="")


def _entry_and_code(line: WireLine) -> object:
    return line.entry, line.code, line.is_split, line.is_counted


def _entry(line: WireLine) -> object:
    return line.entry, line.is_counted
