"""Every paid line of a period, one by one: a year never stands in memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from werkbrief.exchange.reads.cards import cards_one_by_one
from werkbrief.exchange.timecards.cards import Card, Worked
from werkbrief.exchange.timecards.pieces import Piece
from werkbrief.staffing.models import Agency
from werkbrief.words.clock import day_of
from werkbrief.words.weeks import Week


@dataclass(frozen=True, slots=True)
class PaidLine:
    """One stretch paid alike, with whose it is. Approved hours only.

    `piece` is None where the hours can't be paid yet; `worked.problem` says why.
    """

    card: Card
    worked: Worked
    piece: Piece | None

    @property
    def day(self) -> date:
        return day_of(self.worked.start)


def paid_lines(agency: Agency, first: date, last: date) -> Iterator[PaidLine]:
    """By week, client and assignment; entries by the day on which they start."""
    week = Week.of(first)
    while week.monday <= last:
        for card in cards_one_by_one(agency, week):
            for worked in card.worked:
                if first <= day_of(worked.start) <= last:
                    yield from _lines(card, worked)
        week = week.next


def _lines(card: Card, worked: Worked) -> Iterator[PaidLine]:
    if worked.problem and not worked.pieces:
        yield PaidLine(card, worked, None)
    for piece in worked.pieces:
        yield PaidLine(card, worked, piece)
