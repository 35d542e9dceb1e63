"""What the agency answered since somebody was last here: messages, requests, slips."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import (
    CharField,
    DateField,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast

from werkbrief.planning.models import MessageAnswer, OrderAnswer, Outcome
from werkbrief.planning.reads import messages_for, orders_for
from werkbrief.staffing.models import Membership, Right
from werkbrief.timesheets.models import (
    Answer,
    CorrectionAnswer,
    Handling,
    ManualAnswer,
    ManualDay,
)
from werkbrief.timesheets.reads.corrections import corrections_for
from werkbrief.timesheets.reads.manual import manual_for
from werkbrief.words.clock import day_of
from werkbrief.words.weeks import Week

MOST = 500
NO_DAY = Cast(Value(None), DateField())
NO_START = Cast(Value(None), IntegerField())
Rows = QuerySet[Any, Any]


@dataclass(frozen=True, slots=True)
class Answered:
    """What one person answered in one week: ("message", "declined") -> how many."""

    week: Week
    about: str
    who: str
    counts: dict[str, int]


def answered_since(membership: Membership, since: datetime) -> list[Answered]:
    """Newest week first: one statement, for any number of answers and of their sorts.

    Of corrections only those that were declined: hours that changed tell the rest.
    """
    sorts = [
        rows.filter(at__gt=since)
        .exclude(by__in=membership.writers)
        .annotate(sort=Value(sort, CharField()), day=day, start=start, fate=F(fate))
        .values_list("sort", "day", "start", "fate", "by__name")
        for sort, rows, day, start, fate in _sorts(membership)
    ]
    if not sorts:
        return []
    told: dict[tuple[Week, str, str], dict[str, int]] = defaultdict(
        lambda: defaultdict(int)
    )
    for sort, day, start, fate, who in sorts[0].union(*sorts[1:], all=True)[:MOST]:
        told[Week.of(_day(day, start)), sort, who][fate] += 1
    return [
        Answered(*key, dict(counts))
        for key, counts in sorted(told.items(), key=lambda item: item[0], reverse=True)
    ]


def _sorts(membership: Membership) -> Iterator[tuple[str, Rows, Any, Any, str]]:
    """What this member may see: sort, rows, its day or start, what became of it."""
    if membership.may(Right.SEE_PLANNING):
        sent, asked = messages_for(membership), orders_for(membership)
        told = MessageAnswer.objects.exclude(outcome=Outcome.WITHDRAWN)
        messages = told.filter(message__in=sent.values("pk"))
        yield "message", messages, F("message__day"), NO_START, "outcome"
        given = OrderAnswer.objects.exclude(outcome=Outcome.WITHDRAWN)
        orders = given.filter(order__in=asked.values("pk"))
        yield "order", orders, NO_DAY, F("order__start"), "outcome"
    if membership.may(Right.ADD_MANUAL):
        handled = ManualAnswer.objects.exclude(handling=Handling.WITHDRAWN)
        slips = handled.filter(manual__in=manual_for(membership).values("pk"))
        days = ManualDay.objects.filter(manual=OuterRef("pk")).order_by("start")
        start = Subquery(days.values("start")[:1])
        yield "slip", slips, NO_DAY, start, "handling"
    if membership.may(Right.SEE_CHECK):
        mine = corrections_for(membership)
        declined = CorrectionAnswer.objects.filter(
            request__in=mine.values("pk"), answer=Answer.DECLINED
        )
        yield "correction", declined, NO_DAY, F("request__was_start"), "answer"


def _day(day: date | None, start: int | None) -> date:
    return day if day is not None else day_of(start or 0)
