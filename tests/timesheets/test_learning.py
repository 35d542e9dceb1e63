"""The base schedule learns: three weeks alike are a proposal (S8.7)."""

from datetime import timedelta

import pytest

from tests.cast import NOW, WEEK, entry, placed, seen, shift
from werkbrief.journal.models import Event
from werkbrief.planning.actions import Block, Pattern, schedule, tell_absent
from werkbrief.planning.models import BaseSchedule
from werkbrief.planning.reads import usual_week
from werkbrief.staffing.models import Assignment
from werkbrief.timesheets.actions import (
    approve,
    decline_lesson,
    prepare,
    reject,
    take_lesson,
)
from werkbrief.timesheets.models import LessonAnswer, Reason
from werkbrief.timesheets.reads import lessons
from werkbrief.timesheets.refusals import LessonGone, WhyMissing
from werkbrief.words.clock import clock

# NOW is the Monday after WEEK: these three have been passed on.
WEEKS = (WEEK + -2, WEEK + -1, WEEK)
COMING = WEEK + 2
START = (WEEK + -20).monday
LATER = NOW + timedelta(weeks=9)
MONDAY, TUESDAY, WEDNESDAY = 0, 1, 2


@pytest.fixture
def who(cast):
    return {"by": cast.jet, "at": NOW}


@pytest.fixture
def anna(cast):
    """Usual: Tuesday from half past seven to four."""
    anna = placed(cast.anker)
    usual = Block(TUESDAY, 450, 960, 30)
    schedule(anna, Pattern(START, (usual,)), by=None, at=NOW)
    return anna


def worked(assignment, day, *weeks, end="16:00", start="7:30"):
    """Approved like this in these weeks."""
    client = assignment.client
    anna = client.memberships.get().user
    for week in weeks or WEEKS:
        one = entry(assignment, week.days[day], start, end)
        approve(client.time_entries.all(), seen(one), by=anna, at=LATER)


