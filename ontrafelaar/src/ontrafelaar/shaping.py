"""What is done to a shift once it is cut: adjoining a roster, short runs, rounding."""

from collections.abc import Sequence
from itertools import groupby

from ontrafelaar.breaks import cut_out
from ontrafelaar.pack import Rule
from ontrafelaar.pieces import Days, Piece, cut
from ontrafelaar.rounding import Rounding


def adjoined(
    pieces: list[Piece], days: Days, bits: int, shift: tuple[int, int]
) -> list[Piece]:
    """Takes these rules off hours that don't come directly before or after the roster.

    They do when the shift, from its start to its end, lies partly in the roster, begins
    where it ends or ends where it begins.
    """
    everything = -1
    whole = cut(days, [shift], everything) if shift[0] < shift[1] else []
    if any(piece.mask & days.in_roster for piece in whole):
        return pieces
    if any(minute in _bounds(days, minute) for minute in shift):
        return pieces
    return [
        piece._replace(mask=piece.mask & ~bits, fills=piece.fills & ~bits)
        for piece in pieces
    ]


def _bounds(days: Days, minute: int) -> set[int]:
    """Where the roster begins and ends around this instant."""
    day = days.number(minute)
    return {
        bound
        for there in (day - 1, day)
        for piece in days[there]
        if piece.mask & days.in_roster
        for bound in (piece.start, piece.end)
    }


def shortened(pieces: list[Piece], bit: int, rule: Rule) -> list[Piece]:
    """A run of hours that is too short does not count; rounding takes off its end."""
    found: list[Piece] = []
    for holds, group in groupby(pieces, lambda piece: bool(piece.mask & bit)):
        run = list(group)
        found += _paid(run, bit, rule) if holds else run
    return found


def _paid(run: Sequence[Piece], bit: int, rule: Rule) -> list[Piece]:
    total = sum(piece.minutes for piece in run)
    left = min(rule.rounding.of(total), total) if rule.rounding else total
    if total < rule.least:
        left = 0
    found = []
    for piece in run:
        paid = min(left, piece.minutes)
        left -= paid
        if paid:
            found.append(piece.until(paid))
        if paid < piece.minutes:
            found.append(_without(piece.after(paid), bit))
    return found


def _without(piece: Piece, bit: int) -> Piece:
    return piece._replace(mask=piece.mask & ~bit)


def rounded(pieces: list[Piece], rounding: Rounding) -> list[Piece]:
    """The whole shift in steps: at its end something goes off or is added."""
    total = sum(piece.minutes for piece in pieces)
    wanted = rounding.of(total)
    if wanted < total:
        return cut_out(pieces, total - wanted, lambda _total, _gone: wanted)
    return lengthened(pieces, wanted)


def lengthened(pieces: list[Piece], minutes: int) -> list[Piece]:
    """To at least so many minutes: what is short comes at its end."""
    short = minutes - sum(piece.minutes for piece in pieces)
    if not pieces or short <= 0:
        return pieces
    last = pieces[-1]
    return [*pieces[:-1], last._replace(minutes=last.minutes + short)]
