"""The office makes hours of a manual entry, or says why not (S5.3.8-11)."""

import pytest
from django.urls import reverse

from tests.cast import MONDAY, NOW, entry, placed
from werkbrief.timesheets.actions import Slip, add_manual
from werkbrief.timesheets.models import Decision, TimeEntry
from werkbrief.words.notation import Typed

QUEUE = reverse("office_manual")


@pytest.fixture
def anna(cast):
    return placed(cast.anker, "Kowalski, Anna", "234")


@pytest.fixture
def slip(cast, anna):
    typed = Typed(start=450, end=960, pause=30)
    slip = Slip(anna.job_function, "Kowalsky 234", [MONDAY], typed, "Viel in.")
    return add_manual(cast.anker, slip, by=cast.anna, at=NOW)


@pytest.fixture
def jet(cast, signed_in):
    return signed_in(cast.jet)


def convert(jet, slip, assignment):
    address = reverse("office_manual_convert", args=[slip.pk])
    return jet.post(address, {"plaatsing": assignment.pk})


def test_the_agency_sees_it_at_once_with_who_it_is(jet, slip, anna):
    """S5.3.11: no phone call."""
    page = jet.get(QUEUE).content.decode()
    assert "“Kowalsky 234”" in page
    assert "Omzetten: Kowalski, Anna" in page
    assert "autofocus" in page
    assert f'value="{anna.pk}"' in page


def test_one_press_makes_approved_hours(jet, slip, anna):
    assert convert(jet, slip, anna).status_code == 302
    assert Decision.objects.get().by.username == "anna"
    page = jet.get(QUEUE).content.decode()
    assert "Er ligt niets" in page
    assert "omgezet, Jet Jobcoach" in page


def test_hours_in_the_way_are_warned_of_and_never_doubled(jet, slip, anna):
    entry(anna)
    page = jet.get(QUEUE).content.decode()
    assert "Heeft al uren: ma 16-11 07:30–16:00 bij Anker" in page
    assert "autofocus" not in page
    refused = convert(jet, slip, anna)
    assert refused.status_code == 422
    assert "vallen samen met andere uren" in refused.content.decode()
    assert TimeEntry.objects.count() == 1


def test_declining_asks_for_a_sentence(jet, slip):
    address = reverse("office_manual_decline", args=[slip.pk])
    assert jet.post(address, {"antwoord": " "}).status_code == 422
    assert jet.post(address, {"antwoord": "Dubbel."}).status_code == 302
    again = jet.post(address, {"antwoord": "Dubbel."})
    assert again.status_code == 409
    assert "al afgewezen door Jet Jobcoach" in again.content.decode()


def test_another_clients_assignment_is_no_answer(cast, jet, slip):
    assert convert(jet, slip, placed(cast.boot)).status_code == 404
    assert not TimeEntry.objects.exists()


def test_nobody_alike_is_told_with_a_way_out(cast, jet, anna):
    typed = Typed(start=450, end=960)
    unknown = Slip(anna.job_function, "Xu Qing", [MONDAY], typed)
    add_manual(cast.anker, unknown, by=cast.anna, at=NOW)
    assert "Plaats de medewerker eerst" in jet.get(QUEUE).content.decode()