def learnt(assignment, on=NOW):
    found = lessons(Assignment.objects.all(), on.date(), agency=assignment.agency)
    return [
        (one.weekday, tuple((s // 60, e // 60) for s, e, _ in one.worked))
        for lesson in found
        for one in lesson.days
    ]


def lesson_of(assignment):
    (found,) = lessons(Assignment.objects.all(), NOW.date(), agency=assignment.agency)
    return found


def test_three_weeks_alike_are_a_proposal_with_the_evidence(anna):
    worked(anna, TUESDAY, end="17:00")
    lesson = lesson_of(anna)
    (one,) = lesson.days
    assert (one.weekday, one.usual, one.worked) == (
        TUESDAY,
        ((450, 960, 30),),
        ((450, 1020, 30),),
    )
    assert one.evidence == tuple(week.days[TUESDAY] for week in WEEKS)


@pytest.mark.parametrize("ends", [("17:00", "17:00"), ("17:00", "17:30", "17:00")])
def test_two_weeks_or_three_different_ones_teach_nothing(anna, ends):
    for week, end in zip(reversed(WEEKS), ends, strict=False):
        worked(anna, TUESDAY, week, end=end)
    assert learnt(anna) == []


def test_one_usual_week_in_between_breaks_the_row(anna):
    worked(anna, TUESDAY, WEEKS[0] + -1, WEEKS[0], WEEKS[2], end="17:00")
    worked(anna, TUESDAY, WEEKS[1])
    assert learnt(anna) == []


def test_hours_that_are_still_open_prove_nothing_yet(cast, anna):
    worked(anna, TUESDAY, *WEEKS[:2], end="17:00")
    last = entry(anna, WEEK.days[TUESDAY], end="17:00")
    assert learnt(anna) == []
    approve(cast.anker.time_entries.all(), seen(last), by=cast.anna, at=NOW)
    assert learnt(anna) == [(TUESDAY, ((7, 17),))]


def test_a_last_week_that_waits_leaves_the_three_before_it(anna):
    worked(anna, TUESDAY, *(week + -1 for week in WEEKS), end="17:00")
    entry(anna, WEEK.days[TUESDAY])
    lesson = lesson_of(anna)
    assert lesson.days[0].evidence[-1] == WEEK.previous.days[TUESDAY]


def test_an_extra_day_is_learnt_and_so_is_a_day_off(cast, anna):
    worked(anna, WEDNESDAY)
    for week in WEEKS:
        gone = entry(anna, week.days[TUESDAY])
        reject(
            cast.anker.time_entries.all(),
            seen(gone),
            Reason.OTHER,
            by=cast.anna,
            at=NOW,
        )
    assert learnt(anna) == [(TUESDAY, ()), (WEDNESDAY, ((7, 16),))]


def test_a_week_away_teaches_no_day_off(cast, anna, who):
    worked(anna, WEDNESDAY)
    tuesday = WEEKS[1].days[TUESDAY]
    tell_absent(anna.worker, tuesday, tuesday, **who)
    assert learnt(anna) == [(WEDNESDAY, ((7, 16),))]


@pytest.mark.parametrize("begun", [-20, -19])
def test_each_week_of_a_cycle_learns_by_itself(cast, begun):
    """Whoever's turn it is when the new version starts."""
    emre = placed(cast.anker, "Yılmaz, Emre")
    blocks = (Block(MONDAY, 360, 840, 0, 0), Block(MONDAY, 840, 1320, 0, 1))
    usual = Pattern((WEEK + begun).monday, blocks, 2)
    schedule(emre, usual, by=None, at=NOW)
    for number in range(-5, 1):
        week = WEEK + number
        late = usual.turn(week.monday) == 1
        start, end = ("14:00", "23:00") if late else ("6:00", "14:00")
        worked(emre, MONDAY, week, start=start, end=end)
        if number == -3:
            assert learnt(emre) == []
    take_lesson(emre, lesson_of(emre).stamp, by=cast.jet, at=NOW)
    for week in (WEEK + 2, WEEK + 3):
        late = usual.turn(week.monday) == 1
        (((_, end, _),),) = usual_week(cast.anker, week).values()
        assert clock(end) == ("23:00" if late else "14:00")


def test_taking_it_over_makes_a_new_version_from_next_week(cast, anna, who):
    worked(anna, TUESDAY, end="17:00")
    planned = shift(anna, COMING.days[TUESDAY])
    prepare(cast.anker, COMING, at=NOW)
    take_lesson(anna, lesson_of(anna).stamp, **who)
    assert BaseSchedule.objects.count() == 2
    newest = anna.base_schedules.latest("valid_from")
    assert newest.valid_from == COMING.previous.next.monday
    usual = usual_week(cast.anker, COMING)
    assert [clock(end) for ((_, end, _),) in usual.values()] == ["17:00"]
    planned.refresh_from_db()
    planned.time_entry.refresh_from_db()
    assert clock(planned.end) == "17:00"
    assert learnt(anna) == []
    verbs = set(Event.objects.values_list("verb", flat=True))
    assert "timesheets.lesson_taken" in verbs


def test_declined_evidence_does_not_come_back_but_new_evidence_does(cast, anna, who):
    worked(anna, TUESDAY, end="17:00")
    stamp = lesson_of(anna).stamp
    with pytest.raises(WhyMissing):
        decline_lesson(anna, stamp, "", **who)
    decline_lesson(anna, stamp, "Alleen deze maand", **who)
    assert learnt(anna) == []
    assert LessonAnswer.objects.get().reason == "Alleen deze maand"
    later = [WEEK + 1, WEEK + 2, WEEK + 3]
    for number, week in enumerate(later, 1):
        assert learnt(anna, NOW + timedelta(weeks=number)) == []
        worked(anna, TUESDAY, week, end="17:00")
    assert learnt(anna, NOW + timedelta(weeks=3)) == [(TUESDAY, ((7, 17),))]


def test_whoever_is_second_is_told_so(cast, anna, who):
    worked(anna, TUESDAY, end="17:00")
    stamp = lesson_of(anna).stamp
    take_lesson(anna, stamp, **who)
    for deed in (
        lambda: take_lesson(anna, stamp, **who),
        lambda: decline_lesson(anna, stamp, "Nee", **who),
    ):
        with pytest.raises(LessonGone, match="iemand was eerder"):
            deed()
    assert LessonAnswer.objects.count() == 1


def test_who_leaves_before_next_week_teaches_nothing(anna):
    worked(anna, TUESDAY, end="17:00")
    anna.ends_on = NOW.date() + timedelta(days=3)
    anna.save()
    assert learnt(anna) == []


def test_many_lessons_ask_no_more_than_one(cast, anna, django_assert_num_queries):
    worked(anna, TUESDAY, end="17:00")
    for number in range(5):
        other = placed(cast.anker, f"Nowak, {number}")
        schedule(other, Pattern(START, (Block(TUESDAY, 450, 960),)), by=None, at=NOW)
        worked(other, TUESDAY, end="18:00")
    with django_assert_num_queries(6):
        found = lessons(Assignment.objects.all(), NOW.date(), agency=cast.agency)
    assert len(found) == 6


def test_another_agency_s_hours_are_not_learnt_from_here(cast, anna):
    worked(anna, TUESDAY, end="17:00")
    there = cast.other_agency
    assert lessons(Assignment.objects.all(), NOW.date(), agency=there) == []
