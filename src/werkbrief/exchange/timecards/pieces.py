"""Paid lines as stretches that a message can carry: add-ons merged, breaks placed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from werkbrief.pay.reads import Line, kind_of
from werkbrief.staffing.models import HourKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch paid alike; `percent` is the whole rate (150), None unknown."""

    start: int
    end: int
    minutes: int
    percent: Fraction | None
    rules: tuple[str, ...]

    @property
    def kind(self) -> HourKind:
        return kind_of(self.rules)


def pieces(lines: Iterable[Line], start: int, end: int) -> list[Piece]:
    """Each minute once, at its whole percentage, in the order of the clock.

    An add-on of 19 % beside 100 % becomes 119 %, where it holds. A break that was
    placed at an edge lies inside: people start when they started.
    """
    found = list(lines)
    addons = [line for line in found if line.is_addon]
    cut = [
        part
        for line in found
        if not line.is_addon
        for part in _cut(_piece(line), addons)
    ]
    whole = list(_joined(sorted(cut, key=lambda piece: (piece.start, piece.end))))
    worked = [place for place, p in enumerate(whole) if p.start < p.end]
    if worked:
        first, last = worked[0], worked[-1]
        whole[first] = replace(whole[first], start=start)
        whole[last] = replace(whole[last], end=end)
    return whole


def breaks(found: Sequence[Piece], start: int, end: int) -> list[tuple[int, int]]:
    """Where the break lies: between the pieces, else halfway the piece that has it."""
    worked = [piece for piece in found if piece.end > piece.start]
    bounds = [start, *(edge for p in worked for edge in (p.start, p.end)), end]
    gaps = [(bounds[n], bounds[n + 1]) for n in range(0, len(bounds), 2)]
    inside = []
    for piece in worked:
        if (pause := piece.end - piece.start - piece.minutes) > 0:
            first = piece.start + piece.minutes // 2
            inside.append((first, first + pause))
    return sorted([gap for gap in gaps if gap[0] < gap[1]] + inside)


def around(piece: Piece, pauses: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """The piece with its breaks cut out."""
    start = piece.start
    for first, last in pauses:
        if piece.start < first and last < piece.end:
            yield replace(piece, start=start, end=first, minutes=first - start)
            start = last
    if start == piece.start:
        yield piece
    else:
        minutes = piece.end - start
        yield replace(piece, start=start, minutes=minutes)


def _piece(line: Line) -> Piece:
    return Piece(line.start, line.end, line.minutes, line.percent, line.names)


def _cut(piece: Piece, addons: Sequence[Line]) -> Iterator[Piece]:
    edges = {piece.start, piece.end}
    for addon in addons:
        edges |= {e for e in (addon.start, addon.end) if piece.start < e < piece.end}
    bounds = sorted(edges)
    if len(bounds) == 1:
        yield piece
    given = 0
    for first, last in pairwise(bounds):
        share = piece.minutes * (last - piece.start) // (piece.end - piece.start)
        part = replace(piece, start=first, end=last, minutes=share - given)
        given = share
        yield _raised(part, addons)


def _raised(part: Piece, addons: Sequence[Line]) -> Piece:
    percent, rules = part.percent, part.rules
    for addon in addons:
        if addon.start <= part.start and part.end <= addon.end:
            percent = (
                None
                if percent is None or addon.percent is None
                else percent + addon.percent
            )
            rules += addon.rules
    return replace(part, percent=percent, rules=rules)


def _joined(found: Iterable[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in found:
        alike = last and (last.percent, last.rules) == (piece.percent, piece.rules)
        if last and alike and piece.start < piece.end:
            minutes = last.minutes + piece.minutes
            last = replace(last, end=piece.end, minutes=minutes)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
