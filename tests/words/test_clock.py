"""Instants and the clock on the wall, also in the two odd nights (S0.2)."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkbrief.words.clock import (
    NoSuchTime,
    at,
    clock,
    clock_minutes,
    day_of,
    duration,
    instant,
    midnight,
)

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(0, 1439))
def test_what_the_wall_shows_is_what_was_typed(day, minutes):
    try:
        found = at(day, minutes)
    except NoSuchTime:
        assert 120 <= minutes < 180
        assert day.month == 3
        assert day.day >= 25
    else:
        assert clock_minutes(found) == minutes
        assert clock(found) == f"{minutes // 60:02}:{minutes % 60:02}"
        assert day_of(found) == day


def test_a_day_lasts_23_24_or_25_hours():
    lengths = [
        midnight(after) - midnight(day)
        for day, after in (
            (SPRING, date(2026, 3, 30)),
            (date(2026, 6, 1), date(2026, 6, 2)),
            (AUTUMN, date(2026, 10, 26)),
        )
    ]
    assert lengths == [23 * 60, 24 * 60, 25 * 60]


def test_the_hour_that_the_clock_skips_does_not_exist():
    for minutes in (120, 150, 179):
        with pytest.raises(NoSuchTime):
            at(SPRING, minutes)
        with pytest.raises(NoSuchTime):
            at(date(2026, 3, 28), 1440 + minutes)
    assert at(SPRING, 180) - at(SPRING, 119) == 1


def test_the_hour_that_comes_twice_is_the_first_unless_told():
    first, second = at(AUTUMN, 150), at(AUTUMN, 150, again=True)
    assert second - first == 60
    assert clock(first) == clock(second) == "02:30"
    assert at(AUTUMN, 450) == at(AUTUMN, 450, again=True)


def test_seconds_fall_off():
    assert instant(datetime(2026, 11, 23, 9, 0, 59, tzinfo=UTC)) == instant(
        datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    )


@given(st.integers(-(10**6), 10**6))
def test_a_duration_reads_back(minutes):
    text = duration(minutes).replace(".", "")
    sign = -1 if text.startswith("-") else 1
    hours, rest = text.lstrip("-").split(":")
    assert sign * (int(hours) * 60 + int(rest)) == minutes
