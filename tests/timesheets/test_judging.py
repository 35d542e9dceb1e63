"""Approving and rejecting: final, all of a selection or none (S5.2.8-11, 14-17)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models import ProtectedError

from tests.cast import MONDAY, NOW, WEEK, crowd, entry, member, placed, seen
from werkbrief.planning.models import Absence
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import Decision, Reason
from werkbrief.timesheets.reads import entries_for
from werkbrief.timesheets.refusals import AlreadyFinal, Away, Incomplete, NotOver
from werkbrief.words.clock import local

TUESDAY = WEEK.days[1]


def verdicts(entries):
    return dict(
        Decision.objects.filter(entry__in=entries).values_list("entry", "verdict")
    )


def test_approved_hours_are_final(anna, monday, fresh):
    """S5.2.9: approved and locked."""
    anna.approve(monday)
    final = fresh(monday)
    assert (final.decision.verdict, final.decision.reason) == ("approved", "")
    assert (final.decision.by, final.decision.at) == (anna.by, NOW)
    for deed in (anna.approve, anna.reject, lambda e: anna.change(e, pause=0)):
        with pytest.raises(AlreadyFinal):
            deed(final)
    assert fresh(monday).break_minutes == 30


def test_who_and_when_is_told_about_what_is_final(cast, anna, monday, fresh):
    anna.approve(monday)
    with pytest.raises(AlreadyFinal) as refused:
        anna.change(fresh(monday), pause=0)
    assert refused.value.sentence == (
        "Deze uren staan al vast: Kowalski, Anna (ma 16-11) is goedgekeurd door "
        "Anna Anker op 23-11 om 10:00. Er is niets gewijzigd. Klopt het niet? "
        "Vraag een correctie aan."
    )


@pytest.mark.parametrize("reason", Reason)
def test_rejecting_says_why(anna, monday, fresh, reason):
    """S5.2.10-11: planned but did not work; locked too."""
    # P5.2.10
    anna.reject(monday, reason=reason)
    final = fresh(monday)
    assert (final.decision.verdict, final.decision.reason) == ("rejected", reason)
    assert not final.is_occupying
    with pytest.raises(AlreadyFinal, match="afgekeurd door Anna Anker"):
        anna.approve(final)


def test_no_reason_says_anything_about_health():
    words = " ".join(f"{reason.value} {reason.label}" for reason in Reason).lower()
    for word in ("ziek", "sick", "arts", "medi", "health", "gezond"):
        assert word not in words


def test_a_whole_selection_is_judged_at_once(cast, anna):
    """S5.2.14-16."""
    entries = crowd(cast.anker, 3)
    anna.approve(*entries)
    assert set(verdicts(entries).values()) == {"approved"}
    assert len(verdicts(entries)) == 15


@pytest.mark.parametrize("deed", ["approve", "reject"])
def test_one_that_is_final_keeps_all_open_and_is_named(cast, anna, monday, deed):
    others = crowd(cast.anker, 2)
    anna.approve(monday)
    monday.refresh_from_db()
    with pytest.raises(AlreadyFinal, match="Kowalski, Anna") as refused:
        getattr(anna, deed)(*others, monday)
    assert refused.value.entries == [monday]
    assert verdicts(others) == {}
    assert not type(monday).objects.filter(pk__in=[e.pk for e in others], version=2)


def test_a_long_list_of_names_is_cut_and_counted(cast, anna):
    entries = crowd(cast.anker, 7, days=1)
    anna.approve(*entries)
    with pytest.raises(AlreadyFinal, match="en nog 4"):
        anna.approve(*entries)


def test_hours_can_be_approved_from_the_minute_that_they_end(cast, anna, monday):
    """S0.3: entries of today's finished shifts can be judged today."""
    end = local(monday.end)
    early = end - timedelta(minutes=1)
    with pytest.raises(NotOver, match=r"Dat kan vanaf 16-11 16:00\.$"):
        anna.approve(monday, at=early)
    assert anna.approve(monday, at=end)


