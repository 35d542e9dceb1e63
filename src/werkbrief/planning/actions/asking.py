"""Asking for staff, and what the agency does with it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.actions.ordering import snapshot
from werkbrief.planning.actions.planning import Planned, PlanOutcome, plan
from werkbrief.planning.models import (
    OrderAnswer,
    Outcome,
    Shift,
    ShiftQuerySet,
    StaffingOrder,
)
from werkbrief.planning.reads.absences import absent_among
from werkbrief.planning.reads.filled import filled_of
from werkbrief.planning.reads.usual import usual_instant
from werkbrief.planning.refusals import (
    AlreadyAnswered,
    AwayThen,
    BreakTooLong,
    NotSoMany,
    ReasonMissing,
)
from werkbrief.staffing.models import (
    Assignment,
    Client,
    Crew,
    Department,
    JobFunction,
)
from werkbrief.words.clock import DAY, day_of, midnight
from werkbrief.words.tongues import say

KIND = "planning.staffingorder"
MOST = 500


@dataclass(frozen=True, slots=True)
class Need:
    """Whom a client needs; `start` and `end` are minutes on the wall clock."""

    headcount: int
    job_function: JobFunction
    days: Sequence[date]
    start: int
    end: int
    pause: int = 0
    department: Department | None = None
    crew: Crew | None = None
    remark: str = ""


@transaction.atomic
def ask_for_staff(
    need: Need, *, client: Client, by: User, at: datetime
) -> list[StaffingOrder]:
    """One request per day. The same one that still waits is not asked again.

    Raises NotSoMany and BreakTooLong.
    """
    Client.objects.select_for_update(no_key=True).get(pk=client.pk)
    if not 1 <= need.headcount <= MOST:
        raise NotSoMany(
            say("Vul een aantal in van 1 tot %(most)s.", most=MOST), field="headcount"
        )
    asked = [_order(need, day, client) for day in need.days]
    for order in asked:
        if order.break_minutes > order.end - order.start:
            raise BreakTooLong(order.break_minutes, order.end - order.start)
        order.asked_by, order.asked_at = by, at
    waiting = client.orders.filter(asked_by=by, answer__isnull=True)
    present = {_same(order): order for order in waiting}
    fresh = [order for order in asked if _same(order) not in present]
    StaffingOrder.objects.bulk_create(fresh)
    if fresh:
        traces = [Trace(KIND, order.pk, None, snapshot(order)) for order in fresh]
        record("planning.asked", Deed(client.agency_id, by, at), traces)
    return [present.get(_same(order), order) for order in asked]


def confirm_request(orders: Iterable[StaffingOrder], *, by: User, at: datetime) -> None:
    """Tell the client that the agency goes looking. Raises AlreadyAnswered."""
    _answer(orders, lambda: OrderAnswer(outcome=Outcome.ACCEPTED, by=by, at=at))


def decline_request(
    orders: Iterable[StaffingOrder], reason: str, *, by: User, at: datetime
) -> None:
    """Tell the client why not. Raises AlreadyAnswered and ReasonMissing."""
    if not reason:
        raise ReasonMissing
    _answer(
        orders,
        lambda: OrderAnswer(outcome=Outcome.DECLINED, reason=reason, by=by, at=at),
    )


def withdraw_request(
    orders: Iterable[StaffingOrder], *, by: User, at: datetime
) -> None:
    """Take it back while it waits. Raises AlreadyAnswered."""
    _answer(orders, lambda: OrderAnswer(outcome=Outcome.WITHDRAWN, by=by, at=at))


@transaction.atomic
def assign(
    order: StaffingOrder, assignments: Sequence[Assignment], *, by: User, at: datetime
) -> PlanOutcome:
    """Plan these people in for a request; that confirms it to who asked.

    Raises NotSoMany, AwayThen, WorkerTwiceAtOnce and, when it was declined or
    withdrawn, AlreadyAnswered.
    """
    Client.objects.select_for_update(no_key=True).get(pk=order.client_id)
    answer = OrderAnswer.objects.filter(order=order.pk).select_related("by").first()
    if answer and answer.outcome != Outcome.ACCEPTED:
        raise AlreadyAnswered(answer)
    day = day_of(order.start)
    _refuse_too_many(order, assignments)
    _refuse_away(assignments, day)
    if answer is None and order.asked_at is not None:
        confirm_request([order], by=by, at=at)
    days = {(one.pk, day): [_planned(order)] for one in assignments}
    for shift in _standing(assignments, day):
        days[shift.assignment_id, day].append(Planned.of(shift))
    return plan(days, agency=order.agency, by=by, at=at, reason="aanvraag")


def _refuse_too_many(order: StaffingOrder, assignments: Sequence[Assignment]) -> None:
    if not assignments:
        raise NotSoMany("Kies eerst wie er komt.", field="assignments")
    left = order.headcount - filled_of(order)
    if left <= 0:
        raise NotSoMany(
            "Deze aanvraag is al gevuld. Zijn er toch meer mensen nodig? Plan ze dan "
            "in de week zelf in.",
            field="assignments",
        )
    if len(assignments) > left:
        raise NotSoMany(
            f"Er {'staat' if left == 1 else 'staan'} nog {left} open; er "
            f"zijn er {len(assignments)} gekozen.",
            field="assignments",
        )


def _refuse_away(assignments: Sequence[Assignment], day: date) -> None:
    away = absent_among({one.worker_id for one in assignments}, {day})
    names = [one.worker.name for one in assignments if (one.worker_id, day) in away]
    if names:
        raise AwayThen("; ".join(names))


def _standing(assignments: Iterable[Assignment], day: date) -> ShiftQuerySet:
    return Shift.objects.filter(
        assignment__in=[one.pk for one in assignments],
        is_cancelled=False,
        start__gte=midnight(day),
        start__lt=midnight(day + timedelta(days=1)),
    )


def _planned(order: StaffingOrder) -> Planned:
    return Planned(order.start, order.end, order.break_minutes, order.pk)


def _answer(orders: Iterable[StaffingOrder], answer: Callable[[], OrderAnswer]) -> None:
    """All of these or none; the key lets exactly one answer through."""
    chosen = list(orders)
    try:
        with transaction.atomic():
            Client.objects.select_for_update(no_key=True).get(pk=chosen[0].client_id)
            _refuse_answered(chosen)
            made = [answer() for _ in chosen]
            for order, one in zip(chosen, made, strict=True):
                one.order = order
            OrderAnswer.objects.bulk_create(made)
            one = made[0]
            deed = Deed(chosen[0].agency_id, one.by, one.at, one.reason)
            after = {"outcome": one.outcome}
            traces = [Trace(KIND, o.pk, {"outcome": ""}, after) for o in chosen]
            record(f"planning.request_{one.outcome}", deed, traces)
    except IntegrityError:
        _refuse_answered(chosen)
        raise


def _refuse_answered(orders: Iterable[StaffingOrder]) -> None:
    answers = OrderAnswer.objects.select_related("by")
    if first := answers.filter(order__in=[one.pk for one in orders]).first():
        raise AlreadyAnswered(first)


def _order(need: Need, day: date, client: Client) -> StaffingOrder:
    end = need.end if need.end > need.start else need.end + DAY
    return StaffingOrder(
        agency_id=client.agency_id,
        client=client,
        job_function=need.job_function,
        department=need.department,
        crew=need.crew,
        headcount=need.headcount,
        start=usual_instant(day, need.start),
        end=usual_instant(day, end),
        break_minutes=need.pause,
        remark=need.remark,
    )


def _same(order: StaffingOrder) -> tuple[int | None, ...]:
    return tuple(snapshot(order).values())
