"""A block from a spreadsheet, laid on the week (S8.3)."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, NOW, WEEK, entry, placed, seen
from werkbrief.timesheets.actions import approve, foresee, reject
from werkbrief.timesheets.models import Reason, TimeEntry
from werkbrief.timesheets.reads import week_sheet
from werkbrief.timesheets.reads.pasting import lay_out
from werkbrief.words.blocks import read_block
from werkbrief.words.notation import Typed
from werkbrief.words.refusals import Refusal

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def people(cast):
    """Three workers in the order of the sheet, each with Monday and Tuesday."""
    names = ("Bakker, Bram", "van den Berg, Joris", "Yılmaz, Zoë")
    rows = [placed(cast.anker, name, str(10_001 + n)) for n, name in enumerate(names)]
    for row in rows:
        entry(row, MONDAY)
        entry(row, TUESDAY)
    return rows


@pytest.fixture
def lay(cast, people):
    """Lay a block on the week of Anker, from this row and day on."""

    def lay(text, *, row=0, day=0):
        sheet = week_sheet(cast.annas, WEEK)
        at = people[row].pk
        return lay_out(read_block(text), sheet, row=at, day=day)

    return lay


def landed(laid):
    """(worker, day, what was typed) of everything that found its entry."""
    return [
        (spot.who.split(",")[0], spot.day, typed)
        for spot in laid.spots
        for _cell, typed in spot.lands
    ]


def problems(laid):
    return [spot.problem for spot in laid.spots if spot.problem]


def test_without_names_the_block_lies_from_the_focus_on(lay):
    laid = lay("8u\n7-16", row=1, day=1)
    assert landed(laid) == [
        ("van den Berg", 1, Typed(total=480)),
        ("Yılmaz", 1, Typed(start=420, end=960)),
    ]


@pytest.mark.parametrize(
    "who",
    ["10002", "van den Berg, Joris", "Joris van den Berg", "BERG", "10002\tJoris"],
)
def test_a_line_finds_its_worker_by_number_or_name(lay, who):
    assert landed(lay(f"{who}\t8\t9")) == [
        ("van den Berg", 0, Typed(total=480)),
        ("van den Berg", 1, Typed(total=540)),
    ]


def test_a_heading_says_which_day_a_column_is(lay):
    laid = lay(f"Naam\tdinsdag\t{MONDAY:%d-%m}\tweek\nYilmaz\t9\t8\t17")
    assert landed(laid) == [
        ("Yılmaz", 1, Typed(total=540)),
        ("Yılmaz", 0, Typed(total=480)),
    ]


def test_an_empty_cell_and_a_dash_leave_what_is_there(lay):
    laid = lay("Yılmaz\t\t-\nBakker\t8u\t")
    assert landed(laid) == [("Bakker", 0, Typed(total=480))]
    assert problems(laid) == []


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        ("Yılmaz\tziek", "is niet te lezen"),
        ("Yılmaz\t8.30", "Schrijf 8:30 of 8,30"),
        ("Yılmaz\t7-99", "is geen tijd"),
        ("Yılmaz\t0", "keur het werkbriefje daarna af"),
        ("Yılmaz\t8;9", "Hier staat één dienst"),
        ("Yılmaz\t8\nYılmaz\t9", "staat twee keer in het blok"),
        ("Jansen\t8\nYılmaz\t9", "“Jansen” staat deze week niet op het scherm"),
        ("Yılmaz\t8\t8\t8", "voeg een handmatig werkbriefje toe"),
    ],
)
def test_a_bad_cell_says_what_to_do(lay, block, sentence):
    (problem,) = problems(lay(block))
    assert sentence in problem


def test_two_of_the_same_name_are_told_apart_by_number(cast, lay):
    entry(placed(cast.anker, "Yılmaz, Zoë", "20002"))
    (problem,) = problems(lay("Zoë Yılmaz\t8"))
    assert "Schrijf het loonnummer erbij" in problem
    assert len(landed(lay("20002\t8"))) == 1


def test_two_shifts_on_one_day_are_written_with_a_semicolon(cast, lay):
    double = placed(cast.anker, "Wit, Wim", "30003")
    entry(double, MONDAY, "6:00", "10:00", 0)
    entry(double, MONDAY, "15:00", "19:00", 0)
    assert "Hier staan 2 diensten" in problems(lay("Wit\t8u"))[0]
    assert landed(lay("Wit\t6-11; 15-18")) == [
        ("Wit", 0, Typed(start=360, end=660)),
        ("Wit", 0, Typed(start=900, end=1080)),
    ]


def test_what_is_final_stays_and_is_only_told_when_it_differs(cast, lay, people):
    first, second = TimeEntry.objects.filter(worker=people[0].worker).order_by("start")
    scope = cast.anker.time_entries.all()
    approve(scope, seen(first), by=cast.anna, at=NOW)
    reject(scope, seen(second), Reason.NO_SHOW, by=cast.anna, at=NOW)
    assert lay("Bakker\t8\t0").same == 2
    assert problems(lay("Bakker\t9")) == [
        "Staat al vast (goedgekeurd). Maak de cel leeg, of vraag een correctie aan."
    ]


@pytest.mark.parametrize(
    ("block", "day", "sentence"),
    [
        ("8\n8\n8\n8", 0, "Dit blok is 4 regels lang; vanaf Bakker, Bram staan er 3"),
        ("8\t8\t8", 5, "Dit blok heeft 3 kolommen met uren; vanaf za passen er 2"),
    ],
)
def test_a_block_that_does_not_fit_says_so_at_once(lay, block, day, sentence):
    with pytest.raises(Refusal, match=sentence):
        lay(block, day=day)


def test_what_the_clock_refuses_is_known_before_anything_is_stored(cast, people):
    monday, tuesday = TimeEntry.objects.filter(worker=people[0].worker)
    found = foresee(
        cast.anker.time_entries.all(),
        {
            monday.pk: Typed(start=600, end=620, pause=30),
            tuesday.pk: Typed(start=450, end=960),
        },
    )
    assert found[monday.pk].problem.startswith("de pauze (30 minuten) is langer")
    assert not found[tuesday.pk].is_moved
    assert set(TimeEntry.objects.values_list("version", flat=True)) == {1}


def test_an_overlap_within_the_block_is_known_too(cast, people):
    monday, tuesday = TimeEntry.objects.filter(worker=people[0].worker)
    found = foresee(
        cast.anker.time_entries.all(),
        {monday.pk: Typed(start=1200, end=600), tuesday.pk: Typed(start=480, end=900)},
    )
    told = [one.problem for one in found.values() if one.problem]
    assert told
    assert all("vallen samen met andere uren" in one for one in told)
