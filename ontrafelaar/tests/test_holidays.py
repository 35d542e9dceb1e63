"""Holidays by the name a cao gives them, not a country's whole set."""

from datetime import date

import pytest

from ontrafelaar.holidays import NAMES, easter, holidays


@pytest.mark.parametrize(
    "day",
    [
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2038, 4, 25),
        date(2285, 3, 22),
    ],
)
def test_easter_falls_where_the_church_has_it(day):
    assert easter(day.year) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("nieuwjaar", date(2026, 1, 1)),
        ("pasen", date(2026, 4, 5)),
        ("paasmaandag", date(2026, 4, 6)),
        ("koningsdag", date(2026, 4, 27)),
        ("bevrijdingsdag", date(2026, 5, 5)),
        ("hemelvaart", date(2026, 5, 14)),
        ("pinksteren", date(2026, 5, 24)),
        ("pinkstermaandag", date(2026, 5, 25)),
        ("kerst", date(2026, 12, 25)),
        ("tweede kerstdag", date(2026, 12, 26)),
    ],
)
def test_a_holiday_of_2026(name, day):
    assert NAMES[name](2026) == day


def test_the_king_does_not_celebrate_on_a_sunday():
    assert NAMES["koningsdag"](2025) == date(2025, 4, 26)
    assert NAMES["koningsdag"](2031) == date(2031, 4, 26)


def test_liberation_day_of_the_lustrum_comes_once_in_five_years():
    days = [NAMES["bevrijdingsdag/5"](year) for year in range(2024, 2031)]
    assert [day for day in days if day] == [date(2025, 5, 5), date(2030, 5, 5)]


def test_only_what_the_cao_names_is_a_holiday():
    assert holidays(("kerst",), 2026) == {date(2026, 12, 25)}
    assert date(2026, 4, 3) not in holidays(tuple(NAMES), 2026), "Goede Vrijdag"
