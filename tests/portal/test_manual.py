"""'Handmatig werkbriefje toevoegen' in the week on screen (S5.3.1-7)."""

import pytest
from django.urls import reverse

from tests.cast import WEEK, entry, placed
from werkbrief.staffing.models import JobFunction
from werkbrief.timesheets.models import ManualEntry
from werkbrief.words.clock import clock

FORM = reverse("manual", args=["anker", WEEK])


@pytest.fixture
def anna(cast, signed_in):
    placed(cast.anker)
    return signed_in(cast.anna)


@pytest.fixture
def typed(cast, anna):
    """A form that is right, but for what a test says."""
    function = JobFunction.objects.get(client=cast.anker)

    def typed(**other):
        right = {
            "functie": str(function.pk),
            "wie": "Kowalsky 00234",
            "dag": ["2026-11-16", "2026-11-18"],
            "start": "730",
            "totaal": "8,5",
            "pauze": "0:30",
            "omschrijving": "Viel in.",
        }
        return anna.post(FORM, right | other)

    return typed


def test_the_days_get_the_times_that_were_typed(typed, anna):
    """S5.3.1-7: function, name with payroll number, days, times, description."""
    answer = typed()
    assert answer.status_code == 302
    manual = ManualEntry.objects.get()
    assert (manual.who, manual.description) == ("Kowalsky 00234", "Viel in.")
    days = [(clock(d.start), clock(d.end), d.break_minutes) for d in manual.days.all()]
    assert days == [("07:30", "16:30", 30)] * 2
    page = anna.get(answer.url).content.decode()
    assert "Kowalsky 00234 is doorgegeven; het bureau ziet het meteen." in page
    assert "ligt bij het bureau, telt nog niet mee" in page


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"functie": ""}, "Kies de functie."),
        ({"functie": "9" * 30}, "Kies de functie."),
        ({"wie": " . "}, "Vul de naam in"),
        ({"dag": []}, "Kies minstens één dag."),
        ({"dag": ["2026-11-23", "gisteren"]}, "Kies minstens één dag."),
        ({"start": ""}, "Vul de starttijd in"),
        ({"start": "25:00"}, "“25:00” is geen tijd"),
        ({"totaal": ""}, "Vul de eindtijd in, of het totaal aantal uren."),
        ({"totaal": "8.30"}, "kan 8:30 zijn of 8,30 uur"),
        ({"eind": "16:00"}, "spreken elkaar tegen"),
        ({"wie": "x" * 151}, "Dit zijn 151 tekens"),
    ],
)
def test_a_mistake_keeps_what_was_typed_and_says_where(typed, wrong, sentence):
    answer = typed(**wrong)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page
    assert "Viel in." in page
    assert 'id="wrong"' in page
    assert not ManualEntry.objects.exists()


def test_another_clients_function_is_no_choice(cast, typed):
    theirs = placed(cast.boot).job_function
    assert typed(functie=str(theirs.pk)).status_code == 422


def test_a_double_click_adds_one(typed):
    typed()
    typed()
    assert ManualEntry.objects.count() == 1


def test_the_week_lists_what_waits_under_the_grid(cast, anna, typed):
    """S5.3: until then it is listed as pending, and counts nowhere."""
    entry(placed(cast.anker, "Yılmaz, Zoë"))
    typed()
    page = anna.get(reverse("timesheets", args=["anker", WEEK])).content.decode()
    assert 'id="handmatig"' in page
    assert "Kowalsky 00234" in page
    assert page.index('role="grid"') < page.index('id="handmatig"')
    assert FORM in page


def test_without_the_right_there_is_no_button(cast, anna, typed):
    typed()
    cast.annas.rights = ["see_timesheets"]
    cast.annas.save()
    page = anna.get(reverse("timesheets", args=["anker", WEEK])).content.decode()
    assert FORM not in page
    assert "Kowalsky 00234" in page
    assert "Intrekken" not in page


def test_taking_back_twice_is_harmless(typed, anna):
    typed()
    manual = ManualEntry.objects.get()
    address = reverse("manual_withdrawal", args=["anker", WEEK, manual.pk])
    assert anna.post(address).status_code == 302
    again = anna.post(address)
    assert again.status_code == 409
    assert "al ingetrokken door Anna Anker" in again.content.decode()


def test_names_are_printed_as_text(typed, anna):
    typed(wie="<b>Piet</b> 7", omschrijving="<script>alert(1)</script>")
    page = anna.get(FORM).content.decode()
    assert "<b>Piet" not in page
    assert "<script>alert" not in page
