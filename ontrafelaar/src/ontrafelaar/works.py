"""A shift while it is computed."""

from collections.abc import Sequence
from dataclasses import dataclass

from ontrafelaar.pieces import Piece
from ontrafelaar.shifts import Shift


@dataclass(slots=True)
class Work:
    """The day and the week it counts for, its net minutes and its pieces.

    The day is that on which it begins, or on which the shift begins that it follows
    without a gap, so that cutting a shift at midnight changes nothing. `taken` is the
    break.
    """

    shift: Shift
    day: int
    week: int
    net: int
    pieces: Sequence[Piece]
    taken: int = 0
