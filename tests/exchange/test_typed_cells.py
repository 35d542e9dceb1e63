"""Dates, times and breaks as people type them and as Excel keeps them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.conftest import TODAY
from tests.exchange.files import HEADER, csv, shift, workbook
from werkbrief.exchange.arrivals import read_arrival
from werkbrief.exchange.reading.days import MONTHS, WEEKDAYS, read_day
from werkbrief.exchange.reading.names import is_same_person
from werkbrief.exchange.reading.times import read_pause, read_time
from werkbrief.words.clock import clock
from werkbrief.words.refusals import Refusal

DAYS = st.dates(date(2025, 1, 1), date(2028, 10, 31))
MINUTES = st.integers(0, 1439)
EPOCH = date(1899, 12, 30)


def spellings(day):
    """All the ways in which somebody may write this day, year and all."""
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    yield from (
        f"{day:%d-%m-%Y}",
        f"{day.day}-{day.month}-{day.year}",
        f"{day:%d/%m/%y}",
    )
    yield from (f"{day:%Y-%m-%d}", f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d} 00:00:00")
    yield from (f"{day.day} {name} {day.year}" for name in month)
    yield from (f"{name} {day.day} {month[1].upper()} {day.year}" for name in weekday)
    yield from (f"{day.day}-{month[0]}-{day:%y}", f"{weekday[0]}. {day:%d-%m-%Y}")
    yield from (day, datetime.combine(day, time()), (day - EPOCH).days)


@given(DAYS)
def test_every_way_to_write_a_day_means_that_day(day):
    assert {read_day(written, TODAY) for written in spellings(day)} == {day}


@given(DAYS, st.integers(-180, 180))
def test_without_a_year_it_is_the_nearest(near, away):
    day = near + timedelta(days=away)
    for written in (f"{day:%d-%m}", f"{day.day} {MONTHS[day.month - 1][0]}"):
        if (day.month, day.day) != (2, 29):
            assert read_day(written, near) == day


@given(DAYS, st.integers(1, 6))
def test_another_weekday_than_the_date_has_is_told(day, off):
    wrong = WEEKDAYS[(day.weekday() + off) % 7][1]
    with pytest.raises(Refusal, match="Kijk na welke dag"):
        read_day(f"{wrong} {day:%d-%m-%Y}", TODAY)


@pytest.mark.parametrize(
    "written",
    [
        "32-1-2026",
        "29-2-2026",
        "1-13-2026",
        "morgen",
        "2026",
        "",
        "1-1-1950",
        "week 47",
    ],
)
def test_what_is_no_day_is_told(written):
    with pytest.raises(Refusal):
        read_day(written, TODAY)


@given(MINUTES)
def test_every_way_to_write_a_time_means_that_time(minutes):
    hours, rest = divmod(minutes, 60)
    written = [
        f"{hours}:{rest:02}",
        f"{hours:02}.{rest:02}",
        f"{hours:02}:{rest:02}:00",
    ]
    written += [f"{hours}u{rest:02}", f"{hours}:{rest:02} uur", f"{hours}h{rest:02}"]
    stored = [time(hours, rest), datetime.combine(TODAY, time(hours, rest))]
    stored += [timedelta(minutes=minutes), minutes / 1440]
    if hours:
        stored += [hours * 100 + rest, float(hours * 100 + rest)]
        written += [f"{hours}{rest:02}"]
    assert {read_time(cell) for cell in written + stored} == {minutes}


@given(st.integers(0, 180))
def test_every_way_to_write_a_break_means_those_minutes(minutes):
    hours, rest = divmod(minutes, 60)
    cells = [f"{hours}:{rest:02}", time(hours, rest), timedelta(minutes=minutes)]
    cells += [minutes / 1440, f"{hours}:{rest:02}:00"]
    if not 0 < minutes < 5:
        cells += [minutes, float(minutes), str(minutes), f"{minutes} min"]
        cells += [f"{minutes} minuten", f"{minutes}'"]
    assert {read_pause(cell) for cell in cells} == {minutes}


@pytest.mark.parametrize("cell", ["0,5", "0.5", 0.5, "0:30", 30])
def test_half_an_hour_of_break_is_half_an_hour(cell):
    assert read_pause(cell) == 30


@pytest.mark.parametrize("cell", [1, "2", 1.5, -30, "lang", "0:75", "²", True])
def test_an_unclear_break_is_told(cell):
    with pytest.raises(Refusal):
        read_pause(cell)


@pytest.mark.parametrize(
    "cell",
    ["25:00", "7:60", 7.5, 2500, -1, "7:30:45", "half acht", time(7, 30, 30), True],
)
def test_an_unclear_time_is_told(cell):
    with pytest.raises(Refusal):
        read_time(cell)


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_whatever_its_separator_and_letters(separator, letters):
    who = ("Anker", "Inpak", "Inpakker", "00234", "Müller Zoë")
    content = csv(shift("16-11-2026", who=who), separator=separator)
    (line,) = read_arrival(content.decode().encode(letters), near=TODAY).lines
    assert (line.name, line.payroll_number) == ("Müller Zoë", "00234")


def test_a_workbook_is_read_with_the_cells_that_excel_makes():
    rows = [
        shift(date(2026, 11, 16), time(7, 30), time(16, 0), time(0, 30)),
        shift(
            datetime.combine(date(2026, 11, 17), time()),
            0.3125,
            16 / 24,
            30,
            ("Anker", "", "F", 234.0, "A"),
        ),
    ]
    one, two = read_arrival(workbook(*rows), near=TODAY).lines
    assert (clock(one.start), clock(one.end), one.break_minutes) == (
        "07:30",
        "16:00",
        30,
    )
    assert (clock(two.start), clock(two.end), two.break_minutes) == (
        "07:30",
        "16:00",
        30,
    )
    assert (one.payroll_number, two.payroll_number) == ("00234", "234")


def test_columns_stand_in_any_order_and_spelling_below_a_title():
    header = ("NAAM medewerker", "Pers.nr", "Eindtijd:", "begin", "Dag", "Inlener")
    row = ("Zoë", "0012", "1600", "730", "ma 16 nov", "Anker")
    content = csv(("", ""), header, row, header=("Planning week 47", ""))
    (line,) = read_arrival(content, near=TODAY).lines
    assert (line.number, line.client, line.payroll_number) == (4, "Anker", "0012")


def test_an_end_before_the_start_is_the_next_day():
    (line,) = read_arrival(csv(shift("16-11-2026", "22", "6", "")), near=TODAY).lines
    assert line.end - line.start == 8 * 60


def test_the_night_in_which_the_clock_goes_back_lasts_an_hour_longer():
    (line,) = read_arrival(csv(shift("24-10-2026", "22", "6", "")), near=TODAY).lines
    assert line.end - line.start == 9 * 60


def test_a_time_that_the_clock_skipped_is_told():
    reading = read_arrival(csv(shift("29-3-2026", "2:30", "6", "")), near=TODAY)
    assert "een uur vooruit" in reading.mistakes[0].remedy


def test_a_line_number_is_that_of_the_file_also_below_empty_lines():
    content = csv(("",) * 9, ("",) * 9, shift("16-11-2026", "x"), header=HEADER)
    assert read_arrival(content, near=TODAY).mistakes[0].line == 4


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Kowalski, Anna", "Anna Kowalski", True),
        ("Kowalski, Anna", "A. Kowalski", True),
        ("Dąbrowski, Łukasz", "Lukasz Dabrowski", True),
        ("Berg, Joris van den", "Joris van den Berg", True),
        ("Kowalski, Anna", "Kowalsky, Anna", True),
        ("Kowalski, Anna", "Jansen, Anna", False),
        ("Kowalski, Anna", "Kowalski, Piotr", False),
        ("Anna", "Bram", False),
    ],
)
def test_when_two_names_are_one_person(one, two, same):
    assert is_same_person(one, two) is same
