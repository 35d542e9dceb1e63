"""Taking in a planning on the agency's own screen."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.cast import WEEK, crowd, person
from tests.exchange.files import csv, everything, many, shift, workbook
from werkbrief.exchange.workbooks.example import example_workbook
from werkbrief.journal.models import Event
from werkbrief.planning.models import Shift
from werkbrief.staffing.models import AgencyRole, Role
from werkbrief.timesheets.models import TimeEntry

PAGE = reverse("office_import")


@pytest.fixture
def jet(cast, signed_in):
    return signed_in(cast.jet)


def send(browser, content, deed="nakijken", name="planning.csv", **headers):
    file = SimpleUploadedFile(name, content)
    return browser.post(PAGE, {"bestand": file, "daad": deed}, headers=headers)


def test_a_file_is_looked_over_without_a_trace(jet):
    before = everything()
    answer = send(jet, workbook(shift(date(2026, 11, 16))), name="week 47.xlsx")
    assert answer.status_code == 200
    assert "Klaar om in te lezen" in answer.text
    assert "week 47.xlsx" in answer.text
    assert everything() == before


def test_a_file_is_taken_in_and_a_second_time_nothing_happens(cast, jet):
    content = csv(*many(12))
    answer = send(jet, content, "inlezen")
    assert "Ingelezen" in answer.text
    assert Shift.objects.count() == TimeEntry.objects.count() == 60
    assert {event.by for event in Event.objects.filter(reason="import")} == {cast.jet}
    before = everything()
    again = send(jet, content, "inlezen")
    assert "Alles stond er al zo" in again.text
    assert everything() == before


def test_mistakes_stand_at_their_line_with_the_remedy(jet):
    before = everything()
    content = csv(shift("16-11-2026"), shift("17-11-2026", "zeven"), shift("31-2-2026"))
    answer = send(jet, content, "inlezen")
    assert answer.status_code == 422
    assert "2 regels om te verbeteren" in answer.text
    assert "zeven" in answer.text
    assert "Er is niets ingelezen" in answer.text
    assert everything() == before


def test_a_file_that_is_no_planning_gets_a_sentence(jet):
    answer = send(jet, b"%PDF-1.7", name="planning.pdf")
    assert answer.status_code == 422
    assert "Sla de planning op als" in answer.text


def test_no_file_is_asked_for(jet):
    answer = jet.post(PAGE, {"daad": "inlezen"})
    assert answer.status_code == 422
    assert "Kies eerst het bestand" in answer.text


def test_a_thousand_mistakes_still_make_one_screen(jet):
    answer = send(jet, csv(*(shift("morgenavond") for _ in range(1000))))
    assert "1000 regels om te verbeteren" in answer.text
    assert answer.text.count("<tr>") < 230


def test_the_script_gets_the_report_alone(jet):
    answer = send(jet, csv(shift("16-11-2026")), **{"X-Requested-With": "fetch"})
    assert answer.text.lstrip().startswith("<section")


def test_the_other_agency_reads_into_its_own_books_only(cast, signed_in):
    """Anker is Kasdorp's client: at Duinrand nobody knows it."""
    answer = send(signed_in(cast.daan), csv(shift("16-11-2026")), "inlezen")
    assert "Deze opdrachtgever is niet bekend" in answer.text
    assert not Shift.objects.exists()


def test_an_account_manager_has_no_such_screen_and_no_menu_item(cast, signed_in):
    keeper = person("Ans Accountmanager")
    AgencyRole.objects.create(
        agency=cast.agency, user=keeper, role=Role.ACCOUNT_MANAGER
    )
    browser = signed_in(keeper)
    assert browser.get(PAGE).status_code == 404
    assert PAGE not in browser.get(reverse("office"), follow=True).text


def test_the_example_can_be_taken_in_as_it_is(cast, jet):
    """It is last week's work, three weeks on: all of it new, then nothing new."""
    crowd(cast.anker, 5)
    content = example_workbook(cast.agency, WEEK, WEEK + 3)
    answer = send(jet, content, "inlezen", "voorbeeld.xlsx")
    assert "Ingelezen" in answer.text
    shifts = Shift.objects.in_week(WEEK + 3)
    assert shifts.count() == 25
    assert "Alles stond er al zo" in send(jet, content, "inlezen").text


def test_an_agency_without_a_planning_gets_a_line_to_follow(cast):
    content = example_workbook(cast.other_agency, WEEK, WEEK + 3)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [cell.value for cell in sheet[1]][:2] == ["Opdrachtgever", "Afdeling"]
    assert sheet.max_row == 2