def test_a_no_show_can_be_rejected_from_the_minute_that_the_shift_starts(anna, monday):
    start = local(monday.start)
    with pytest.raises(NotOver, match=r"af te keuren.*vanaf 16-11 07:30\.$"):
        anna.reject(monday, at=start - timedelta(minutes=1))
    assert anna.reject(monday, at=start)


def test_from_when_it_can_is_told_of_the_last_of_them(cast, anna, monday):
    late = entry(placed(cast.anker, "Laat, Lars"), TUESDAY, "22:00", "6:00")
    with pytest.raises(NotOver, match=r"18-11 06:00") as refused:
        anna.approve(monday, late, at=local(monday.end) - timedelta(hours=1))
    assert set(refused.value.entries) == {monday, late}
    with pytest.raises(NotOver) as refused:
        anna.approve(monday, late, at=local(monday.end))
    assert refused.value.entries == [late]


@pytest.mark.parametrize(
    ("starts", "ends"), [(MONDAY, MONDAY), (date(2026, 11, 1), None)]
)
def test_an_absent_worker_needs_no_judgement(cast, anna, monday, starts, ends):
    """S5.2.17: yellow, nothing to do."""
    Absence.objects.create(
        agency=cast.agency, worker=monday.worker, starts_on=starts, ends_on=ends
    )
    for deed in (anna.approve, anna.reject):
        with pytest.raises(Away, match=r"Kowalski, Anna \(ma 16-11\)"):
            deed(monday)


def test_the_day_after_the_absence_is_to_be_judged(cast, anna, monday):
    Absence.objects.create(
        agency=cast.agency,
        worker=monday.worker,
        starts_on=TUESDAY,
        ends_on=TUESDAY,
    )
    assert anna.approve(monday)


def test_typed_hours_go_before_an_absence(cast, anna, monday, fresh):
    anna.change(monday, end=840)
    Absence.objects.create(agency=cast.agency, worker=monday.worker, starts_on=MONDAY)
    assert anna.approve(fresh(monday))


def test_another_clients_entry_is_not_there_to_be_judged(cast, anna, monday):
    theirs = entry(placed(cast.boot))
    for deed in (anna.approve, anna.reject):
        with pytest.raises(Incomplete, match="Laad de pagina opnieuw"):
            deed(monday, theirs)
    assert not Decision.objects.exists()


def test_a_withdrawn_shift_is_not_there_to_be_judged(cast, anna, monday):
    type(monday).objects.update(is_occupying=False)
    with pytest.raises(Incomplete):
        anna.approve(monday)


def test_a_narrowed_member_judges_only_the_own_departments(cast):
    inside = entry(placed(cast.anker, department="Kas 1"))
    outside = entry(placed(cast.anker, department="Kas 2"))
    narrow = member(cast.coco, cast.anker)
    narrow.is_narrowed = True
    narrow.save()
    narrow.departments.add(inside.assignment.department)
    judge = {"by": cast.coco, "at": NOW}
    with pytest.raises(Incomplete):
        actions.approve(entries_for(narrow), seen(inside, outside), **judge)
    assert actions.approve(entries_for(narrow), seen(inside), **judge)


def test_judging_nothing_is_nothing(anna):
    assert anna.approve() is None


def test_what_was_judged_cannot_be_thrown_away(anna, monday):
    anna.approve(monday)
    with pytest.raises(ProtectedError):
        monday.delete()


@pytest.mark.parametrize("workers", [4, 40])
@pytest.mark.parametrize("deed", ["approve", "reject"])
def test_judging_takes_as_many_statements_for_ten_times_the_rows(
    cast, anna, django_assert_max_num_queries, workers, deed
):
    entries = crowd(cast.anker, workers)
    with django_assert_max_num_queries(10) as done:
        getattr(anna, deed)(*entries)
    # SQLite lets one writer in: there is no row to lock.
    locking = connection.features.has_select_for_update
    assert len(done.captured_queries) == 8 + locking
