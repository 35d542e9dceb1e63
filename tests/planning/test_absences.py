"""Who is away: days that touch are one absence, and nothing tells why."""

import pytest

from tests.cast import MONDAY, NOW, WEEK, placed
from werkbrief.journal.models import Change, Event
from werkbrief.planning.actions import tell_absent, tell_present
from werkbrief.planning.models import Absence
from werkbrief.planning.refusals import EndsBeforeStart

TUESDAY, FRIDAY = WEEK.days[1], WEEK.days[4]
SPAN = ("starts_on", "ends_on")


@pytest.fixture
def anna(cast):
    return placed(cast.anker)


@pytest.fixture
def who(cast):
    return {"by": cast.jet, "at": NOW}


def days_away(worker):
    return list(worker.absences.order_by("starts_on").values_list(*SPAN))


def test_absences_that_touch_become_one(anna, who):
    worker = anna.worker
    tell_absent(worker, MONDAY, MONDAY, **who)
    tell_absent(worker, WEEK.days[2], WEEK.days[2], **who)
    tell_absent(worker, TUESDAY, TUESDAY, **who)
    assert days_away(worker) == [(MONDAY, WEEK.days[2])]
    tell_absent(worker, TUESDAY, None, **who)
    assert days_away(worker) == [(MONDAY, None)]
    events = Event.objects.count()
    tell_absent(worker, FRIDAY, FRIDAY, **who)
    assert Event.objects.count() == events


def test_there_after_all_cuts_a_piece_out(anna, who):
    worker = anna.worker
    tell_absent(worker, MONDAY, None, **who)
    tell_present(worker, TUESDAY, TUESDAY, **who)
    assert days_away(worker) == [(MONDAY, MONDAY), (WEEK.days[2], None)]
    tell_present(worker, MONDAY, None, **who)
    assert not Absence.objects.exists()
    assert set(Change.objects.values_list("kind", flat=True)) == {"planning.absence"}


def test_an_absence_cannot_end_before_it_starts(anna, who):
    with pytest.raises(EndsBeforeStart):
        tell_absent(anna.worker, TUESDAY, MONDAY, **who)
