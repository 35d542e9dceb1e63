"""Breaks of which only the minutes are known: on which minutes they fall."""

import re
from collections.abc import Callable, Iterable
from fractions import Fraction

from ontrafelaar.clock import read_hours
from ontrafelaar.pack import Pack, PackError
from ontrafelaar.pieces import Piece
from ontrafelaar.shifts import Convention, Shift

PLACEMENTS = ("laagste", "hoogste", "midden", "na 4:00", "naar rato")
_AFTER = re.compile(r"na \d{1,2}:[0-5]\d")


def is_placement(text: str) -> bool:
    """One of PLACEMENTS, with any time after "na"."""
    return text in PLACEMENTS or bool(_AFTER.fullmatch(text))


def break_minutes(pack: Pack, shift: Shift) -> int:
    """As registered; else by the pack's table of gross length; else none."""
    if shift.breaks:
        return 0
    if shift.break_minutes is not None:
        return shift.break_minutes
    gross = shift.end - shift.start
    return max(
        (pause for length, pause in pack.break_table if gross >= length), default=0
    )


def take_break(
    pack: Pack, pieces: list[Piece], minutes: int, convention: Convention
) -> list[Piece]:
    """The pieces without the break, in time order; no more than there is to take."""
    minutes = min(minutes, sum(piece.minutes for piece in pieces))
    if not minutes:
        return pieces
    placement = convention.placement
    if placement == "naar rato":
        return _spread(pieces, minutes)
    if placement in ("laagste", "hoogste"):
        sign = 1 if placement == "laagste" else -1
        order = sorted(pieces, key=lambda p: (sign * _surcharge(pack, p), p.start))
        return _in_time(_drop(order, minutes))
    return _cut_out(pieces, minutes, _begin(placement))


def _surcharge(pack: Pack, piece: Piece) -> Fraction:
    """By windows alone; an unknown one counts as the dearest."""
    rate, _ = pack.rates(piece.mask)
    if rate is None:
        return Fraction(0)
    return Fraction(10**6) if rate.percent is None else rate.percent


def _drop(order: Iterable[Piece], minutes: int) -> list[Piece]:
    kept = []
    for piece in order:
        taken = min(minutes, piece.minutes)
        minutes -= taken
        if taken < piece.minutes:
            kept.append(piece.after(taken) if taken else piece)
    return kept


def _in_time(pieces: list[Piece]) -> list[Piece]:
    return sorted(pieces, key=lambda piece: piece.start)


def _begin(placement: str) -> Callable[[int, int], int]:
    """Worked minutes before the break, from the net total and the break."""
    if placement == "midden":
        return lambda total, pause: (total - pause) // 2
    if placement.startswith("na "):
        try:
            after = read_hours(placement.removeprefix("na "))
        except ValueError:
            after = -1
        if after >= 0:
            return lambda total, pause: min(after, total - pause)
    raise PackError(
        f"pauze {placement!r} is onbekend; kies uit {', '.join(PLACEMENTS)}"
    )


def _cut_out(
    pieces: list[Piece], minutes: int, begin: Callable[[int, int], int]
) -> list[Piece]:
    before = begin(sum(piece.minutes for piece in pieces), minutes)
    kept = []
    for piece in pieces:
        head = min(before, piece.minutes)
        before -= head
        if head:
            kept.append(piece.until(head) if head < piece.minutes else piece)
        gone = min(minutes, piece.minutes - head)
        minutes -= gone
        if head + gone < piece.minutes and (gone or not head):
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
            kept.append(
                Piece(
                    piece.key, piece.shift_day, piece.start, piece.end, paid,
                    piece.mask, piece.counted,
                )
            )  # fmt: skip
    return kept
