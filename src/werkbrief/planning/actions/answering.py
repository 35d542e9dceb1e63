"""What becomes of a planning message: accepted, declined or withdrawn, once."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.actions.planning import Planned, plan
from werkbrief.planning.actions.repeating import follow_pattern
from werkbrief.planning.actions.sending import KIND
from werkbrief.planning.models import (
    MessageAnswer,
    MessageKind,
    Outcome,
    PlanningMessage,
    Shift,
)
from werkbrief.planning.reads.proposals import proposed, stamp
from werkbrief.planning.refusals import AlreadyAnswered, PlanningMoved, ReasonMissing
from werkbrief.staffing.models import Client
from werkbrief.words.clock import day_of, midnight
from werkbrief.words.weeks import Week


def accept(
    message: PlanningMessage, *, by: User, at: datetime, seen: str = ""
) -> list[Week]:
    """Do what the message asks; the weeks whose planning it touched.

    `seen`: the stamp of the shifts as the office saw them. Raises AlreadyAnswered,
    PlanningMoved and WorkerTwiceAtOnce: then nothing has changed.
    """

    def change() -> list[Week]:
        shifts = list(message.shifts.filter(is_cancelled=False).order_by("start"))
        if seen and seen != stamp(shifts):
            raise PlanningMoved
        if message.kind == MessageKind.OTHER_PATTERN:
            return follow_pattern(message, by=by, at=at)
        if message.kind == MessageKind.REMARK:
            return []
        days = _replanned(message, shifts)
        plan(days, agency=message.agency, by=by, at=at, reason="melding")
        return sorted({Week.of(day) for _, day in days})

    return _answer(
        message, MessageAnswer(outcome=Outcome.ACCEPTED, by=by, at=at), change
    )


def decline(message: PlanningMessage, reason: str, *, by: User, at: datetime) -> None:
    """Leave the planning as it is, and say why. Raises AlreadyAnswered."""
    if not reason:
        raise ReasonMissing
    _answer(
        message, MessageAnswer(outcome=Outcome.DECLINED, reason=reason, by=by, at=at)
    )


def withdraw(message: PlanningMessage, *, by: User, at: datetime) -> None:
    """Take it back while it waits. Raises AlreadyAnswered."""
    _answer(message, MessageAnswer(outcome=Outcome.WITHDRAWN, by=by, at=at))


def _answer(
    message: PlanningMessage,
    answer: MessageAnswer,
    change: Callable[[], list[Week]] = list,
) -> list[Week]:
    """The key lets exactly one answer through, whoever is first."""
    answer.message = message
    try:
        with transaction.atomic():
            Client.objects.select_for_update(no_key=True).get(pk=message.client_id)
            _refuse_answered(message)
            weeks = change()
            answer.save(force_insert=True)
            after = {"outcome": answer.outcome}
            deed = Deed(message.agency_id, answer.by, answer.at, answer.reason)
            traces = [Trace(KIND, message.pk, {"outcome": ""}, after)]
            record(f"planning.message_{answer.outcome}", deed, traces)
    except IntegrityError:
        _refuse_answered(message)
        raise
    return weeks


def _refuse_answered(message: PlanningMessage) -> None:
    answers = MessageAnswer.objects.select_related("by")
    if first := answers.filter(message=message.pk).first():
        raise AlreadyAnswered(first)


def _replanned(
    message: PlanningMessage, shifts: Sequence[Shift]
) -> dict[tuple[int, date], list[Planned]]:
    """The days of these shifts, with the others on them as they are."""
    if not shifts:
        raise PlanningMoved
    theirs = {shift.pk for shift in shifts}
    days: dict[tuple[int, date], list[Planned]] = defaultdict(list)
    for shift in shifts:
        days[shift.assignment_id, day_of(shift.start)] = []
    neighbours = Shift.objects.filter(
        assignment__in={assignment for assignment, _ in days},
        is_cancelled=False,
        start__gte=midnight(min(day for _, day in days)),
        start__lt=midnight(Week.of(max(day for _, day in days)).next.monday),
    )
    for shift in neighbours:
        key = (shift.assignment_id, day_of(shift.start))
        if key not in days:
            continue
        if shift.pk not in theirs:
            days[key].append(Planned(shift.start, shift.end, shift.break_minutes))
        elif message.kind == MessageKind.OTHER_TIMES:
            days[key].append(Planned(*proposed(message, shift)))
    return dict(days)
