"""A write on hours that changed since the screen was drawn is refused."""

from datetime import timedelta

import pytest

from tests.cast import NOW, crowd, member, seen
from tests.timesheets.conftest import Hand
from werkbrief.timesheets import actions
from werkbrief.timesheets.refusals import AlreadyFinal, Incomplete, Stale


@pytest.fixture
def colleague(cast):
    """Coco helps out at Anker for once."""
    return Hand(member(cast.coco, cast.anker))


@pytest.mark.parametrize("deed", ["approve", "reject", "change"])
def test_a_stale_write_is_refused_with_the_difference(
    anna, colleague, monday, fresh, deed
):
    colleague.change(monday, start=480, at=NOW + timedelta(minutes=5))
    typed = {"pause": 45} if deed == "change" else {}
    with pytest.raises(Stale) as refused:
        getattr(anna, deed)(monday, at=NOW + timedelta(minutes=9), **typed)
    (difference,) = refused.value.differences
    assert difference == (
        "Kowalski, Anna (ma 16-11) was 07:30–16:00 pauze 30, is nu 08:00–16:00 "
        "pauze 30 door Coco Nergens op 23-11 10:05"
    )
    assert "Er is niets opgeslagen" in refused.value.sentence
    assert fresh(monday).version == 2
    assert not hasattr(fresh(monday), "decision")


def test_the_difference_spans_all_that_was_missed(anna, colleague, monday, fresh):
    colleague.change(monday, start=480)
    colleague.change(fresh(monday), pause=15)
    with pytest.raises(
        Stale, match=r"was 07:30–16:00 pauze 30, is nu 08:00–16:00 pauz"
    ):
        anna.approve(monday)


def test_a_remark_is_no_change_of_hours(anna, colleague, monday, fresh):
    colleague.change(monday, start=480)
    anna.comment(monday)
    with pytest.raises(Stale, match="door Coco Nergens"):
        anna.approve(monday)
    colleague.comment(monday)
    assert anna.approve(fresh(monday))


def test_hours_that_became_final_are_told_as_final(anna, colleague, monday):
    colleague.reject(monday)
    with pytest.raises(AlreadyFinal, match="afgekeurd door Coco Nergens"):
        anna.approve(monday)


def test_undoing_does_not_make_an_old_screen_current(anna, colleague, monday, fresh):
    event = colleague.change(monday, start=480)
    stale = fresh(monday)
    colleague.undo(event)
    for old in (monday, stale):
        with pytest.raises(Stale):
            anna.approve(old)
    assert anna.approve(fresh(monday))


def test_one_stale_entry_keeps_all_as_they_were(cast, anna, colleague, monday, fresh):
    others = crowd(cast.anker, 2)
    colleague.change(monday, pause=0)
    with pytest.raises(Stale):
        anna.approve(*others, monday)
    assert anna.scope.open().count() == 11


def test_an_entry_that_never_was_is_refused(anna, monday):
    with pytest.raises(Incomplete):
        actions.approve(anna.scope, {**seen(monday), 10**6: 1}, by=anna.by, at=NOW)
