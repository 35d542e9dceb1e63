"""Handmatig werkbriefje: the client adds it, the agency makes entries of it (S5.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.models import Client, JobFunction, Worker
from werkbrief.timesheets.actions.changing import Times, retimed
from werkbrief.timesheets.models import (
    Handling,
    ManualAnswer,
    ManualDay,
    ManualEntry,
    ManualEntryQuerySet,
    TimeEntry,
)
from werkbrief.timesheets.refusals import AlreadyHandled, BadSlip, NotOver
from werkbrief.words.clock import NoSuchTime, instant
from werkbrief.words.clock import at as instant_at
from werkbrief.words.notation import Typed
from werkbrief.words.tongues import say

KIND = "timesheets.manualentry"


@dataclass(frozen=True, slots=True)
class Slip:
    """What the client filled in; the same times on each of the days."""

    job_function: JobFunction
    who: str
    days: Sequence[date]
    typed: Typed = field(default_factory=Typed)
    description: str = ""


@transaction.atomic
def add_manual(client: Client, slip: Slip, *, by: User, at: datetime) -> ManualEntry:
    """Pass on hours of somebody who was not planned; the agency sees them at once.

    The same slip again while it still waits is that slip: a double click is harmless.
    Raises BadSlip, BadTimes or NotOver.
    """
    days = [_timed(slip, day) for day in sorted(set(slip.days))]
    if not days:
        raise BadSlip(say("Kies minstens één dag."), field="days")
    _refuse_unworked(slip, days, at)
    Client.objects.select_for_update(no_key=True).get(pk=client.pk)
    if twin := _twin(client, slip, days):
        return twin
    manual = ManualEntry.objects.create(
        agency_id=client.agency_id,
        client=client,
        job_function=slip.job_function,
        who=slip.who,
        description=slip.description,
        by=by,
        at=at,
    )
    ManualDay.objects.bulk_create(
        ManualDay(manual=manual, start=start, end=end, break_minutes=pause)
        for start, end, pause in days
    )
    trace = Trace(KIND, manual.pk, None, told(manual))
    record("timesheets.manual_added", Deed(client.agency_id, by, at), [trace])
    return manual


@transaction.atomic
def decline_manual(
    scope: ManualEntryQuerySet, manual_id: int, reason: str, *, by: User, at: datetime
) -> ManualEntry:
    """The agency makes nothing of it, and tells the client why (S5.3)."""
    manual = hold_pending(scope, manual_id)
    answer(
        manual, ManualAnswer(handling=Handling.DECLINED, reason=reason, by=by, at=at)
    )
    return manual


@transaction.atomic
def withdraw_manual(
    scope: ManualEntryQuerySet, manual_id: int, *, by: User, at: datetime
) -> ManualEntry:
    """The client takes it back while nobody at the agency has answered."""
    manual = hold_pending(scope, manual_id)
    answer(manual, ManualAnswer(handling=Handling.WITHDRAWN, by=by, at=at))
    return manual


def hold_pending(scope: ManualEntryQuerySet, manual_id: int) -> ManualEntry:
    """Lock it; two answers at once wait for each other. Raises AlreadyHandled."""
    manual = scope.select_for_update(of=("self",)).get(pk=manual_id)
    given = ManualAnswer.objects.filter(manual=manual).select_related("by").first()
    if given:
        raise AlreadyHandled(given)
    return manual


def answer(
    manual: ManualEntry, given: ManualAnswer, traces: Sequence[Trace] = ()
) -> None:
    """Write the answer and the journal, with what else it did."""
    given.manual, given.agency_id = manual, manual.agency_id
    given.save(force_insert=True)
    before = told(manual)
    after = {**before, "handling": given.handling, "assignment": given.assignment_id}
    deed = Deed(manual.agency_id, given.by, given.at, given.reason)
    own = Trace(KIND, manual.pk, before, after)
    record(f"timesheets.manual_{given.handling}", deed, [own, *traces])


def told(manual: ManualEntry) -> dict[str, Any]:
    """What the journal keeps of it."""
    return {
        "who": manual.who,
        "job_function": manual.job_function_id,
        "days": [list(times) for times in _times(manual)],
    }


def _times(manual: ManualEntry) -> list[Times]:
    return [(day.start, day.end, day.break_minutes) for day in manual.days.all()]


def _timed(slip: Slip, day: date) -> Times:
    """The typed times on this day; refused as those of an entry are."""
    typed = slip.typed
    if typed.start is None:
        raise BadSlip(say("Vul de starttijd in, bijvoorbeeld 7:30."), field="start")
    if typed.end is None and typed.total is None:
        raise BadSlip(
            say("Vul de eindtijd in, of het totaal aantal uren."), field="end"
        )
    try:
        start = instant_at(day, typed.start)
    except NoSuchTime:
        sentence = say("Deze tijd bestaat niet: de klok ging een uur vooruit.")
        raise BadSlip(sentence, field="start") from None
    return retimed(_entry(slip, start), typed)


def _entry(slip: Slip, start: int) -> TimeEntry:
    """As yet of nobody: an entry of a minute, to be given the typed times."""
    worker = Worker(name=slip.who)
    return TimeEntry(worker=worker, start=start, end=start + 1, break_minutes=0)


def _refuse_unworked(slip: Slip, days: Sequence[Times], at: datetime) -> None:
    early = [_entry(slip, start) for start, end, _ in days if end > instant(at)]
    if early:
        last = max(end for _, end, _ in days)
        refusal = NotOver(early, NotOver.PASS_ON, last)
        refusal.field = "days"
        raise refusal


def _twin(client: Client, slip: Slip, days: Sequence[Times]) -> ManualEntry | None:
    same = ManualEntry.objects.pending().filter(
        client=client,
        job_function=slip.job_function,
        who=slip.who,
        description=slip.description,
    )
    for manual in same.prefetch_related("days"):
        if _times(manual) == list(days):
            return manual
    return None
