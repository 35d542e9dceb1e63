"""What the screens show of handing over: receivers, batches and each card's fate."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count

from werkbrief.exchange.models import Batch, Delivery, Fate, Receiver, Step
from werkbrief.exchange.reads.drafts import Draft
from werkbrief.staffing.models import Agency
from werkbrief.timesheets.models import TimeEntry, Verdict
from werkbrief.words.weeks import Week


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One batch, with how many cards met which fate, in Dutch."""

    pk: int
    number: int
    by: str
    at: datetime
    cards: int
    fates: tuple[tuple[str, str, int], ...]


@dataclass(slots=True)
class ReceiverRow:
    """A receiver with its batches of one week, newest first."""

    pk: int
    name: str
    form: str
    transport: str
    batches: list[BatchRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card of a batch. `hours` as the message has them."""

    pk: int
    document: str
    worker: str
    number: str
    client: str
    step: str
    hours: str
    fate: str
    fate_word: str
    told: str
    has_message: bool


@dataclass(frozen=True, slots=True)
class Readiness:
    """How much of a week is approved, and how much is still open."""

    approved: int
    open: int


def readiness(agency: Agency, week: Week) -> Readiness:
    """Two statements."""
    entries = TimeEntry.objects.filter(agency=agency).in_week(week)
    approved = entries.filter(decision__verdict=Verdict.APPROVED).count()
    return Readiness(approved, entries.open().count())


def receivers_board(agency: Agency, week: Week) -> list[ReceiverRow]:
    """All receivers of an agency: three statements."""
    receivers = agency.receivers.filter(archived_on=None).order_by("name")
    rows = {
        one.pk: ReceiverRow(
            one.pk, one.name, one.get_form_display(), one.get_transport_display()
        )
        for one in receivers
    }
    batches = Batch.objects.filter(receiver__in=rows, monday=week.monday)
    fates: dict[int, Counter[str]] = defaultdict(Counter)
    counted = Delivery.objects.filter(batch__in=batches).values_list("batch", "fate")
    for batch, fate, number in counted.annotate(Count("pk")).order_by():
        fates[batch][fate] = number
    for batch in batches.select_related("by").order_by("-number"):
        rows[batch.receiver_id].batches.append(_batch(batch, fates[batch.pk]))
    return list(rows.values())


def _batch(batch: Batch, fates: Counter[str]) -> BatchRow:
    told = tuple(
        (fate.value, str(fate.label), fates[fate]) for fate in Fate if fates[fate]
    )
    by = str(batch.by) if batch.by else ""
    return BatchRow(batch.pk, batch.number, by, batch.at, fates.total(), told)


def cards_of_batch(batch: Batch) -> list[CardRow]:
    """What needs attention first, then by name: one statement."""
    rows = batch.deliveries.select_related(
        "timecard__assignment__worker", "timecard__assignment__client"
    ).defer("message")
    order = [Fate.HELD, Fate.REFUSED, Fate.WAITING, Fate.READY, Fate.DELIVERED]
    ranked = sorted(
        rows,
        key=lambda one: (
            order.index(Fate(one.fate)),
            one.timecard.assignment.worker.sort_name,
        ),
    )
    return [_card(one) for one in ranked]


def _card(one: Delivery) -> CardRow:
    assignment = one.timecard.assignment
    return CardRow(
        one.pk,
        one.timecard.document,
        assignment.worker.name,
        assignment.worker.payroll_number,
        assignment.client.name,
        one.get_step_display(),
        one.content.get("total", "") if one.step != Step.WITHDRAWN else "",
        one.fate,
        one.get_fate_display(),
        one.told,
        bool(one.content),
    )


@dataclass(frozen=True, slots=True)
class Preview:
    """What an export would hand over now; `held` are documents with the reason."""

    receiver: Receiver
    counts: tuple[tuple[str, int], ...]
    held: tuple[tuple[str, str], ...]

    @property
    def goes(self) -> int:
        return sum(number for _, number in self.counts)


def preview_of(receiver: Receiver, drafts: list[Draft]) -> Preview:
    return Preview(receiver, tuple(_counts(drafts)), tuple(_held(drafts)))


def _counts(drafts: list[Draft]) -> Iterator[tuple[str, int]]:
    steps = Counter(draft.step for draft in drafts if draft.wire)
    for step in Step:
        if steps[step]:
            yield str(step.label), steps[step]


def _held(drafts: list[Draft]) -> Iterator[tuple[str, str]]:
    for draft in drafts:
        if draft.wire is None:
            yield draft.document, draft.told
