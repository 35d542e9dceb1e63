"""Answering what the base schedule could learn: take it over, or not and why (S8.7)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.actions import repeat
from werkbrief.staffing.models import Agency, Assignment
from werkbrief.timesheets.actions.preparing import follow
from werkbrief.timesheets.models import LessonAnswer
from werkbrief.timesheets.reads.lessons import Lesson, lessons
from werkbrief.timesheets.refusals import LessonGone, WhyMissing
from werkbrief.words.weeks import Week

KIND = "timesheets.lessonanswer"


@transaction.atomic
def take_lesson(assignment: Assignment, seen: str, *, by: User, at: datetime) -> Lesson:
    """Make what was worked the usual week, from next Monday on.

    What is planned by the old one follows, and untouched hours with it. Raises
    LessonGone and WorkerTwiceAtOnce: then nothing has changed.
    """
    lesson = _held(assignment, seen, at)
    monday = Week.of(timezone.localdate(at)).next.monday
    weeks = repeat(assignment, lesson.learnt(monday), by=by, at=at)
    follow(assignment.client, weeks, at=at)
    _answer(lesson, Deed(assignment.agency_id, by, at), is_taken_over=True)
    return lesson


@transaction.atomic
def decline_lesson(
    assignment: Assignment, seen: str, reason: str, *, by: User, at: datetime
) -> Lesson:
    """Leave the usual week; the same evidence is not shown again.

    Raises WhyMissing and LessonGone.
    """
    if not reason:
        raise WhyMissing
    lesson = _held(assignment, seen, at)
    _answer(lesson, Deed(assignment.agency_id, by, at, reason), is_taken_over=False)
    return lesson


def _held(assignment: Assignment, seen: str, at: datetime) -> Lesson:
    """The lesson as it stands now; nobody else plans or answers meanwhile."""
    agency = Agency.objects.select_for_update(no_key=True).get(pk=assignment.agency_id)
    mine = Assignment.objects.filter(pk=assignment.pk)
    found = lessons(mine, timezone.localdate(at), agency=agency)
    if not found or found[0].stamp != seen:
        raise LessonGone
    return found[0]


def _answer(lesson: Lesson, deed: Deed, *, is_taken_over: bool) -> None:
    rows = LessonAnswer.objects.bulk_create(
        LessonAnswer(
            assignment_id=lesson.assignment,
            weekday=one.weekday,
            times=[list(times) for times in one.worked],
            until=one.evidence[-1],
            is_taken_over=is_taken_over,
            reason=deed.reason,
            by=deed.by,
            at=deed.at,
        )
        for one in lesson.days
    )
    traces = [
        Trace(KIND, row.pk, None, {"weekday": row.weekday, "times": row.times})
        for row in rows
    ]
    verb = "lesson_taken" if is_taken_over else "lesson_declined"
    record(f"timesheets.{verb}", deed, traces)
