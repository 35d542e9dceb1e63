"""The ISO week has a year of its own (S0.2)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkbrief.words.weeks import Week

DAYS = st.dates(date(2000, 1, 3), date(2999, 1, 1))


@given(DAYS)
def test_every_day_lies_in_exactly_its_own_week(day):
    week = Week.of(day)
    assert day in week
    assert day not in week.next
    assert day not in week.previous
    assert day in week.days
    assert week.monday.weekday() == 0
    assert Week.parse(str(week)) == week


@given(DAYS, st.integers(-60, 60))
def test_weeks_count_on_over_years(day, weeks):
    assert Week.of(day) + weeks == Week.of(day + timedelta(weeks=weeks))


def test_a_year_of_53_weeks_ends_in_the_next():
    """S0.2: 2026-W53 ends on 3 January 2027."""
    last = Week.parse("2026-W53")
    assert (last.monday, last.sunday) == (date(2026, 12, 28), date(2027, 1, 3))
    assert last.previous == Week(2026, 52)
    assert last.next == Week(2027, 1)
    assert last < last.next


@pytest.mark.parametrize(
    "text",
    [
        *("2027-W53", "2026-W00", "2026-W54", "9999-W52", "1969-W01"),
        *("2026-53", "26-W01", "", "2026-W1", "2026-W٠١", "2026-W47\n"),
    ],
)
def test_what_is_no_week_is_refused(text):
    with pytest.raises(ValueError, match=r"week|Week"):
        Week.parse(text)
