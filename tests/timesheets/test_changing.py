"""Changing hours: start, end, break and total keep in step (S5.1.3, S5.2.2-7)."""

import pytest
from django.db import connection

from tests.cast import MONDAY, NOW, WEEK, crowd, entry, placed, seen
from werkbrief.planning.models import Absence
from werkbrief.timesheets import actions
from werkbrief.timesheets.reads import State, entries_for, week_sheet
from werkbrief.timesheets.refusals import BadTimes, Incomplete, Overlapping
from werkbrief.words.clock import DAY, clock
from werkbrief.words.notation import Typed
from werkbrief.words.weeks import Week


def told(entry):
    return clock(entry.start), clock(entry.end), entry.break_minutes


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ({"start": 480}, ("08:00", "16:00", 30, 450)),
        ({"end": 990}, ("07:30", "16:30", 30, 510)),
        ({"pause": 45}, ("07:30", "16:00", 45, 465)),
        ({"total": 480}, ("07:30", "16:00", 30, 480)),
        ({"total": 510}, ("07:30", "16:30", 30, 510)),
        ({"total": 480, "pause": 60}, ("07:30", "16:30", 60, 480)),
        ({"start": 480, "total": 480}, ("08:00", "16:30", 30, 480)),
        ({"start": 480, "end": 1020, "pause": 0}, ("08:00", "17:00", 0, 540)),
        ({"end": 1020, "total": 540}, ("07:30", "17:00", 30, 540)),
        ({"pause": 510}, ("07:30", "16:00", 510, 0)),
    ],
)
def test_each_field_moves_the_others(anna, monday, fresh, typed, becomes):
    """S5.2.6: a total computes the end; start, end or break compute the total."""
    anna.change(monday, **typed)
    assert (*told(fresh(monday)), fresh(monday).worked_minutes) == becomes


def test_a_changed_entry_is_still_to_be_judged(anna, monday, fresh):
    """S5.2.7."""
    # D5.2.7
    anna.change(monday, start=480)
    assert fresh(monday).version == 2
    assert fresh(monday).is_touched
    assert list(anna.scope.open()) == [monday]


def test_typing_what_stands_there_changes_nothing(anna, monday, fresh):
    assert anna.change(monday, start=450, end=960, pause=30, total=480) is None
    assert fresh(monday).version == 1


@pytest.mark.parametrize(
    ("typed", "field", "why"),
    [
        ({"pause": 511}, "break", r"pauze \(511 minuten\) is langer dan de totaaltijd"),
        ({"start": 960}, "end", "niet na de starttijd"),
        ({"end": 450}, "end", "start en eind zijn gelijk"),
        ({"end": 1020, "total": 480}, "total", "spreken elkaar tegen"),
        ({"total": DAY}, "end", "24:30 is langer dan 24 uur"),
        ({"start": DAY}, "start", "op de dag zelf"),
    ],
)
def test_times_that_make_no_shift_are_refused_at_their_field(
    anna, monday, typed, field, why
):
    """S5.2.4: the break may not be longer than the total time."""
    with pytest.raises(BadTimes, match=why) as refused:
        anna.change(monday, **typed)
    assert refused.value.field == field
    assert "Kowalski, Anna (ma 16-11)" in refused.value.sentence
    monday.refresh_from_db()
    assert monday.version == 1


def test_a_bulk_change_touches_only_what_was_filled_in(cast, anna, fresh):
    """S5.2.16: the break of two workers, whatever their other times."""
    early = entry(placed(cast.anker), start="6:00", end="14:00", pause=15)
    late = entry(placed(cast.anker, "Yılmaz, Zoë"), start="14:00", end="22:00")
    anna.change(early, late, pause=45)
    assert told(fresh(early)) == ("06:00", "14:00", 45)
    assert told(fresh(late)) == ("14:00", "22:00", 45)


def test_one_that_cannot_be_changed_keeps_all_as_they_were(cast, anna, monday, fresh):
    short = entry(placed(cast.anker, "Kort, Kim"), start="8:00", end="9:00", pause=0)
    with pytest.raises(BadTimes, match="Kort, Kim"):
        anna.change(monday, short, pause=90)
    assert fresh(monday).break_minutes == 30
    assert fresh(monday).version == 1


def test_hours_move_past_midnight_but_stay_with_their_day_and_week(cast, anna, fresh):
    """S5.1.7: a shift over midnight belongs to the day on which it starts."""
    last = Week.parse("2026-W53")
    sunday = entry(placed(cast.anker), last.sunday, "20:00", "23:00")
    anna.change(sunday, end=120)
    assert clock(fresh(sunday).end) == "02:00"
    assert list(anna.scope.in_week(last)) == [sunday]
    assert not anna.scope.in_week(last.next).exists()


def test_another_clients_entry_does_not_exist(cast, anna, monday, fresh):
    theirs = entry(placed(cast.boot))
    with pytest.raises(Incomplete):
        anna.change(monday, theirs, pause=0)
    assert [fresh(e).break_minutes for e in (monday, theirs)] == [30, 30]


def test_two_shifts_of_one_worker_may_touch_but_not_overlap(cast, anna, fresh):
    assignment = placed(cast.anker)
    early = entry(assignment, start="6:00", end="10:00", pause=0)
    late = entry(assignment, start="11:00", end="15:00", pause=0)
    anna.change(early, end=660)
    with pytest.raises(Overlapping, match=r"Kowalski, Anna \(ma 16-11\)") as refused:
        anna.change(fresh(early), end=661)
    assert refused.value.field == "start"
    with pytest.raises(Overlapping):
        anna.change(fresh(early), late, start=600)


def test_hours_elsewhere_are_guarded_without_a_word_about_where(cast, anna):
    here = entry(placed(cast.anker, number="7"), start="8:00", end="12:00", pause=0)
    entry(placed(cast.boot, number="7"), start="13:00", end="17:00", pause=0)
    with pytest.raises(Overlapping) as refused:
        anna.change(here, end=840)
    assert "Boot" not in refused.value.sentence


def test_a_rejected_shift_leaves_its_time_to_another(cast, anna, fresh):
    assignment = placed(cast.anker)
    early = entry(assignment, start="6:00", end="10:00", pause=0)
    late = entry(assignment, start="10:00", end="15:00", pause=0)
    anna.reject(late)
    anna.change(early, end=720)
    assert clock(fresh(early).end) == "12:00"


def test_typing_the_planned_hours_of_somebody_absent_says_they_worked(
    cast, anna, monday, fresh
):
    """S5.2.17: yellow needs nothing, unless there was work after all."""
    Absence.objects.create(
        agency=cast.agency, worker=monday.worker, starts_on=MONDAY, ends_on=MONDAY
    )
    assert anna.change(monday, start=450, end=960)
    assert fresh(monday).is_touched
    assert anna.change(fresh(monday), start=450, end=960) is None
    (row,) = week_sheet(cast.annas, WEEK).rows
    assert [cell.state for cell in row.cells] == [State.CHANGED]
    anna.approve(fresh(monday))
    assert week_sheet(cast.annas, WEEK).approved_minutes == 480


@pytest.mark.parametrize("workers", [4, 40])
def test_changing_takes_as_many_statements_for_ten_times_the_rows(
    cast, django_assert_num_queries, workers
):
    entries = crowd(cast.anker, workers)
    # SQLite lets one writer in: neither rows nor workers are locked there.
    locking = connection.features.has_select_for_update
    with django_assert_num_queries(7 + 2 * locking):
        actions.change(
            entries_for(cast.annas),
            seen(*entries),
            Typed(pause=45),
            by=cast.anna,
            at=NOW,
        )
