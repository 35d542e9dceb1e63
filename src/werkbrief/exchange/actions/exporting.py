"""Handing over approved hours: frozen batches, each only the difference."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.exchange.models import (
    Batch,
    Delivery,
    Fate,
    Receiver,
    Step,
    Timecard,
    Transport,
)
from werkbrief.exchange.reads.cards import cards_of
from werkbrief.exchange.reads.handed import Handed, handed
from werkbrief.exchange.refusals import NothingNew
from werkbrief.exchange.timecards.cards import Card
from werkbrief.exchange.timecards.coding import coded, document_of, resource_of
from werkbrief.exchange.timecards.numbering import numbered, withdrawn
from werkbrief.exchange.timecards.rules import broken_rules
from werkbrief.exchange.timecards.wire import Wire, read_wire
from werkbrief.exchange.timecards.writing import written
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week

KIND = "exchange.delivery"
FIRST_LETTERS = 500


@transaction.atomic
def export(receiver: Receiver, week: Week, *, by: User | None, at: datetime) -> Batch:
    """Hand over what this receiver has not got of a week. Raises NothingNew.

    New cards, changed ones and withdrawn ones; a card that can't go is held, with the
    reason, and comes along when it can. Statements grow with clients, not with cards.
    """
    receiver = Receiver.objects.select_for_update(of=("self",)).get(pk=receiver.pk)
    cards = cards_of(receiver.agency, week, has_absences=receiver.has_absences)
    before = handed(receiver, week)
    drafts = [draft for card in cards if (draft := _draft(card, receiver, before))]
    drafts += _gone(cards, receiver, before)
    if not drafts:
        raise NothingNew(receiver, week)
    _enrol(receiver, week, drafts)
    batch = Batch.objects.create(
        receiver=receiver,
        number=receiver.batches.count() + 1,
        monday=week.monday,
        by=by,
        at=at,
    )
    _store(batch, drafts, Deed(receiver.agency_id, by, at))
    return batch


@dataclass(slots=True)
class _Draft:
    """One card on its way; `wire` None: it can't go, for the reason in `told`."""

    assignment: int
    document: str
    step: Step
    print: str
    wire: Wire | None = None
    message: str = ""
    told: str = ""
    known: Handed | None = None
    timecard: Timecard | None = None
    given: int = 0


def _draft(card: Card, receiver: Receiver, before: dict[int, Handed]) -> _Draft | None:
    """None when the receiver has exactly this."""
    known = before.get(card.assignment)
    step = Step.CORRECTED if known and known.is_standing else Step.NEW
    draft = _Draft(card.assignment, document_of(card), step, "", known=known)
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
) -> Iterator[_Draft]:
    """What the receiver has and nobody stands behind any more."""
    present = {card.assignment for card in cards}
    for assignment, known in before.items():
        if known.is_standing and assignment not in present and known.content:
            wire = withdrawn(read_wire(known.content))
            draft = _Draft(
                assignment, wire.document, Step.WITHDRAWN, wire.print(), known=known
            )
            draft.wire, draft.given = wire, known.lines_given
            draft.message = written(wire, receiver.form)
            yield draft


def _write(draft: _Draft, wire: Wire, receiver: Receiver) -> None:
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


def _enrol(receiver: Receiver, week: Week, drafts: list[_Draft]) -> None:
    """A timecard for each card; three statements."""
    fresh = [
        Timecard(
            receiver=receiver,
            assignment_id=draft.assignment,
            monday=week.monday,
            document=draft.document,
            resource=UUID(resource_of(receiver, draft.document)),
        )
        for draft in drafts
        if draft.known is None
    ]
    Timecard.objects.bulk_create(fresh)
    rows = receiver.timecards.filter(monday=week.monday)
    cards = {card.assignment_id: card for card in rows}
    for draft in drafts:
        draft.timecard = cards[draft.assignment]
        if draft.wire:
            draft.timecard.lines_given = draft.given
    Timecard.objects.bulk_update(
        [d.timecard for d in drafts if d.timecard], ["lines_given"], batch_size=200
    )


def _store(batch: Batch, drafts: list[_Draft], deed: Deed) -> None:
    goes = (
        Fate.READY if batch.receiver.transport == Transport.DOWNLOAD else Fate.WAITING
    )
    made = Delivery.objects.bulk_create(
        Delivery(
            batch=batch,
            timecard=draft.timecard,
            revision=(draft.known.revision if draft.known else 0) + 1,
            step=draft.step,
            content=draft.wire.as_json() if draft.wire else {},
            message=draft.message,
            print=draft.print,
            fate=goes if draft.wire else Fate.HELD,
            told=draft.told,
            due=deed.at if draft.wire and goes == Fate.WAITING else None,
        )
        for draft in drafts
    )
    record(
        "exchange.exported",
        deed,
        (
            Trace(KIND, one.pk, None, {"step": one.step, "fate": one.fate})
            for one in made
        ),
    )
