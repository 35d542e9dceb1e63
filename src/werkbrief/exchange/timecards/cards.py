"""The canonical timecard: hours of one worker, one assignment, one week."""

from dataclasses import dataclass, field

from werkbrief.exchange.timecards.pieces import Piece
from werkbrief.pay.reads import HourTypes
from werkbrief.words.weeks import Week


@dataclass(frozen=True, slots=True)
class Named:
    """A part of a client; a receiver needs a code, so there always is one."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Worked:
    """One approved entry: instants, its paid pieces, who approved it and when.

    `problem` says why it can't be paid yet. One of somebody absent has no pieces.
    """

    entry: int
    start: int
    end: int
    break_minutes: int
    pieces: tuple[Piece, ...] = ()
    approver: str = ""
    approved_at: int = 0
    is_absent: bool = False
    problem: str = ""

    @property
    def minutes(self) -> int:
        return self.end - self.start - self.break_minutes


@dataclass(slots=True)
class Card:
    """What a timecard says, whatever the receiver; `number` is the assignment's.

    `hour_types`: what the agency itself calls hours, and by which codes.
    """

    assignment: int
    number: str
    week: Week
    client: Named
    worker: Named
    department: Named | None = None
    cost_center: Named | None = None
    worked: list[Worked] = field(default_factory=list)
    hour_types: HourTypes = field(default_factory=HourTypes)
