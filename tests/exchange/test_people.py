"""Workers and placements come in from a sheet, each with what is wrong at its line."""

from datetime import date

import pytest

from tests.exchange.conftest import NOW, TODAY
from tests.exchange.files import csv, everything, shift, workbook
from werkbrief.exchange.actions import import_planning, undo_import
from werkbrief.exchange.arrivals import read_arrival
from werkbrief.exchange.models import Import
from werkbrief.exchange.reading.mistakes import Unreadable
from werkbrief.staffing.models import Assignment, Worker

HEADER = (
    "Loonnummer",
    "Naam",
    "Opdrachtgever",
    "Functie",
    "Afdeling",
    "Plaatsing",
    "Begindatum",
    "Einddatum",
    "Contracturen",
)
ANNA = ("00234", "Kowalski, Anna", "Anker", "Inpakker", "Hal 1", "P-1", "2-11-2026")
ONLY = ("00235", "Yılmaz, Zoë", "", "", "", "", "", "", "")


@pytest.fixture
def bring(agency):
    def bring(*rows, write=csv, is_trial=False):
        content = write(*rows, header=HEADER)
        reading = read_arrival(content, near=TODAY, what="people")
        return import_planning(
            reading, agency=agency, by=None, at=NOW, is_trial=is_trial
        )

    return bring


def test_people_come_in_with_their_placement_or_without(bring):
    told = bring((*ANNA, "31-1-2027", "36,5"), ONLY)
    assert (told.lines, told.mistakes) == (2, [])
    placed = Assignment.objects.get()
    assert (placed.worker.name, placed.number) == ("Kowalski, Anna", "P-1")
    assert (placed.starts_on, placed.ends_on) == (date(2026, 11, 2), date(2027, 1, 31))
    assert (placed.contract_minutes, placed.department.name) == (36 * 60 + 30, "Hal 1")
    assert Worker.objects.get(payroll_number="00235").name == "Yılmaz, Zoë"


def test_a_workbook_with_real_dates_says_the_same(bring):
    row = (*ANNA[:6], date(2026, 11, 2), date(2027, 1, 31), 36)
    assert bring(row, write=workbook).mistakes == []
    assert Assignment.objects.get().contract_minutes == 36 * 60


def test_twice_changes_nothing_and_a_new_end_is_a_change(bring):
    bring((*ANNA, "31-1-2027", 36))
    before = everything()
    assert bring((*ANNA, "31-1-2027", 36)).does_nothing
    assert everything() == before
    bring((*ANNA, "28-2-2027", 36))
    assert Assignment.objects.get().ends_on == date(2027, 2, 28)


def test_each_line_says_what_is_wrong_and_nothing_comes_in(bring):
    told = bring(
        (*ANNA, "", ""),
        ("", "Zonder Nummer", "", "", "", "", "", "", ""),
        ("00300", "", "", "", "", "", "", "", ""),
        ("00301", "Twee", "Ankre", "Inpakker", "", "", "2-11-2026", "", ""),
        ("00302", "Drie", "Anker", "Inpakker", "", "", "", "", ""),
        ("00303", "Vier", "Anker", "Inpakker", "", "", "2-11-2026", "1-11-2026", ""),
        ("00304", "Vijf", "", "Inpakker", "", "", "", "", ""),
        ("00305", "Zes", "Anker", "", "", "", "2-11-2026", "", ""),
    )
    assert [(m.line, m.column) for m in told.mistakes] == [
        (3, "Loonnummer"),
        (4, "Naam"),
        (5, "Opdrachtgever"),
        (6, "Begindatum"),
        (7, "Einddatum"),
        (8, "Opdrachtgever"),
        (9, "Functie"),
    ]
    assert not Worker.objects.exists()


def test_a_trial_stores_nothing_and_an_import_is_undone(bring, agency):
    before = [r for r in everything() if r[0].startswith("staffing.")]
    bring((*ANNA, "", ""), is_trial=True)
    assert not Worker.objects.exists()
    bring((*ANNA, "", ""), ONLY)
    told = undo_import(Import.objects.get(), by=None, at=NOW)
    assert told.left == []
    assert [r for r in everything() if r[0].startswith("staffing.")] == before


def test_a_sheet_without_end_dates_ends_nobody(bring, agency):
    bring((*ANNA, "31-1-2027", 36))
    short = csv(ANNA, header=HEADER[:7])
    reading = read_arrival(short, near=TODAY, what="people")
    import_planning(reading, agency=agency, by=None, at=NOW)
    assert Assignment.objects.get().ends_on == date(2027, 1, 31)


def test_a_planning_chosen_as_people_says_which_columns_it_needs(agency):
    with pytest.raises(Unreadable, match="Loonnummer"):
        read_arrival(csv(header=("Datum", "Start", "Eind")), near=TODAY, what="people")


def test_a_planning_still_comes_in_as_before(take):
    assert take(csv(shift("16-11-2026"))).created == 1
