"""What an export would hand over: the difference, card by card, nothing written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from werkbrief.exchange.models import Receiver, Step
from werkbrief.exchange.reads.cards import cards_of
from werkbrief.exchange.reads.handed import Handed, handed
from werkbrief.exchange.timecards.cards import Card
from werkbrief.exchange.timecards.coding import coded, document_of
from werkbrief.exchange.timecards.numbering import numbered, withdrawn
from werkbrief.exchange.timecards.rules import broken_rules
from werkbrief.exchange.timecards.wire import Wire, read_wire
from werkbrief.exchange.timecards.writing import written
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week

FIRST_LETTERS = 500


@dataclass(slots=True)
class Draft:
    """One card on its way; `wire` None: it can't go, for the reason in `told`."""

    assignment: int
    document: str
    step: Step
    print: str
    wire: Wire | None = None
    message: str = ""
    told: str = ""
    known: Handed | None = None
    given: int = 0


def drafts_of(receiver: Receiver, week: Week) -> list[Draft]:
    """New, changed, withdrawn and held cards. Statements grow with the clients only."""
    cards = cards_of(receiver.agency, week, has_absences=receiver.has_absences)
    before = handed(receiver, week)
    drafts = [draft for card in cards if (draft := _draft(card, receiver, before))]
    return [*drafts, *_gone(cards, receiver, before)]


def _draft(card: Card, receiver: Receiver, before: dict[int, Handed]) -> Draft | None:
    """None when the receiver has exactly this."""
    known = before.get(card.assignment)
    step = Step.CORRECTED if known and known.is_standing else Step.NEW
    draft = Draft(card.assignment, document_of(card), step, "", known=known)
    try:
        wire = coded(card, receiver)
        draft.print = wire.print()
        if known and draft.print == known.print:
            return None
        _write(draft, wire, receiver)
    except Refusal as refusal:
        draft.wire, draft.told = None, refusal.sentence[:FIRST_LETTERS]
        draft.print = draft.print or draft.told[:64]
        if known and known.is_held_for(draft.told):
            return None
    return draft


def _gone(
    cards: list[Card], receiver: Receiver, before: dict[int, Handed]
) -> Iterator[Draft]:
    """What the receiver has and nobody stands behind any more."""
    present = {card.assignment for card in cards}
    for assignment, known in before.items():
        if known.is_standing and assignment not in present and known.content:
            wire = withdrawn(read_wire(known.content))
            draft = Draft(
                assignment, wire.document, Step.WITHDRAWN, wire.print(), known=known
            )
            draft.wire, draft.given = wire, known.lines_given
            draft.message = written(wire, receiver.form)
            yield draft


def _write(draft: Draft, wire: Wire, receiver: Receiver) -> None:
    known = draft.known
    content = known.content if known and known.is_standing else None
    given = known.lines_given if known else 0
    last = read_wire(content) if content else None
    wire, draft.given = numbered(wire, last, given)
    if known:
        wire = replace(wire, document=known.document, resource=known.resource)
    if wrong := broken_rules(wire, receiver.form):
        raise Refusal(" ".join(wrong))
    draft.wire, draft.message = wire, written(wire, receiver.form)
