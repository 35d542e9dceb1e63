"""Undo: one's own last deed, for ten seconds, all of it or none."""

from datetime import timedelta

import pytest
from django.db import connection

from tests.cast import NOW, crowd, entry, member, placed
from tests.timesheets.conftest import Hand
from werkbrief.journal.models import Event
from werkbrief.journal.reads import history
from werkbrief.timesheets.actions.locking import KIND
from werkbrief.timesheets.models import Decision
from werkbrief.timesheets.refusals import NoLongerUndoable
from werkbrief.words.clock import clock

SOON = NOW + timedelta(seconds=10)


@pytest.fixture
def colleague(cast):
    return Hand(member(cast.coco, cast.anker))


def test_an_approval_is_undone(anna, monday, fresh):
    event = anna.approve(monday)
    assert anna.undo(event, at=SOON) == [monday]
    assert not Decision.objects.exists()
    assert list(anna.scope.open()) == [monday]
    assert fresh(monday).version == 3


def test_a_rejection_is_undone_and_the_time_is_taken_again(anna, monday, fresh):
    event = anna.reject(monday)
    anna.undo(event, at=SOON)
    assert fresh(monday).is_occupying
    assert not hasattr(fresh(monday), "decision")


def test_the_first_change_is_undone_as_if_nobody_had_typed(anna, monday, fresh):
    event = anna.change(monday, start=480, pause=0)
    anna.undo(event, at=SOON)
    again = fresh(monday)
    assert (clock(again.start), again.break_minutes) == ("07:30", 30)
    assert not again.is_touched


def test_a_second_change_is_undone_to_the_first(anna, monday, fresh):
    anna.change(monday, start=480)
    event = anna.change(fresh(monday), start=510)
    anna.undo(event, at=SOON)
    assert clock(fresh(monday).start) == "08:00"
    assert fresh(monday).is_touched


def test_a_whole_selection_is_undone(cast, anna):
    entries = crowd(cast.anker, 3)
    event = anna.approve(*entries)
    anna.undo(event, at=SOON)
    assert anna.scope.open().count() == 15


def test_the_moment_passes(anna, monday):
    event = anna.approve(monday)
    late = NOW + timedelta(seconds=16)
    with pytest.raises(NoLongerUndoable, match="de tijd is om"):
        anna.undo(event, at=late)
    assert Decision.objects.count() == 1


def test_a_second_click_changes_nothing_more(anna, monday, fresh):
    event = anna.approve(monday)
    anna.undo(event, at=SOON)
    with pytest.raises(NoLongerUndoable):
        anna.undo(event, at=SOON)
    assert fresh(monday).version == 3


def test_somebody_elses_deed_is_not_undone(anna, colleague, bram, monday):
    event = colleague.approve(monday)
    for other in (anna, bram):
        with pytest.raises(NoLongerUndoable):
            other.undo(event, at=SOON)
    assert Decision.objects.count() == 1


def test_a_deed_that_somebody_went_on_with_is_not_undone(
    cast, anna, colleague, monday, fresh
):
    other = entry(placed(cast.anker, "Yılmaz, Zoë"))
    event = anna.change(monday, other, pause=45)
    colleague.approve(fresh(other))
    with pytest.raises(NoLongerUndoable, match="intussen gewijzigd"):
        anna.undo(event, at=SOON)
    assert fresh(monday).break_minutes == 45


def test_time_that_was_given_away_is_not_taken_back(cast, anna, colleague, fresh):
    assignment = placed(cast.anker)
    early = entry(assignment, start="6:00", end="10:00", pause=0)
    late = entry(assignment, start="10:00", end="14:00", pause=0)
    event = anna.reject(late)
    colleague.change(early, end=720)
    with pytest.raises(NoLongerUndoable):
        anna.undo(event, at=SOON)
    assert fresh(late).decision.verdict == "rejected"
    assert clock(fresh(early).end) == "12:00"


def test_undoing_stands_in_the_journal_with_what_was_undone(anna, monday):
    event = anna.reject(monday)
    anna.undo(event, at=SOON)
    undone, rejected = history(KIND, monday.pk)
    assert (undone.verb, undone.by) == ("timesheets.undone", "Anna Anker")
    assert undone.before["verdict"] == rejected.after["verdict"] == "rejected"
    assert "verdict" not in undone.after


def test_an_undoing_is_not_undone(anna, monday):
    anna.undo(anna.approve(monday), at=SOON)
    undoing = Event.objects.get(verb="timesheets.undone")
    with pytest.raises(NoLongerUndoable):
        anna.undo(undoing, at=SOON)


@pytest.mark.parametrize("workers", [4, 40])
def test_undoing_takes_as_many_statements_for_ten_times_the_rows(
    cast, anna, django_assert_num_queries, workers
):
    event = anna.approve(*crowd(cast.anker, workers))
    # SQLite lets one writer in: no worker is locked there.
    locking = connection.features.has_select_for_update
    with django_assert_num_queries(8 + locking):
        anna.undo(event, at=SOON)
