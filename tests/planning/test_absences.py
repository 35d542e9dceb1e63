"""Who is away: days that touch are one absence, and nothing tells why."""

import pytest

from tests.cast import MONDAY, NOW, WEEK, placed
from werkbrief.journal.models import Change, Event
from werkbrief.planning.actions import tell_absent, tell_present, undo
from werkbrief.planning.models import Absence
from werkbrief.planning.refusals import EndsBeforeStart, NoLongerUndoable

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


@pytest.mark.parametrize("deed", [tell_absent, tell_present])
def test_absence_is_undone_as_it_was(cast, anna, who, deed):
    worker = anna.worker
    tell_absent(worker, MONDAY, WEEK.days[2], **who)
    before = days_away(worker)
    done = deed(worker, TUESDAY, FRIDAY, **who)
    assert days_away(worker) != before
    assert undo(cast.anker, done.pk, **who).workers == {worker.pk}
    assert days_away(worker) == before
    with pytest.raises(NoLongerUndoable):
        undo(cast.anker, done.pk, **who)


def test_the_first_absence_is_undone_too_but_not_from_another_client(cast, anna, who):
    done = tell_absent(anna.worker, MONDAY, None, **who)
    with pytest.raises(NoLongerUndoable):
        undo(cast.boot, done.pk, **who)
    undo(cast.anker, done.pk, **who)
    assert days_away(anna.worker) == []
