"""The Job Coach takes in what the clock at the gate wrote."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.cast import entry, placed
from tests.exchange.files import csv, shift
from tests.exchange.handing import approve
from werkbrief.words.clock import clock

ANNA = ("Anker", "", "Teler", "00234", "Kowalski, Anna")


def send(browser, deed):
    row = shift("16-11-2026", "7:02", "16:31", "30", ANNA)
    file = SimpleUploadedFile("klok.csv", csv(row))
    body = {"bestand": file, "soort": "uren", "daad": deed}
    return browser.post(reverse("office_import"), body)


def test_clocked_hours_are_looked_over_and_then_taken_in(cast, signed_in):
    planned = entry(placed(cast.anker, number="00234"))
    jet = signed_in(cast.jet)
    assert "kreeg de tijden van de klok" in send(jet, "nakijken").content.decode()
    planned.refresh_from_db()
    assert clock(planned.start) == "07:30"
    assert send(jet, "inlezen").status_code == 200
    planned.refresh_from_db()
    assert (clock(planned.start), clock(planned.end)) == ("07:02", "16:31")


def test_judged_hours_refuse_the_file_and_say_whose(cast, signed_in):
    approve(cast, entry(placed(cast.anker, number="00234")))
    answer = send(signed_in(cast.jet), "inlezen")
    page = answer.content.decode()
    assert (answer.status_code, "Er is niets ingelezen" in page) == (422, True)
    assert "Kowalski, Anna (ma 16-11)" in page
