"""Judged hours are put right by asking: both versions stay visible (S6.2, P6.2)."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, NOW, entry, placed, seen
from werkbrief.journal.reads import history
from werkbrief.timesheets import actions
from werkbrief.timesheets.actions import Proposal
from werkbrief.timesheets.models import (
    CorrectionRequest,
    Reason,
    TimeEntry,
    Verdict,
)
from werkbrief.timesheets.refusals import (
    AlreadyAnswered,
    AlreadyAsked,
    AlreadyFinal,
    BadTimes,
    NothingToCorrect,
    Overlapping,
    StillOpen,
)
from werkbrief.words.notation import Typed, read_clock

LATER = NOW + timedelta(hours=1)
UNTIL_FIVE = Typed(end=read_clock("17:00"))


@pytest.fixture
def hours(cast):
    """Approved hours of Anna Kowalski at Anker, Monday 7:30-16:00."""
    return _judged(cast, entry(placed(cast.anker)))


def _judged(cast, hours, *, approved=True):
    scope = TimeEntry.objects.all()
    if approved:
        actions.approve(scope, seen(hours), by=cast.anna, at=NOW)
    else:
        actions.reject(scope, seen(hours), Reason.NO_SHOW, by=cast.anna, at=NOW)
    return TimeEntry.objects.get(pk=hours.pk)


def _ask(cast, hours, typed=UNTIL_FIVE, reason="tot vijf uur gebleven"):
    return actions.ask_correction(
        cast.anker.time_entries.all(),
        hours.pk,
        Proposal(typed, reason),
        by=cast.anna,
        at=NOW,
    )


def _accept(cast, request):
    return actions.accept_correction(
        CorrectionRequest.objects.filter(agency=cast.agency),
        request.pk,
        by=cast.jet,
        at=LATER,
    )


def test_approved_hours_cannot_be_changed_by_the_client(cast, hours):
    """S6.2: they are locked; a correction is the way."""
    with pytest.raises(AlreadyFinal):
        actions.change(
            TimeEntry.objects.all(), seen(hours), UNTIL_FIVE, by=cast.anna, at=NOW
        )


def test_asking_changes_no_hour(cast, hours):
    request = _ask(cast, hours)
    assert TimeEntry.objects.get(pk=hours.pk).end == hours.end
    assert request.end == hours.end + 60
    assert (request.was_end, request.was_approved) == (hours.end, True)


def test_accepting_makes_a_second_version_and_keeps_the_first(cast, hours):
    """P6.2: the hours become what was asked, the journal tells what they were."""
    _accept(cast, _ask(cast, hours))
    corrected = TimeEntry.objects.select_related("decision").get(pk=hours.pk)
    assert corrected.end == hours.end + 60
    assert corrected.version == hours.version + 1
    assert corrected.decision.verdict == Verdict.APPROVED
    newest = history("timesheets.timeentry", hours.pk)[0]
    assert newest.verb == "timesheets.corrected"
    assert newest.by == "Jet Jobcoach"
    assert newest.reason == "tot vijf uur gebleven"
    assert (newest.before["end"], newest.after["end"]) == (hours.end, hours.end + 60)


def test_whoever_did_not_work_after_all_is_rejected_after_all(cast, hours):
    _accept(cast, _ask(cast, hours, None, "was er niet"))
    corrected = TimeEntry.objects.select_related("decision").get(pk=hours.pk)
    assert corrected.decision.verdict == Verdict.REJECTED
    assert not corrected.is_occupying


def test_rejected_hours_that_were_worked_count_again(cast):
    rejected = _judged(cast, entry(placed(cast.anker)), approved=False)
    _accept(cast, _ask(cast, rejected, Typed(), "was er wel"))
    corrected = TimeEntry.objects.select_related("decision").get(pk=rejected.pk)
    assert corrected.decision.verdict == Verdict.APPROVED
    assert corrected.decision.reason == ""
    assert corrected.is_occupying


def test_hours_that_overlap_others_are_not_accepted(cast):
    assignment = placed(cast.anker)
    rejected = _judged(cast, entry(assignment), approved=False)
    entry(assignment, MONDAY, "12:00", "20:00")
    request = _ask(cast, rejected, Typed(), "was er wel")
    with pytest.raises(Overlapping):
        _accept(cast, request)
    assert CorrectionRequest.objects.pending().get() == request


def test_declining_says_why_and_changes_nothing(cast, hours):
    request = actions.decline_correction(
        CorrectionRequest.objects.all(),
        _ask(cast, hours).pk,
        reason="De klok zegt vier uur.",
        by=cast.jet,
        at=LATER,
    )
    assert request.answer.reason == "De klok zegt vier uur."
    assert TimeEntry.objects.get(pk=hours.pk).version == hours.version


def test_one_answer_per_question(cast, hours):
    request = _ask(cast, hours)
    _accept(cast, request)
    with pytest.raises(AlreadyAnswered, match="overgenomen door Jet Jobcoach"):
        _accept(cast, request)


def test_one_question_at_a_time(cast, hours):
    _ask(cast, hours)
    with pytest.raises(AlreadyAsked, match="Kowalski, Anna"):
        _ask(cast, hours)


def test_a_question_taken_back_makes_room_for_another(cast, hours):
    request = _ask(cast, hours)
    scope = CorrectionRequest.objects.filter(entry__client=cast.anker)
    actions.withdraw_correction(scope, request.pk, by=cast.anna, at=LATER)
    assert _ask(cast, hours).pk != request.pk


def test_open_hours_are_changed_not_corrected(cast):
    with pytest.raises(StillOpen):
        _ask(cast, entry(placed(cast.anker)))


@pytest.mark.parametrize("typed", [Typed(), Typed(start=read_clock("7:30"))])
def test_asking_for_what_stands_is_refused(cast, hours, typed):
    with pytest.raises(NothingToCorrect):
        _ask(cast, hours, typed)


def test_times_that_make_no_shift_are_refused_at_their_field(cast, hours):
    with pytest.raises(BadTimes) as refused:
        _ask(cast, hours, Typed(pause=600))
    assert refused.value.field == "break"


def test_another_clients_hours_are_not_found(cast, hours):
    with pytest.raises(TimeEntry.DoesNotExist):
        actions.ask_correction(
            cast.boot.time_entries.all(),
            hours.pk,
            Proposal(UNTIL_FIVE, "x"),
            by=cast.bram,
            at=NOW,
        )
