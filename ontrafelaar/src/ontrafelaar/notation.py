"""Shifts as one line of text: `2026-02-02..06 07:00-16:00 /60; 2026-02-07 …`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from ontrafelaar.breaks import PLACEMENTS, is_placement
from ontrafelaar.clock import DAY, at, read_hours
from ontrafelaar.pack import PackError
from ontrafelaar.shifts import Convention, Facts, Shift

_SHIFT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:\.\.(?P<last>\d{2}))? "
    r"(?P<start>\d{1,2}:\d{2})-(?P<end>\d{1,2}:\d{2})(?: ?/(?P<pause>\d+))?"
)


def read_shifts(text: str) -> tuple[Shift, ...]:
    """An end at or before the start is the next day; `24:00` is allowed."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    return tuple(
        Shift(number, *stretch)
        for number, stretch in enumerate(one for part in parts for one in _read(part))
    )


def _read(text: str) -> Iterator[tuple[int, int, int | None]]:
    match = _SHIFT.fullmatch(text)
    if not match:
        raise PackError(
            f"dienst {text!r} niet gelezen; schrijf 2026-02-02 07:00-16:00 /60"
        )
    try:
        day = date.fromisoformat(match["day"])
        start, end = read_hours(match["start"]), read_hours(match["end"])
    except ValueError:
        raise PackError(
            f"dienst {text!r} niet gelezen: dag of tijd bestaat niet"
        ) from None
    last = int(match["last"] or day.day)
    pause = int(match["pause"]) if match["pause"] else None
    for plus in range(last - day.day + 1):
        there = day + timedelta(days=plus)
        until = end if end > start else end + DAY
        yield at(there, start), at(there, until), pause


def read_facts(raw: Mapping[str, object]) -> Facts:
    """From `{contract = "32:00", tags = ["…"]}`."""
    if strange := set(raw) - {"contract", "tags"}:
        raise PackError(f"feit {min(strange)!r} is onbekend; ken contract en tags")
    contract, tags = raw.get("contract"), raw.get("tags", [])
    if not isinstance(tags, Sequence) or isinstance(tags, str):
        raise PackError("`tags` is een lijst")
    try:
        minutes = read_hours(str(contract)) if contract is not None else None
    except ValueError:
        raise PackError(f"contract {contract!r} niet gelezen; schrijf 32:00") from None
    return Facts(minutes, frozenset(str(tag) for tag in tags))


def read_convention(raw: Mapping[str, object]) -> Convention:
    """From `{pauze = "na 4:00"}`, what an agency decides."""
    if strange := set(raw) - {"pauze"}:
        raise PackError(f"afspraak {min(strange)!r} is onbekend; ken pauze")
    placement = str(raw.get("pauze", Convention().placement))
    if not is_placement(placement):
        raise PackError(
            f"pauze {placement!r} is onbekend; kies uit {', '.join(PLACEMENTS)}"
        )
    return Convention(placement)
