"""Handing over approved hours: frozen batches, each only the difference."""

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
from werkbrief.exchange.reads.drafts import Draft, drafts_of
from werkbrief.exchange.refusals import NothingNew
from werkbrief.exchange.timecards.coding import resource_of
from werkbrief.exchange.timecards.wire import paid_by_day, read_wire
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.words.weeks import Week

KIND = "exchange.delivery"


@transaction.atomic
def export(receiver: Receiver, week: Week, *, by: User | None, at: datetime) -> Batch:
    """Hand over what this receiver has not got of a week. Raises NothingNew.

    New cards, changed ones and withdrawn ones; a card that can't go is held, with the
    reason, and comes along when it can. Statements grow with clients, not with cards.
    """
    receiver = Receiver.objects.select_for_update(of=("self",)).get(pk=receiver.pk)
    drafts = drafts_of(receiver, week)
    if not drafts:
        raise NothingNew(receiver, week)
    cards = _enrol(receiver, week, drafts)
    batch = Batch.objects.create(
        receiver=receiver,
        number=receiver.batches.count() + 1,
        monday=week.monday,
        by=by,
        at=at,
    )
    _store(batch, drafts, cards, Deed(receiver.agency_id, by, at))
    return batch


def _enrol(receiver: Receiver, week: Week, drafts: list[Draft]) -> dict[int, Timecard]:
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
        if draft.wire:
            cards[draft.assignment].lines_given = draft.given
    raised = [cards[draft.assignment] for draft in drafts if draft.wire]
    Timecard.objects.bulk_update(raised, ["lines_given"], batch_size=200)
    return cards


def _store(
    batch: Batch, drafts: list[Draft], cards: dict[int, Timecard], deed: Deed
) -> None:
    goes = (
        Fate.READY if batch.receiver.transport == Transport.DOWNLOAD else Fate.WAITING
    )
    made = Delivery.objects.bulk_create(
        Delivery(
            batch=batch,
            timecard=cards[draft.assignment],
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
        (_trace(one, draft) for one, draft in zip(made, drafts, strict=True)),
    )


def _trace(one: Delivery, draft: Draft) -> Trace:
    """Of a correction also the days that it moved: Monday's hours move Friday's pay."""
    after = {"step": one.step, "fate": one.fate}
    known = draft.known
    if one.step == Step.NEW or not (known and known.content and draft.wire):
        return Trace(KIND, one.pk, None, after)
    old, new = paid_by_day(read_wire(known.content)), paid_by_day(draft.wire)
    days = [day for day in sorted({*old, *new}) if old.get(day) != new.get(day)]
    return Trace(KIND, one.pk, _told(old, days), after | _told(new, days))


def _told(paid: dict[str, str], days: list[str]) -> dict[str, str]:
    return {"paid": "; ".join(f"{day}: {paid.get(day, '–')}" for day in days)}
