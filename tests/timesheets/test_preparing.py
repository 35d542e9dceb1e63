"""Entries stand ready from the planning; twice changes nothing (S5.1.1-2)."""

import pytest
from django.db import connection

from tests.cast import MONDAY, NOW, WEEK, entry, placed, shift, times
from werkbrief.journal.models import Event
from werkbrief.planning.models import Shift
from werkbrief.staffing.models import Worker
from werkbrief.timesheets.actions import prepare
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.reads import week_sheet
from werkbrief.words.clock import clock
from werkbrief.words.weeks import Week


@pytest.fixture
def ready(cast):
    def ready(week=WEEK, client=None):
        return prepare(client or cast.anker, week, at=NOW)

    return ready


def told(outcome):
    names = ("created", "updated", "withdrawn", "blocked")
    return {
        name: len(getattr(outcome, name)) for name in names if getattr(outcome, name)
    }


def replan(shift, start, end, day=MONDAY):
    shift.start, shift.end = times(day, start, end)
    shift.save()


def test_every_shift_has_its_entry(cast, ready):
    """S5.1.2: one per worker per shift; two on one day are two."""
    assignment = placed(cast.anker)
    shift(assignment, start="6:00", end="10:00", pause=0)
    shift(assignment, start="12:00", end="16:00", pause=15)
    assert told(ready()) == {"created": 2}
    (row,) = week_sheet(cast.annas, WEEK).rows
    assert [cell.times for cell in row.days[0]] == ["06:00–10:00", "12:00–16:00"]


def test_preparing_twice_changes_nothing(cast, ready):
    shift(placed(cast.anker))
    ready()
    events = Event.objects.count()
    assert told(ready()) == {}
    assert Event.objects.count() == events
    assert TimeEntry.objects.get().version == 1


def test_a_planning_change_reaches_an_untouched_entry(cast, ready, monday, fresh):
    replan(monday.shift, "8:00", "17:00")
    assert told(ready()) == {"updated": 1}
    assert clock(fresh(monday).start) == "08:00"
    assert fresh(monday).version == 2
    assert not fresh(monday).is_touched


def test_a_planning_change_leaves_what_somebody_typed(anna, ready, monday, fresh):
    anna.change(monday, pause=45)
    replan(monday.shift, "8:00", "17:00")
    assert told(ready()) == {}
    assert clock(fresh(monday).start) == "07:30"


@pytest.mark.parametrize("deed", ["approve", "reject"])
def test_a_planning_change_leaves_what_was_judged(anna, ready, monday, fresh, deed):
    getattr(anna, deed)(monday)
    replan(monday.shift, "8:00", "17:00")
    assert told(ready()) == {}
    assert clock(fresh(monday).start) == "07:30"


def test_undoing_the_first_change_lets_the_planning_in_again(
    anna, ready, monday, fresh
):
    anna.undo(anna.change(monday, pause=45))
    replan(monday.shift, "8:00", "17:00")
    assert told(ready()) == {"updated": 1}


def test_a_cancelled_shift_takes_its_entry_along(cast, ready, monday, fresh):
    Shift.objects.update(is_cancelled=True)
    assert told(ready()) == {"withdrawn": 1}
    assert not fresh(monday).is_occupying
    assert list(week_sheet(cast.annas, WEEK).cells) == []
    assert told(ready()) == {}


def test_a_cancelled_shift_that_never_was_ready_gets_no_entry(cast, ready):
    shift(placed(cast.anker), is_cancelled=True)
    assert told(ready()) == {}
    assert not TimeEntry.objects.exists()


def test_typed_hours_outlive_their_shift(cast, anna, ready, monday):
    anna.change(monday, pause=45)
    Shift.objects.update(is_cancelled=True)
    assert told(ready()) == {}
    (cell,) = week_sheet(cast.annas, WEEK).cells
    assert (cell.planned, cell.pause) == (None, 45)


def test_a_shift_that_stands_again_brings_its_entry_back(ready, monday, fresh):
    Shift.objects.update(is_cancelled=True)
    ready()
    Shift.objects.update(is_cancelled=False)
    assert told(ready()) == {"updated": 1}
    assert fresh(monday).is_occupying
    assert told(ready()) == {}


