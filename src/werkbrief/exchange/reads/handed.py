"""What a receiver has already: the last state of each card that reached it."""

from dataclasses import dataclass
from typing import Any

from werkbrief.exchange.models import Delivery, Fate, Receiver, Step, Timecard
from werkbrief.words.weeks import Week


@dataclass(slots=True)
class Handed:
    """One card: its last revision, and of the last that counts what it said.

    What was refused or held never counted: it comes along again.
    """

    document: str
    resource: str
    lines_given: int
    revision: int = 0
    print: str = ""
    content: dict[str, Any] | None = None
    is_standing: bool = False
    held: str = ""

    def is_held_for(self, reason: str) -> bool:
        """Nothing changed since it was held for this."""
        return self.held == reason


def handed(receiver: Receiver, week: Week) -> dict[int, Handed]:
    """Assignment id -> what was handed over of this week: two statements."""
    found = {
        card.pk: (card.assignment_id, _empty(card))
        for card in receiver.timecards.filter(monday=week.monday)
    }
    rows = Delivery.objects.filter(timecard__in=list(found)).order_by("revision")
    for one in rows.defer("message"):
        _follow(found[one.timecard_id][1], one)
    return dict(found.values())


def _empty(card: Timecard) -> Handed:
    return Handed(card.document, str(card.resource), card.lines_given)


def _follow(known: Handed, one: Delivery) -> None:
    known.revision = one.revision
    known.held = one.told if one.fate == Fate.HELD else ""
    if one.fate in {Fate.HELD, Fate.REFUSED}:
        return
    known.print, known.content = one.print, one.content
    known.is_standing = one.step != Step.WITHDRAWN
