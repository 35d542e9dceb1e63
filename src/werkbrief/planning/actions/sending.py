"""Telling the agency what should change, instead of phoning (S3.12-S3.14)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.models import (
    About,
    MessageKind,
    PlanningMessage,
    Shift,
    ShiftQuerySet,
)
from werkbrief.planning.reads.proposals import proposed
from werkbrief.planning.reads.usual import Block
from werkbrief.planning.refusals import BreakTooLong, NobodyPlanned, NothingProposed
from werkbrief.staffing.models import Assignment, Client
from werkbrief.words.clock import midnight
from werkbrief.words.notation import Typed
from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week

KIND = "planning.planningmessage"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody tells: about one shift, a worker's week, or a day.

    `day` is the shift's, any day of the week, the day itself, or the first day of
    another usual week.
    """

    kind: MessageKind
    about: About
    day: date
    assignment: Assignment | None = None
    shift: Shift | None = None
    times: Typed = field(default_factory=Typed)
    pattern: Sequence[Block] = field(default_factory=list)
    text: str = ""


@transaction.atomic
def send(
    proposal: Proposal, *, client: Client, scope: ShiftQuerySet, by: User, at: datetime
) -> PlanningMessage:
    """Send it once: the same one that still waits is not sent again.

    `scope`: the shifts that the sender may see. Raises NothingProposed, NobodyPlanned
    and BreakTooLong.
    """
    Client.objects.select_for_update(no_key=True).get(pk=client.pk)
    shifts = _shifts(proposal, scope)
    _refuse_empty(proposal, shifts)
    message = _message(proposal, client)
    message.by, message.at = by, at
    _refuse_long_break(message, shifts)
    if same := _same(message, shifts):
        return same
    message.save()
    message.shifts.set(shifts)
    trace = Trace(KIND, message.pk, None, snapshot(message))
    record("planning.message_sent", Deed(client.agency_id, by, at), [trace])
    return message


def _shifts(proposal: Proposal, scope: ShiftQuerySet) -> list[Shift]:
    standing = scope.standing().select_related("worker").order_by("start", "pk")
    if proposal.about == About.SHIFT and proposal.shift:
        return list(standing.filter(pk=proposal.shift.pk))
    if proposal.about == About.WORKER:
        week = Week.of(proposal.day)
        return list(standing.in_week(week).filter(assignment=proposal.assignment))
    first, last = midnight(proposal.day), midnight(proposal.day + timedelta(days=1))
    return list(standing.filter(start__gte=first, start__lt=last))


def _refuse_empty(proposal: Proposal, shifts: Sequence[Shift]) -> None:
    kind = proposal.kind
    if kind == MessageKind.OTHER_TIMES and not proposal.times:
        raise NothingProposed(say("Vul minstens één andere tijd in."), field="start")
    if kind == MessageKind.OTHER_PATTERN and not proposal.pattern:
        raise NothingProposed(
            say("Vul minstens één vaste dag in, met een start- en een eindtijd."),
            field="pattern",
        )
    if kind == MessageKind.REMARK and not proposal.text:
        raise NothingProposed(say("De opmerking is nog leeg."), field="text")
    if kind in (MessageKind.OTHER_TIMES, MessageKind.NO_SHOW) and not shifts:
        raise NobodyPlanned


def _refuse_long_break(message: PlanningMessage, shifts: Sequence[Shift]) -> None:
    if message.kind == MessageKind.OTHER_TIMES:
        for shift in shifts:
            start, end, pause = proposed(message, shift)
            if pause > end - start:
                raise BreakTooLong(pause, end - start)


def _message(proposal: Proposal, client: Client) -> PlanningMessage:
    with_times = proposal.kind == MessageKind.OTHER_TIMES
    with_pattern = proposal.kind == MessageKind.OTHER_PATTERN
    times = proposal.times if with_times else Typed()
    return PlanningMessage(
        agency_id=client.agency_id,
        client=client,
        kind=proposal.kind,
        about=proposal.about,
        day=proposal.day,
        assignment=proposal.assignment,
        start=times.start,
        end=times.end,
        break_minutes=times.pause,
        pattern=[list(block[:4]) for block in proposal.pattern] if with_pattern else [],
        text=proposal.text,
    )


def _same(message: PlanningMessage, shifts: Sequence[Shift]) -> PlanningMessage | None:
    """A second click: the same words about the same shifts, and no answer yet."""
    waiting = PlanningMessage.objects.filter(
        client=message.client_id, day=message.day, by=message.by, answer__isnull=True
    ).prefetch_related("shifts")
    ours = {shift.pk for shift in shifts}
    for other in waiting:
        same = snapshot(other) == snapshot(message) and other.text == message.text
        if same and {shift.pk for shift in other.shifts.all()} == ours:
            return other
    return None


def snapshot(message: PlanningMessage) -> dict[str, object]:
    """What the journal keeps of a message; never its words: they may name somebody."""
    return {
        "kind": message.kind,
        "about": message.about,
        "day": message.day.isoformat(),
        "assignment": message.assignment_id,
        "start": message.start,
        "end": message.end,
        "break_minutes": message.break_minutes,
        "pattern": message.pattern,
    }
