"""Corrections that were asked for: what stood, what was asked, what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_noop as _

from werkbrief.staffing.models import Membership
from werkbrief.timesheets.models import Answer, CorrectionRequest
from werkbrief.timesheets.models.corrections import CorrectionRequestQuerySet
from werkbrief.timesheets.reads.scope import entries_for
from werkbrief.words.clock import clock, day_of, duration
from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week

NOT_WORKED = _("niet gewerkt")


@dataclass(frozen=True, slots=True)
class Correction:
    """One question, both versions beside each other; `answer` empty is "waits"."""

    id: int
    entry_id: int
    client: str
    worker: str
    number: str
    day: date
    stood: str
    asked: str
    difference: int
    reason: str
    by: str
    at: datetime
    answer: str
    answered_by: str
    answer_reason: str
    is_accepted: bool

    @property
    def case(self) -> str:
        """Its anchor in the queue."""
        return f"c{self.id}"

    @property
    def is_pending(self) -> bool:
        return not self.answer


def corrections_for(membership: Membership) -> CorrectionRequestQuerySet:
    """The scope of a member: corrections of entries that they may see."""
    entries = entries_for(membership)
    return CorrectionRequest.objects.filter(entry__in=entries.values("pk"))


def corrections_in_week(membership: Membership, week: Week) -> list[Correction]:
    """Of this week, newest first: one statement."""
    entries = entries_for(membership).in_week(week)
    found = CorrectionRequest.objects.filter(entry__in=entries.values("pk"))
    return listed(found.order_by("-at", "-pk"))


def listed(requests: CorrectionRequestQuerySet) -> list[Correction]:
    """As rows for a screen: one statement."""
    related = ("entry__worker", "entry__client", "by", "answer__by")
    return [_correction(request) for request in requests.select_related(*related)]


def shown(times: Iterable[int | None]) -> str:
    """Write "07:30–16:00, pauze 30 (8:00)"; nothing is "niet gewerkt"."""
    start, end, pause = times
    if start is None or end is None or pause is None:
        return say(NOT_WORKED)
    worked = duration(end - start - pause)
    return say(
        "%(start)s–%(end)s, pauze %(minutes)s (%(hours)s)",
        start=clock(start),
        end=clock(end),
        minutes=pause,
        hours=worked,
    )


def _correction(request: CorrectionRequest) -> Correction:
    answer = getattr(request, "answer", None)
    was = (request.was_start, request.was_end, request.was_break_minutes)
    asked = (request.start, request.end, request.break_minutes)
    return Correction(
        id=request.pk,
        entry_id=request.entry_id,
        client=request.entry.client.name,
        worker=request.entry.worker.name,
        number=request.entry.worker.payroll_number,
        day=day_of(request.was_start),
        stood=shown(was) if request.was_approved else say(NOT_WORKED),
        asked=shown(asked),
        difference=_minutes(asked) - (_minutes(was) if request.was_approved else 0),
        reason=request.reason,
        by=str(request.by),
        at=request.at,
        answer=str(Answer(answer.answer).label) if answer else "",
        is_accepted=answer is not None and answer.answer == Answer.ACCEPTED,
        answered_by=str(answer.by) if answer else "",
        answer_reason=answer.reason if answer else "",
    )


def _minutes(times: Iterable[int | None]) -> int:
    start, end, pause = times
    if start is None or end is None or pause is None:
        return 0
    return end - start - pause
