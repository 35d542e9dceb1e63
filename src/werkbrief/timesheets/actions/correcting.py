"""Putting right what was judged wrongly: the client asks, the agency decides (S6.2)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.timesheets.actions.changing import refuse_overlap, retimed
from werkbrief.timesheets.actions.locking import KIND, hold_workers, snapshot
from werkbrief.timesheets.models import (
    Answer,
    CorrectionAnswer,
    CorrectionRequest,
    CorrectionRequestQuerySet,
    Decision,
    Reason,
    TimeEntry,
    TimeEntryQuerySet,
    Verdict,
)
from werkbrief.timesheets.refusals import (
    AlreadyAnswered,
    AlreadyAsked,
    NothingToCorrect,
    Overlapping,
    StillOpen,
)
from werkbrief.words.notation import Typed

NOT_WORKED = (None, None, None)
REQUEST = "timesheets.correctionrequest"
Snapshot = dict[str, Any] | None
FIELDS = ["start", "end", "break_minutes", "version", "is_touched", "is_occupying"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """How it should have been; `typed` None is "did not work after all"."""

    typed: Typed | None
    reason: str


@transaction.atomic
def ask_correction(
    scope: TimeEntryQuerySet,
    entry_id: int,
    proposal: Proposal,
    *,
    by: User,
    at: datetime,
) -> CorrectionRequest:
    """Ask to put judged hours right.

    Raises StillOpen, AlreadyAsked, NothingToCorrect or BadTimes.
    """
    entry = _locked(scope, entry_id)
    decision: Decision | None = getattr(entry, "decision", None)
    if decision is None:
        raise StillOpen([entry])
    if CorrectionRequest.objects.filter(entry=entry).pending().exists():
        raise AlreadyAsked([entry])
    approved = decision.verdict == Verdict.APPROVED
    typed = proposal.typed
    times = NOT_WORKED if typed is None else retimed(entry, typed)
    stood = (entry.start, entry.end, entry.break_minutes)
    if times == (stood if approved else NOT_WORKED):
        raise NothingToCorrect([entry])
    start, end, pause = times
    request = CorrectionRequest.objects.create(
        agency_id=entry.agency_id,
        entry=entry,
        by=by,
        at=at,
        reason=proposal.reason,
        start=start,
        end=end,
        break_minutes=pause,
        was_start=entry.start,
        was_end=entry.end,
        was_break_minutes=entry.break_minutes,
        was_approved=approved,
    )
    deed = Deed(entry.agency_id, by, at, proposal.reason)
    _record("timesheets.correction_asked", request, deed, (None, _asked(request)))
    return request


@transaction.atomic
def withdraw_correction(
    scope: CorrectionRequestQuerySet, request_id: int, *, by: User, at: datetime
) -> CorrectionRequest:
    """The client takes the question back while nobody has answered it."""
    request = _pending(scope, request_id)
    _answer(request, Answer.WITHDRAWN, "", by, at)
    return request


@transaction.atomic
def decline_correction(
    scope: CorrectionRequestQuerySet,
    request_id: int,
    *,
    reason: str,
    by: User,
    at: datetime,
) -> CorrectionRequest:
    """The agency keeps the hours as they stand and says why."""
    request = _pending(scope, request_id)
    _answer(request, Answer.DECLINED, reason, by, at)
    return request


def accept_correction(
    scope: CorrectionRequestQuerySet, request_id: int, *, by: User, at: datetime
) -> TimeEntry:
    """The hours become what was asked, in one go; the old ones stay in the journal.

    Raises AlreadyAnswered, or Overlapping when the worker is elsewhere then.
    """
    entry: TimeEntry | None = None
    try:
        with transaction.atomic():
            request = _pending(scope, request_id)
            entry = _locked(TimeEntry.objects.all(), request.entry_id)
            before = _judged(entry)
            _put_right(entry, request, by, at)
            _answer(request, Answer.ACCEPTED, "", by, at)
            deed = Deed(entry.agency_id, by, at, request.reason)
            trace = Trace(KIND, entry.pk, before, _judged(entry))
            record("timesheets.corrected", deed, [trace])
            return entry
    except IntegrityError as taken:
        if entry is None:
            raise
        raise Overlapping([entry]) from taken


def _put_right(
    entry: TimeEntry, request: CorrectionRequest, by: User, at: datetime
) -> None:
    if request.start is None or request.end is None or request.break_minutes is None:
        entry.decision.verdict, entry.decision.reason = Verdict.REJECTED, Reason.OTHER
        entry.is_occupying = False
    else:
        entry.start, entry.end = request.start, request.end
        entry.break_minutes = request.break_minutes
        entry.decision.verdict, entry.decision.reason = Verdict.APPROVED, ""
        entry.is_occupying = True
        hold_workers([entry.worker_id])
        refuse_overlap([entry])
    entry.version += 1
    entry.is_touched = True
    entry.decision.by, entry.decision.at = by, at
    entry.save(update_fields=FIELDS)
    entry.decision.save(update_fields=["verdict", "reason", "by", "at"])


def _locked(scope: TimeEntryQuerySet, entry_id: int) -> TimeEntry:
    """The decision is read after the lock, so it is the one that holds."""
    return (
        scope.select_for_update(of=("self",)).select_related("worker").get(pk=entry_id)
    )


def _pending(scope: CorrectionRequestQuerySet, request_id: int) -> CorrectionRequest:
    """The lock is on the request: two answers at once wait for each other."""
    request = scope.select_for_update(of=("self",)).get(pk=request_id)
    given = CorrectionAnswer.objects.filter(request=request).select_related("by")
    if answer := given.first():
        raise AlreadyAnswered(answer)
    return request


def _answer(
    request: CorrectionRequest, answer: Answer, reason: str, by: User, at: datetime
) -> None:
    CorrectionAnswer.objects.create(
        request=request,
        agency_id=request.agency_id,
        answer=answer,
        reason=reason,
        by=by,
        at=at,
    )
    deed = Deed(request.agency_id, by, at, reason)
    asked = _asked(request)
    change = (asked, {**asked, "answer": answer})
    _record(f"timesheets.correction_{answer}", request, deed, change)


def _record(
    verb: str, request: CorrectionRequest, deed: Deed, change: tuple[Snapshot, Snapshot]
) -> None:
    record(verb, deed, [Trace(REQUEST, request.pk, *change)])


def _asked(request: CorrectionRequest) -> dict[str, Any]:
    return {
        "entry": request.entry_id,
        "start": request.start,
        "end": request.end,
        "break_minutes": request.break_minutes,
    }


def _judged(entry: TimeEntry) -> dict[str, Any]:
    decision = entry.decision
    return snapshot(entry, verdict=decision.verdict, reason=decision.reason)
