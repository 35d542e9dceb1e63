"""Two planners, one cell, the same moment: one is first, the other reads so.

Threads with a connection each; on PostgreSQL they really run together.
"""

import pytest

from tests.cast import MONDAY, NOW, WEEK, person, placed, shift
from tests.timesheets.test_at_once import at_once
from werkbrief.planning.actions import Cells, copy_week, move, put
from werkbrief.planning.models import Shift
from werkbrief.planning.reads import copied_week
from werkbrief.planning.reads.proposals import stamp
from werkbrief.planning.refusals import PlanningMoved, WorkerTwiceAtOnce
from werkbrief.words.notation import Typed

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def anna(cast):
    return placed(cast.anker)


@pytest.fixture
def joris():
    return person("Joris Jobcoach")


def test_one_empty_cell_gets_one_shift(cast, anna, joris):
    empty = Cells(cast.anker, {(anna.pk, MONDAY): ""})
    outcomes = at_once(
        lambda: put(empty, Typed(480, 720), by=cast.jet, at=NOW),
        lambda: put(empty, Typed(480, 780), by=joris, at=NOW),
    )
    assert sum(isinstance(one, PlanningMoved) for one in outcomes) == 1
    assert Shift.objects.standing().count() == 1


def test_two_clients_cannot_both_have_the_same_worker(cast, anna, joris):
    there = placed(cast.boot, number=anna.worker.payroll_number)
    here = Cells(cast.anker, {(anna.pk, MONDAY): ""})
    elsewhere = Cells(cast.boot, {(there.pk, MONDAY): ""})
    outcomes = at_once(
        lambda: put(here, Typed(480, 720), by=cast.jet, at=NOW),
        lambda: put(elsewhere, Typed(480, 720), by=joris, at=NOW),
    )
    assert sum(isinstance(one, WorkerTwiceAtOnce) for one in outcomes) == 1
    assert Shift.objects.standing().count() == 1


def test_one_shift_goes_one_way(cast, anna, joris):
    mine, emre = shift(anna), placed(cast.anker, "Yılmaz, Emre")
    tuesday = WEEK.days[1]
    seen = {(anna.pk, MONDAY): stamp([mine]), (anna.pk, tuesday): ""}
    other = {(anna.pk, MONDAY): stamp([mine]), (emre.pk, MONDAY): ""}
    outcomes = at_once(
        lambda: move(
            Cells(cast.anker, seen), mine.pk, (anna.pk, tuesday), by=cast.jet, at=NOW
        ),
        lambda: move(
            Cells(cast.anker, other), mine.pk, (emre.pk, MONDAY), by=joris, at=NOW
        ),
    )
    assert sum(isinstance(one, PlanningMoved) for one in outcomes) == 1
    assert Shift.objects.standing().count() == 1


def test_a_week_that_two_people_copy_is_copied_once(cast, anna, joris):
    shift(anna)
    weeks = (WEEK, WEEK.next)
    seen = copied_week(cast.anker, *weeks).stamp
    outcomes = at_once(
        lambda: copy_week(cast.anker, weeks, seen, by=cast.jet, at=NOW),
        lambda: copy_week(cast.anker, weeks, seen, by=joris, at=NOW),
    )
    assert sum(isinstance(one, PlanningMoved) for one in outcomes) == 1
    assert cast.anker.shifts.in_week(WEEK.next).count() == 1
