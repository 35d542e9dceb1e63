"""Telling whoever sent a message or a request what became of it: one mail at a time."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from werkbrief.notices.actions.queueing import Draft, queue
from werkbrief.notices.models import Letter
from werkbrief.notices.reads import Recipient, portal_address, recipient_of
from werkbrief.planning.models import MessageAnswer, MessageKind, OrderAnswer, Outcome
from werkbrief.staffing.models import Membership
from werkbrief.words.clock import clock, day_of
from werkbrief.words.weeks import Week

# Answers of one sitting go in one mail; nobody hears of last week's after a standstill.
SITTING, FRESH = timedelta(minutes=1), timedelta(hours=24)
KEY = "answers"


@dataclass(frozen=True, slots=True)
class Told:
    """One answer: what it was about, for which day, what it became and why."""

    at: datetime
    title: Any
    day: date
    detail: str
    outcome: str
    reason: str


Sender = tuple[int, int]


def tell_answered(*, at: datetime) -> int:
    """Mail what was answered since the last mail to this sender; how many mails.

    The moment of the newest answer stands in the key of the mail: whatever dies in
    between, each answer is told once.
    """
    found = _answers(at - FRESH, at - SITTING)
    if not found:
        return 0
    until = _told_until(at)
    members = Membership.objects.select_related("user", "client__agency").filter(
        client__in={client for client, _ in found},
        user__in={user for _, user in found},
        user__is_active=True,
        client__archived_on__isnull=True,
    )
    count = 0
    to = recipient_of(members, at)
    for member in members:
        if not to[member.pk].user.email:
            continue
        sender = (member.client_id, member.user_id)
        fresh = [one for one in found.get(sender, ()) if one.at > until[sender]]
        if fresh:
            draft = _draft(member, to[member.pk], sorted(fresh, key=lambda one: one.at))
            count += queue(member.client.agency, [draft], at=at)
    return count


def _answers(since: datetime, until: datetime) -> dict[Sender, list[Told]]:
    found: dict[Sender, list[Told]] = defaultdict(list)
    for sender, told in (*_messages(since, until), *_orders(since, until)):
        found[sender].append(told)
    return dict(found)


def _messages(since: datetime, until: datetime) -> Iterator[tuple[Sender, Told]]:
    answers = MessageAnswer.objects.filter(at__gt=since, at__lte=until)
    related = ("message__assignment__worker",)
    for one in answers.exclude(outcome=Outcome.WITHDRAWN).select_related(*related):
        sent = one.message
        who = sent.assignment.worker.name if sent.assignment else ""
        # The label itself, not its text: the reader's language is not known here.
        title = MessageKind(sent.kind).label
        yield (
            (sent.client_id, sent.by_id),
            Told(one.at, title, sent.day, who, str(one.outcome), one.reason),
        )


def _orders(since: datetime, until: datetime) -> Iterator[tuple[Sender, Told]]:
    answers = OrderAnswer.objects.filter(
        at__gt=since, at__lte=until, order__asked_by__isnull=False
    )
    related = ("order__job_function",)
    for one in answers.exclude(outcome=Outcome.WITHDRAWN).select_related(*related):
        asked = one.order
        title = f"{asked.headcount} × {asked.job_function}"
        times = f"{clock(asked.start)}–{clock(asked.end)}"
        if asked.asked_by_id is not None:
            yield (
                (asked.client_id, asked.asked_by_id),
                Told(
                    one.at,
                    title,
                    day_of(asked.start),
                    times,
                    str(one.outcome),
                    one.reason,
                ),
            )


def _told_until(at: datetime) -> dict[Sender, datetime]:
    """Client and user -> the newest answer that a mail told of."""
    never = datetime.min.replace(tzinfo=UTC)
    found: dict[Sender, datetime] = defaultdict(lambda: never)
    keys = Letter.objects.filter(
        key__startswith=f"{KEY}:", queued_at__gt=at - 2 * FRESH
    ).values_list("key", flat=True)
    for key in keys:
        _, client, user, moment = key.split(":", 3)
        sender = (int(client), int(user))
        found[sender] = max(found[sender], datetime.fromisoformat(moment))
    return found


def _draft(member: Membership, to: Recipient, told: list[Told]) -> Draft:
    week = Week.of(told[-1].day)
    return Draft(
        key=f"{KEY}:{member.client_id}:{member.user_id}:{told[-1].at.isoformat()}",
        kind="answers",
        to=to.user.email,
        language=to.user.language or "nl",
        words={
            "name": to.user.name,
            "absent": to.absent,
            "told": told,
            "url": portal_address("planning", to.client, week, of=member.client.agency),
        },
        client=member.client,
    )
