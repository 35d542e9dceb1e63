"""Shifts and facts as one types them."""

from datetime import date

import pytest

from ontrafelaar import PackError, Shift
from ontrafelaar.clock import at
from ontrafelaar.notation import read_facts, read_shifts

MONDAY = date(2026, 2, 2)


def test_a_shift_is_a_day_a_start_an_end_and_perhaps_a_break():
    (plain,) = read_shifts("2026-02-02 07:00-16:00")
    assert (plain.start, plain.end) == (at(MONDAY, 420), at(MONDAY, 960))
    assert plain.break_minutes is None
    assert read_shifts("2026-02-02 07:00-16:00 /45")[0].break_minutes == 45
    assert read_shifts("2026-02-02 07:00-16:00 /0")[0].break_minutes == 0


def test_days_in_a_row_share_their_times():
    days = read_shifts("2026-02-02..06 7:00-16:00 /60")
    assert [shift.start for shift in days] == [
        at(MONDAY, 420 + n * 1440) for n in range(5)
    ]
    assert len({shift.key for shift in days}) == 5


def test_an_end_at_or_before_the_start_is_the_next_day():
    (night,) = read_shifts("2026-02-02 22:00-06:00")
    assert night.end == at(MONDAY, 30 * 60)
    (round_the_clock,) = read_shifts("2026-02-02 07:00-07:00")
    assert round_the_clock.end - round_the_clock.start == 24 * 60
    (late,) = read_shifts("2026-02-02 14:00-24:00")
    assert late.end == at(MONDAY, 24 * 60)


def test_the_clock_that_goes_forward_or_back_is_felt():
    (short,) = read_shifts("2026-03-28 22:00-06:30")
    (long,) = read_shifts("2026-10-24 22:00-06:30")
    assert (short.end - short.start, long.end - long.start) == (450, 570)


def test_nothing_is_no_shifts():
    assert read_shifts(" ; ") == ()


@pytest.mark.parametrize(
    "text",
    [
        "maandag 7-16",
        "2026-02-02 07:00",
        "2026-02-30 07:00-16:00",
        "2026-02-02 7:75-8:00",
    ],
)
def test_what_is_no_shift_is_told_with_a_remedy(text):
    with pytest.raises(PackError, match="niet gelezen"):
        read_shifts(text)


def test_what_is_known_of_the_worker():
    facts = read_facts({"contract": "32:30", "tags": ["ploegendienst"]})
    assert facts.contract == 1950
    assert facts.tags == {"ploegendienst"}
    assert read_facts({}).contract is None


@pytest.mark.parametrize("raw", [{"contract": "veel"}, {"tags": 3}, {"loon": "2000"}])
def test_a_fact_that_can_not_be_read_is_told(raw):
    with pytest.raises(PackError):
        read_facts(raw)


def test_a_shift_is_a_value():
    assert Shift("a", 0, 60) == Shift("a", 0, 60)
