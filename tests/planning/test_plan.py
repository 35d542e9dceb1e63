"""Planning a day: equal shifts stay, different ones change, missing ones go."""

import pytest

from tests.cast import MONDAY, NOW, WEEK, placed, shift, times
from werkbrief.journal.models import Event
from werkbrief.planning.actions import Planned, plan
from werkbrief.planning.models import Shift
from werkbrief.planning.refusals import WorkerTwiceAtOnce
from werkbrief.words.clock import clock

TUESDAY = WEEK.days[1]


@pytest.fixture
def made(cast):
    """`made(assignment, MONDAY, ("7:30", "16:00"), …)`: the outcome, in numbers."""

    def made(assignment, day, *stretches):
        wanted = [Planned(*times(day, *stretch[:2]), 30) for stretch in stretches]
        days = {(assignment.pk, day): wanted}
        done = plan(days, agency=cast.agency, by=cast.jet, at=NOW)
        lists = done.created, done.changed, done.cancelled
        return (*map(len, lists), done.unchanged)

    return made


def test_the_same_planning_twice_changes_nothing(cast, made):
    assignment = placed(cast.anker)
    assert made(assignment, MONDAY, ("7:30", "16:00")) == (1, 0, 0, 0)
    assert made(assignment, MONDAY, ("7:30", "16:00")) == (0, 0, 0, 1)
    assert Event.objects.count() == 1


def test_a_shift_moves_and_stays_the_same_shift(cast, made):
    assignment = placed(cast.anker)
    before = shift(assignment)
    assert made(assignment, MONDAY, ("8:00", "16:00")) == (0, 1, 0, 0)
    assert clock(Shift.objects.get(pk=before.pk).start) == "08:00"


def test_a_second_shift_never_moves_the_first(cast, made):
    assignment = placed(cast.anker)
    late = shift(assignment, start="13:00", end="17:00")
    outcome = made(assignment, MONDAY, ("7:00", "11:00"), ("13:00", "17:00"))
    assert outcome == (1, 0, 0, 1)
    assert clock(Shift.objects.get(pk=late.pk).start) == "13:00"


def test_a_missing_shift_is_cancelled_and_kept(cast, made):
    assignment = placed(cast.anker)
    shift(assignment)
    assert made(assignment, MONDAY) == (0, 0, 1, 0)
    assert Shift.objects.get().is_cancelled
    assert made(assignment, MONDAY) == (0, 0, 0, 0)


def test_other_days_and_other_assignments_stay(cast, made):
    mine, other = placed(cast.anker), placed(cast.anker)
    shift(mine, TUESDAY)
    shift(other)
    shift(mine, WEEK.previous.sunday, "22:00", "6:00")
    assert made(mine, MONDAY, ("7:30", "16:00")) == (1, 0, 0, 0)
    assert Shift.objects.standing().count() == 4


@pytest.mark.parametrize(
    "other",
    [
        (MONDAY, "15:00", "20:00"),
        (MONDAY, "8:00", "9:00"),
        (WEEK.previous.sunday, "22:00", "8:00"),
    ],
)
def test_nobody_is_planned_in_two_places_at_once(cast, made, other):
    shift(placed(cast.boot, number="7"), *other)
    here = placed(cast.anker, number="7")
    with pytest.raises(WorkerTwiceAtOnce, match="dubbel") as refused:
        made(here, MONDAY, ("7:30", "16:00"))
    assert "Pas een van de twee diensten aan" in refused.value.sentence
    assert Shift.objects.count() == 1


def test_shifts_may_touch_and_change_places(cast, made):
    assignment = placed(cast.anker)
    shift(placed(cast.boot, number="8"), start="16:00", end="20:00")
    there = placed(cast.anker, number="8")
    assert made(there, MONDAY, ("7:30", "16:00")) == (1, 0, 0, 0)
    shift(assignment, start="6:00", end="10:00")
    assert made(assignment, MONDAY, ("10:00", "14:00")) == (0, 1, 0, 0)


@pytest.mark.parametrize("workers", [2, 20])
def test_planning_takes_as_many_statements_for_ten_times_the_days(
    cast, django_assert_num_queries, workers
):
    assignments = [placed(cast.anker, number=f"n{n}") for n in range(workers)]
    days = {}
    for assignment in assignments:
        shift(assignment)
        shift(assignment, TUESDAY)
        days[assignment.pk, MONDAY] = [Planned(*times(MONDAY, "8:00", "16:00"))]
        days[assignment.pk, TUESDAY] = []
        days[assignment.pk, WEEK.days[2]] = [
            Planned(*times(WEEK.days[2], "8:00", "16:00"))
        ]
    with django_assert_num_queries(10):
        plan(days, agency=cast.agency, by=cast.jet, at=NOW)
