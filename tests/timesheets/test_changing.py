"""Changing hours: start, end, break and total keep in step (S5.1.3, S5.2.2-7)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import MONDAY, NOW, crowd, entry, placed, seen, times
from werkbrief.planning.models import Absence
from werkbrief.staffing.models import Worker
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.reads import entries_for, week_sheet
from werkbrief.timesheets.refusals import BadTimes, Incomplete, Overlapping
from werkbrief.words.clock import DAY, at, clock
from werkbrief.words.notation import Typed
from werkbrief.words.weeks import Week

SPRING, AUTUMN = date(2026, 3, 28), date(2026, 10, 24)


def told(entry):
    return clock(entry.start), clock(entry.end), entry.break_minutes


def shown(day, begins, ends, /, **typed):
    """What an entry of this day would become, without any table."""
    start, end = times(day, begins, ends)
    made = TimeEntry(start=start, end=end, break_minutes=30)
    made.worker = Worker(name="Kowalski, Anna")
    return actions.retimed(made, Typed(**typed))


def night(day, **typed):
    return shown(day, "22:00", "6:00", **typed)


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


def test_an_end_before_the_start_is_on_the_next_day():
    start, end, _ = shown(MONDAY, "14:00", "22:00", end=75)
    assert (end - start, clock(end)) == (11 * 60 + 15, "01:15")
    assert shown(MONDAY, "14:00", "22:00", end=DAY)[1] == at(MONDAY, DAY)


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 7), (AUTUMN, 9)])
def test_a_night_in_which_the_clock_moves_has_its_real_length(day, hours):
    start, end, pause = night(day, start=1320, end=360, pause=0)
    assert (end - start, pause) == (hours * 60, 0)
    start, end, pause = night(day, total=480, pause=0)
    assert end - start == 480
    assert clock(end) == {7: "07:00", 9: "05:00"}[hours]


def test_the_hour_that_the_clock_skips_is_refused_with_a_reason():
    for typed in ({"end": 150}, {"end": 150, "start": 1380}):
        with pytest.raises(BadTimes, match="klok ging een uur vooruit") as refused:
            night(SPRING, **typed)
        assert refused.value.field == "end"
    with pytest.raises(BadTimes, match="klok ging een uur vooruit") as refused:
        shown(date(2026, 3, 29), "7:00", "12:00", start=150)
    assert refused.value.field == "start"


def test_the_evening_after_the_clock_moved_may_end_at_half_past_two():
    start, end, _ = night(date(2026, 3, 29), end=150)
    assert (end - start, clock(end)) == (4 * 60 + 30, "02:30")


def test_equal_times_are_equal_on_the_day_the_clock_moved_too():
    for day in (date(2026, 3, 29), date(2026, 10, 25)):
        with pytest.raises(BadTimes, match="gelijk"):
            shown(day, "7:30", "16:00", end=450)


def test_saving_what_is_shown_moves_no_time_in_the_hour_that_comes_twice():
    day = date(2026, 10, 25)
    second = at(day, 150, again=True)
    late = TimeEntry(start=second, end=second + 480, break_minutes=0)
    shown = Typed(start=150, end=10 * 60 + 30, pause=15)
    assert actions.retimed(late, shown) == (second, second + 480, 15)
    until = TimeEntry(start=at(AUTUMN, 1320), end=second, break_minutes=0)
    shown = Typed(start=1320, end=150, pause=15)
    assert actions.retimed(until, shown) == (until.start, second, 15)
    begun = TimeEntry(start=second - 15, end=second + 480, break_minutes=0)
    assert actions.retimed(begun, Typed(end=150))[1] == second


@given(
    st.sampled_from([MONDAY, SPRING, AUTUMN, date(2026, 12, 31), date(2027, 1, 3)]),
    st.integers(0, DAY - 1),
    st.integers(1, DAY),
    st.integers(0, DAY),
)
def test_start_total_and_break_always_make_the_end(day, start, total, pause):
    try:
        outcome = shown(day, "0:00", "1:00", start=start, total=total, pause=pause)
    except BadTimes as refused:
        outcome = refused
    if isinstance(outcome, BadTimes):
        assert total + pause > DAY or "vooruit" in outcome.sentence
    else:
        assert outcome[1] - outcome[0] - outcome[2] == total
        assert clock(outcome[0]) == f"{start // 60:02}:{start % 60:02}"


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
    anna.approve(fresh(monday))
    assert week_sheet(cast.annas, Week.of(MONDAY)).approved_minutes == 480


@pytest.mark.parametrize("workers", [4, 40])
def test_changing_takes_as_many_statements_for_ten_times_the_rows(
    cast, django_assert_num_queries, workers
):
    entries = crowd(cast.anker, workers)
    with django_assert_num_queries(9):
        actions.change(
            entries_for(cast.annas),
            seen(*entries),
            Typed(pause=45),
            by=cast.anna,
            at=NOW,
        )
