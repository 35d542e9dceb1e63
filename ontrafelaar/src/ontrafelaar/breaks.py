"""Breaks of which only the minutes are known: on which minutes they fall."""

import re
from collections.abc import Callable, Iterable
from fractions import Fraction

from ontrafelaar.clock import read_hours
from ontrafelaar.pack import PackError
from ontrafelaar.pieces import Piece

PLACEMENTS = ("laagste", "hoogste", "midden", "na 4:00", "naar rato")
Surcharge = Callable[[int], Fraction | int]
_AFTER = re.compile(r"na \d{1,2}:[0-5]\d")


def is_placement(text: str) -> bool:
    """One of PLACEMENTS, with any time after "na"."""
    return text in PLACEMENTS or bool(_AFTER.fullmatch(text))


def table_minutes(table: Iterable[tuple[int, int]], gross: int) -> int:
    """By the pack's table of gross length: the most that it reaches."""
    return max((pause for length, pause in table if gross >= length), default=0)


def take_break(
    pieces: list[Piece], minutes: int, placement: str, surcharge: Surcharge
) -> list[Piece]:
    """The pieces without the break, in time order; no more than there is to take.

    `surcharge` of a mask, by windows alone.
    """
    if minutes <= 0 or not pieces:
        return pieces
    if placement == "laagste":
        number = _cheapest(pieces, surcharge)
        if minutes < pieces[number].minutes:  # nearly always: it fits in one piece
            return [
                *pieces[:number],
                pieces[number].after(minutes),
                *pieces[number + 1 :],
            ]
    minutes = min(minutes, sum(piece.minutes for piece in pieces))
    if placement == "naar rato":
        return _spread(pieces, minutes)
    if placement in ("laagste", "hoogste"):
        sign = 1 if placement == "laagste" else -1
        order = sorted(pieces, key=lambda p: (sign * surcharge(p.mask), p.start))
        return sorted(_drop(order, minutes))
    return cut_out(pieces, minutes, _begin(placement))


def _cheapest(pieces: list[Piece], surcharge: Surcharge) -> int:
    """The earliest of those with the lowest surcharge."""
    if len(pieces) == 1:
        return 0
    rates = [surcharge(piece.mask) for piece in pieces]
    return rates.index(min(rates))


def _drop(order: Iterable[Piece], minutes: int) -> list[Piece]:
    kept = []
    for piece in order:
        taken = min(minutes, piece.minutes)
        minutes -= taken
        if taken < piece.minutes:
            kept.append(piece.after(taken) if taken else piece)
    return kept


def _begin(placement: str) -> Callable[[int, int], int]:
    """Worked minutes before the break, from the total before it and the break."""
    if placement == "midden":
        return lambda total, pause: (total - pause) // 2
    if _AFTER.fullmatch(placement):
        after = read_hours(placement.removeprefix("na "))
        return lambda total, pause: min(after, total - pause)
    raise PackError(
        f"pauze {placement!r} is onbekend; kies uit {', '.join(PLACEMENTS)}"
    )


def cut_out(
    pieces: list[Piece], minutes: int, begin: Callable[[int, int], int]
) -> list[Piece]:
    before = begin(sum(piece.minutes for piece in pieces), minutes)
    kept = []
    for piece in pieces:
        head = min(before, piece.minutes)
        before -= head
        gone = min(minutes, piece.minutes - head)
        minutes -= gone
        if not gone:
            kept.append(piece)
            continue
        if head:
            kept.append(piece.until(head))
        if head + gone < piece.minutes:
            kept.append(piece.after(head + gone))
    return kept


def _spread(pieces: list[Piece], minutes: int) -> list[Piece]:
    """In proportion, whole minutes, the total kept by largest remainder."""
    total = sum(piece.minutes for piece in pieces)
    shares = [divmod(piece.minutes * minutes, total) for piece in pieces]
    left = minutes - sum(whole for whole, _ in shares)
    largest = sorted(range(len(pieces)), key=lambda n: -shares[n][1])[:left]
    kept = []
    for number, (piece, (whole, _)) in enumerate(zip(pieces, shares, strict=True)):
        paid = piece.minutes - whole - (number in largest)
        if paid:
            kept.append(piece._replace(minutes=paid))
    return kept