def test_a_cancelled_shift_makes_room_in_the_same_round(cast, ready, monday):
    Shift.objects.update(is_cancelled=True)
    shift(monday.assignment, start="9:00", end="15:00")
    assert told(ready()) == {"created": 1, "withdrawn": 1}


def test_two_shifts_that_change_places_do_not_meet_half_way(cast, ready, fresh):
    assignment = placed(cast.anker)
    early = entry(assignment, start="6:00", end="10:00", pause=0)
    late = entry(assignment, start="12:00", end="16:00", pause=0)
    replan(early.shift, "12:00", "16:00")
    replan(late.shift, "6:00", "10:00")
    assert told(ready()) == {"updated": 2}
    assert clock(fresh(early).start) == "12:00"
    assert told(ready()) == {}


def test_a_row_of_shifts_moves_on_in_one_round(cast, ready):
    assignment = placed(cast.anker)
    hours = [(6, 9), (9, 12), (12, 15)]
    for start, end in hours:
        made = entry(assignment, start=f"{start}:00", end=f"{end}:00", pause=0)
        replan(made.shift, f"{start + 2}:00", f"{end + 2}:00")
    assert told(ready()) == {"updated": 3}


def test_hours_that_somebody_typed_stand_in_the_way_of_a_shift(
    cast, anna, ready, monday
):
    anna.change(monday, end=1080)
    blocked = shift(monday.assignment, start="17:00", end="21:00")
    outcome = ready()
    assert outcome.blocked == [blocked]
    assert told(ready()) == {"blocked": 1}
    assert TimeEntry.objects.count() == 1


def test_what_is_blocked_keeps_its_old_place(cast, anna, ready, fresh):
    assignment = placed(cast.anker)
    typed = entry(assignment, start="6:00", end="9:00", pause=0)
    moved = entry(assignment, start="10:00", end="13:00", pause=0)
    anna.change(typed, end=570)
    replan(moved.shift, "9:00", "12:00")
    late = shift(assignment, start="12:30", end="14:00", pause=0)
    outcome = ready()
    assert set(outcome.blocked) == {moved.shift, late}
    assert clock(fresh(moved).start) == "10:00"


def test_hours_at_another_client_stand_in_the_way_too(cast, ready):
    entry(placed(cast.boot, number="7"))
    shift(placed(cast.anker, number="7"), start="15:00", end="18:00")
    assert told(ready()) == {"blocked": 1}


def test_a_week_brings_its_own_shifts_only(cast, ready):
    """S5.1.7: a night from Sunday to Monday belongs to Sunday's week."""
    assignment = placed(cast.anker)
    last = Week.parse("2026-W53")
    shift(assignment, last.sunday, "22:00", "6:00")
    assert told(ready(last.next)) == {}
    assert told(ready(last)) == {"created": 1}
    assert told(ready(last.next)) == {}


def test_two_assignments_of_one_worker_are_two_rows(cast, ready):
    teler = placed(cast.anker, number="7", function="Teler")
    chauffeur = placed(cast.anker, number="7", function="Chauffeur")
    shift(teler, start="6:00", end="10:00", pause=0)
    shift(chauffeur, start="11:00", end="15:00", pause=0)
    assert told(ready()) == {"created": 2}
    rows = list(week_sheet(cast.annas, WEEK).rows)
    assert Worker.objects.count() == 1
    assert {row.id for row in rows} == {teler.pk, chauffeur.pk}
    assert {row.worker_id for row in rows} == {teler.worker_id}


def test_another_clients_shifts_are_left_alone(cast, ready):
    shift(placed(cast.boot))
    assert told(ready()) == {}


@pytest.mark.parametrize("workers", [2, 20])
def test_preparing_takes_as_many_statements_for_ten_times_the_shifts(
    cast, ready, django_assert_num_queries, workers
):
    for number in range(workers):
        assignment = placed(cast.anker, number=f"n{number}")
        shift(assignment)
        moved = entry(assignment, WEEK.days[1])
        replan(moved.shift, "8:00", "17:00", WEEK.days[1])
        gone = entry(assignment, WEEK.days[2])
        Shift.objects.filter(pk=gone.shift_id).update(is_cancelled=True)
    # SQLite lets one writer in: no worker is locked there.
    locking = connection.features.has_select_for_update
    with django_assert_num_queries(11 + locking):
        outcome = ready()
    assert told(outcome) == {
        "created": workers,
        "updated": workers,
        "withdrawn": workers,
    }
