"""What the database itself refuses, whoever writes to it, on both databases."""

import pytest
from django.db import IntegrityError, transaction

from tests.cast import MONDAY, NOW, WEEK, entry, placed, shift
from werkbrief.planning.models import BaseBlock, BaseSchedule
from werkbrief.timesheets.models import Decision, TimeEntry
from werkbrief.words.clock import DAY


@pytest.fixture
def refused():
    """`with refused(): …` the database says no, and the test goes on."""

    class Refused:
        def __enter__(self):
            self.savepoint = transaction.atomic()
            self.savepoint.__enter__()

        def __exit__(self, kind, value, trace):
            assert kind is not None, "the database let it through"
            self.savepoint.__exit__(kind, value, trace)
            return issubclass(kind, IntegrityError)

    return Refused


@pytest.mark.parametrize(
    "wrong",
    [
        {"end": 0},
        {"end": 450 + DAY + 1},
        {"break_minutes": 511},
    ],
)
def test_times_that_make_no_shift_are_not_kept(monday, refused, wrong):
    base = monday.start - 450
    if "end" in wrong:
        wrong = {"end": base + wrong["end"]}
    for kept in (TimeEntry.objects.filter(pk=monday.pk), monday.assignment.shifts):
        with refused():
            kept.update(**wrong)


def test_a_shift_of_24_hours_all_break_is_the_limit(monday):
    TimeEntry.objects.update(end=monday.start + DAY, break_minutes=DAY)
    monday.refresh_from_db()
    assert monday.worked_minutes == 0


def test_nobody_works_in_two_places_at_once(cast, refused):
    here = placed(cast.anker, number="7")
    there = placed(cast.boot, number="7")
    entry(here, start="8:00", end="12:00", pause=0)
    for start, end in (("7:00", "8:01"), ("9:00", "10:00"), ("11:59", "13:00")):
        with refused():
            entry(there, start=start, end=end, pause=0)
    with refused():
        entry(there, WEEK.previous.sunday, "20:00", "8:01", 0)
    entry(there, start="12:00", end="16:00", pause=0)
    entry(there, WEEK.previous.sunday, "20:00", "8:00", 0)


def test_moving_into_other_hours_is_not_kept(cast, refused):
    assignment = placed(cast.anker)
    entry(assignment, start="8:00", end="12:00", pause=0)
    late = entry(assignment, start="13:00", end="17:00", pause=0)
    with refused():
        TimeEntry.objects.filter(pk=late.pk).update(start=late.start - 61)
    TimeEntry.objects.filter(pk=late.pk).update(start=late.start - 60)


def test_rejected_hours_take_no_place_until_they_stand_again(cast, refused):
    assignment = placed(cast.anker)
    gone = entry(assignment, is_occupying=False)
    entry(assignment, start="9:00", end="11:00")
    with refused():
        TimeEntry.objects.filter(pk=gone.pk).update(is_occupying=True)


def test_two_workers_may_work_at_once(cast):
    entry(placed(cast.anker))
    entry(placed(cast.anker, "Yılmaz, Zoë"))
    assert TimeEntry.objects.values("start").distinct().count() == 1
    assert TimeEntry.objects.count() == 2


def test_a_shift_has_one_entry(monday, refused):
    with refused():
        entry(monday.assignment, WEEK.days[1], shift=monday.shift)


@pytest.mark.parametrize(
    ("verdict", "reason"), [("approved", "no_show"), ("rejected", "")]
)
def test_a_reason_goes_with_a_rejection_only(cast, monday, refused, verdict, reason):
    judged = {"entry": monday, "agency": cast.agency, "by": cast.anna, "at": NOW}
    with refused():
        Decision.objects.create(verdict=verdict, reason=reason, **judged)


def test_an_entry_is_judged_once(cast, monday, refused):
    judged = {"agency": cast.agency, "by": cast.anna, "at": NOW, "verdict": "approved"}
    Decision.objects.create(entry=monday, **judged)
    with refused():
        Decision.objects.bulk_create([Decision(entry=monday, **judged)])


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": 450, "end": 450},
        {"start": 450, "end": 450 + DAY + 1},
        {"start": DAY, "end": DAY + 60},
        {"weekday": 7},
        {"break_minutes": 511},
    ],
)
def test_a_usual_stretch_fits_its_day(cast, refused, wrong):
    schedule = BaseSchedule.objects.create(
        assignment=placed(cast.anker), valid_from=MONDAY
    )
    usual = {"weekday": 0, "start": 450, "end": 960} | wrong
    with refused():
        BaseBlock.objects.create(schedule=schedule, **usual)


def test_a_cancelled_shift_is_kept(cast):
    made = shift(placed(cast.anker), is_cancelled=True)
    assert list(cast.anker.shifts.in_week(WEEK)) == [made]
    assert not cast.anker.shifts.standing().exists()
