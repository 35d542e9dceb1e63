"""Werkbriefjes controle on screen and as a workbook; corrections by form."""

import io

import openpyxl
import pytest

from tests.cast import NOW, WEEK, crowd, entry, placed, seen
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import CorrectionRequest, TimeEntry
from werkbrief.words.notation import read_quick

CHECK = f"/klanten/anker/weken/{WEEK}/controle/"


def _approved(cast, quick="", name="Kowalski, Anna"):
    hours = entry(placed(cast.anker, name))
    scope = TimeEntry.objects.all()
    if quick:
        actions.change(scope, seen(hours), read_quick(quick), by=cast.anna, at=NOW)
        hours.refresh_from_db()
    actions.approve(scope, seen(hours), by=cast.anna, at=NOW)
    hours.refresh_from_db()
    return hours


def _form(hours):
    return f"/klanten/anker/weken/{WEEK}/werkbriefjes/{hours.pk}/correctie/"


@pytest.fixture
def anna(cast, signed_in):
    return signed_in(cast.anna)


def test_the_check_shows_both_figures_and_the_difference(cast, anna):
    """S6.1 on screen; S6.10 the agency's number stands beneath."""
    _approved(cast, "730-1700/30")
    page = anna.get(CHECK).content.decode()
    assert "<s>8:00</s> <b>9:00</b>" in page
    assert "▲ +1:00" in page
    assert "0174 123456" in page


def test_the_tile_says_what_the_check_will_say(cast, anna, monkeypatch):
    """P2.2: the difference of last week, and what lies at the agency."""
    hours = _approved(cast, "730-1700/30")
    anna.post(_form(hours), {"gewerkt": "nee", "reden": "vergist"})
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    page = anna.get("/klanten/anker/").content.decode()
    assert "1:00 uur meer dan gepland" in page
    assert "1 correctie ligt bij het bureau" in page


def test_only_differences_leaves_out_who_worked_as_planned(cast, anna):
    _approved(cast, "730-1700/30")
    _approved(cast, name="Bakker, Jan")
    page = anna.get(CHECK, {"alleen": "verschillen"}).content.decode()
    assert "Kowalski" in page
    assert "Bakker" not in page


def test_a_week_without_differences_says_so(cast, anna):
    _approved(cast)
    page = anna.get(CHECK, {"alleen": "verschillen"}).content.decode()
    assert "Geen verschillen" in page


def test_the_chart_has_its_figures_in_a_table(cast, anna):
    """S6.1."""
    _approved(cast, "730-1700/30")
    page = anna.get(CHECK).content.decode()
    assert "ma: gepland 8:00, goedgekeurd 9:00" in page


def test_the_workbook_holds_figures_not_texts(cast, anna):
    _approved(cast, "730-1700/30")
    content = anna.get(f"{CHECK}excel/").content
    rows = list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows())
    titles = [cell.value for cell in rows[0]]
    values = dict(zip(titles, rows[1], strict=True))
    assert values["Verschil (uren)"].value == "=(H2-G2)*24"
    assert values["Goedgekeurd"].is_date
    assert values["Naam"].value == "Kowalski, Anna"


@pytest.mark.parametrize("workers", [20, 200])
def test_the_check_takes_as_many_statements_for_any_number(
    cast, anna, workers, django_assert_max_num_queries
):
    crowd(cast.anker, workers)
    with django_assert_max_num_queries(10):
        anna.get(CHECK)


def test_a_correction_is_asked_and_stands_in_the_list(cast, anna):
    """P6.2: asked by form, both versions in the list."""
    hours = _approved(cast)
    answer = anna.post(
        _form(hours),
        {"gewerkt": "ja", "eind": "17:00", "reden": "tot vijf uur"},
        follow=True,
    )
    page = answer.content.decode()
    assert "<s>07:30–16:00, pauze 30 (8:00)</s> → <b>07:30–17:00" in page
    assert "ligt bij het bureau" in page


def test_what_was_typed_stays_when_it_is_refused(cast, anna):
    hours = _approved(cast)
    typed = {"gewerkt": "ja", "eind": "17:00", "pauze": "900", "reden": "lang"}
    answer = anna.post(_form(hours), typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="900" aria-invalid="true"' in page
    assert ">lang</textarea>" in page


def test_a_correction_needs_a_reason(cast, anna):
    answer = anna.post(_form(_approved(cast)), {"gewerkt": "nee", "reden": " "})
    assert answer.status_code == 422
    assert "Schrijf in één zin wat er niet klopt." in answer.content.decode()
    assert not CorrectionRequest.objects.exists()


def test_asking_twice_is_refused_and_asks_once(cast, anna):
    hours = _approved(cast)
    for status in (302, 409):
        answer = anna.post(_form(hours), {"gewerkt": "nee", "reden": "ziek? nee"})
        assert answer.status_code == status
    assert CorrectionRequest.objects.count() == 1


def test_taking_it_back_twice_is_told(cast, anna):
    hours = _approved(cast)
    anna.post(_form(hours), {"gewerkt": "nee", "reden": "vergist"})
    request = CorrectionRequest.objects.get()
    address = f"/klanten/anker/weken/{WEEK}/correcties/{request.pk}/intrekking/"
    assert anna.post(address).status_code == 302
    again = anna.post(address)
    assert again.status_code == 409
    assert "al ingetrokken door Anna Anker" in again.content.decode()
