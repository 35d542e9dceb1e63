"""The Werknemers screen: who works here now, and who did."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.cast import crowd, entry, placed
from tests.portal.test_planning import text
from werkbrief.staffing.models import Right, Worker

NOT_KEPT = re.compile("bsn|birth|geboorte|nation|wage|salar|street|postcode|gender")
PAGE = reverse("workers", args=["anker"])


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def anna(cast, signed_in):
    return signed_in(cast.anna)


@pytest.fixture
def former(cast, today):
    """Left a month ago, after one worked day."""
    gone = placed(cast.anker, "Weg, Willem", "4712", department="Oogst")
    entry(gone, day=today - timedelta(days=40))
    gone.ends_on = today - timedelta(days=30)
    gone.save()
    return gone


def test_name_number_function_place_and_days_are_told(cast, anna, former, today):
    """S4.1, S4.2: planned now and worked before."""
    placed(cast.anker, "Nowak, Piotr", "4711", department="Inpak", function="Inpakker")
    said = text(anna.get(PAGE))
    assert "Nowak, Piotr 4711 Inpakker Inpak do 1 jan 2026" in said
    assert "Weg, Willem 4712 Teler Oogst" in said
    worked = former.time_entries.get()
    assert str((today - timedelta(days=40)).day) in said
    assert worked.worker.name == "Weg, Willem"
    assert "1 nu aan het werk, 1 eerder of later" in said


def test_the_toggle_shows_who_is_available_and_again_shows_all(cast, anna, former):
    """S4.3, S4.4: its state can be seen and heard."""
    placed(cast.anker, "Nowak, Piotr")
    everyone = anna.get(PAGE).content.decode()
    assert 'aria-pressed="false"' in everyone
    assert "Weg, Willem" in everyone
    only = anna.get(PAGE, {"alleen": "beschikbaar"}).content.decode()
    assert 'aria-pressed="true"' in only
    assert "Weg, Willem" not in only
    assert "Nowak, Piotr" in only
    # Pressed again it sends nothing: everybody.
    assert 'name="alleen"' not in only.split("</form>")[-2]


def test_what_nobody_needs_has_no_place_here():
    """D4.1: no BSN, birth date, address, nationality or wage, in any table of ours."""
    models = [m for m in apps.get_models() if m.__module__.startswith("werkbrief.")]
    names = {f"{m.__name__}.{f.name}" for m in models for f in m._meta.fields}
    assert [name for name in names if NOT_KEPT.search(name.lower())] == []
    about_workers = {field.name for field in Worker._meta.fields}
    assert about_workers == {
        *("id", "agency", "payroll_number", "name", "folded", "sort_name"),
        "archived_on",
    }


def test_who_left_longer_ago_than_the_agency_keeps_is_gone(cast, anna, former):
    """D4.1."""
    cast.agency.retention_days = 29
    cast.agency.save()
    assert "Weg, Willem" not in anna.get(PAGE).content.decode()


def test_the_last_day_worked_is_not_one_that_was_rejected_or_is_to_come(
    cast, anna, today
):
    here = placed(cast.anker)
    entry(here, day=today - timedelta(days=9))
    entry(here, day=today - timedelta(days=3), is_occupying=False)
    entry(here, day=today + timedelta(days=2))
    last = anna.get(PAGE).content.decode().split('data-label="Laatst gewerkt">')[1]
    assert last.split()[1] == str((today - timedelta(days=9)).day)


def test_a_name_leads_to_the_weeks_of_that_worker(cast, anna):
    placed(cast.anker, "Nowak, Piotr", "4711")
    assert "werkbriefjes/?zoek=4711" in unescape(anna.get(PAGE).content.decode())
    cast.annas.rights = [Right.SEE_WORKERS.value]
    cast.annas.save()
    assert "zoek=4711" not in anna.get(PAGE).content.decode()


def test_searching_folds_accents_and_finds_numbers(cast, anna):
    placed(cast.anker, "Dąbrowski, Łukasz", "4711")
    placed(cast.anker, "Nowak, Piotr", "4712")
    for query in ("lukasz", "4711"):
        said = text(anna.get(PAGE, {"zoek": query}))
        assert "Dąbrowski" in said
        assert "Nowak" not in said
    assert "Niemand gevonden" in text(anna.get(PAGE, {"zoek": "xyz"}))


def test_another_clients_workers_and_other_departments_are_not_here(cast, anna):
    inside = placed(cast.anker, "Binnen, B", department="Inpak")
    placed(cast.anker, "Buiten, B", department="Oogst")
    placed(cast.boot, "Elders, E")
    cast.annas.is_narrowed = True
    cast.annas.save()
    cast.annas.departments.add(inside.department)
    said = text(anna.get(PAGE))
    assert "Binnen, B" in said
    assert not any(who in said for who in ("Buiten", "Elders"))


def test_the_list_asks_the_same_for_many(cast, anna):
    counts = []
    for workers in (20, 180):
        crowd(cast.anker, workers)
        with CaptureQueriesContext(connection) as queries:
            anna.get(PAGE)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8
