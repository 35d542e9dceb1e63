"""Opmerking: a thread with who and when, for client and agency (S5.2.12)."""

import pytest

from tests.cast import NOW, crowd, entry, placed
from werkbrief.timesheets.models import Comment
from werkbrief.timesheets.refusals import Incomplete


def test_a_remark_says_who_and_when(anna, monday):
    anna.comment(monday, text="Kwam met de bus van acht.")
    remark = monday.comments.get()
    assert (remark.by, remark.at) == (anna.by, NOW)
    assert remark.text == "Kwam met de bus van acht."
    assert remark.agency_id == monday.agency_id


def test_a_remark_is_possible_on_final_hours_and_changes_none(anna, monday, fresh):
    anna.approve(monday)
    anna.comment(monday)
    assert fresh(monday).version == 2


def test_remarks_stand_in_the_order_in_which_they_were_made(anna, monday):
    for text in ("een", "twee", "drie"):
        anna.comment(monday, text=text)
    assert [remark.text for remark in monday.comments.all()] == ["een", "twee", "drie"]


def test_a_remark_on_another_clients_hours_is_made_nowhere(cast, anna, monday):
    theirs = entry(placed(cast.boot))
    for entries in ((monday, theirs), (theirs,), ()):
        with pytest.raises(Incomplete):
            anna.comment(*entries)
    assert not Comment.objects.exists()


@pytest.mark.parametrize("workers", [4, 40])
def test_remarking_takes_as_many_statements_for_ten_times_the_rows(
    cast, anna, django_assert_num_queries, workers
):
    entries = crowd(cast.anker, workers)
    with django_assert_num_queries(6):
        anna.comment(*entries)
