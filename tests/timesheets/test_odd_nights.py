"""The nights in which the clock moves, and other ends after midnight (S5.1.7)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import MONDAY, times
from werkbrief.staffing.models import Worker
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.refusals import BadTimes
from werkbrief.words.clock import DAY, at, clock
from werkbrief.words.notation import Typed

SPRING, AUTUMN = date(2026, 3, 28), date(2026, 10, 24)


def shown(day, begins, ends, /, **typed):
    """What an entry of this day would become, without any table."""
    start, end = times(day, begins, ends)
    made = TimeEntry(start=start, end=end, break_minutes=30)
    made.worker = Worker(name="Kowalski, Anna")
    return actions.retimed(made, Typed(**typed))


def night(day, **typed):
    return shown(day, "22:00", "6:00", **typed)


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
