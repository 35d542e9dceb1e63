"""What the sector's own examples say stands on the office's screens."""

import os
import re
from html import unescape
from pathlib import Path

import pytest

from tests.cast import MONDAY, NOW
from werkbrief.exchange.actions import import_planning
from werkbrief.exchange.arrivals import read_arrival
from werkbrief.staffing.models import Assignment, Client, Worker

BESIDE = Path(__file__).parents[3] / "shared/setu/examples"
EXAMPLES = Path(os.environ.get("WERKBRIEF_SETU_EXAMPLES", BESIDE))
CLIENTS = {
    "Tholen": "OTTO_NLTHO001",
    "Restaurant X": "d45887 ba13a",
    "Staal": "223445",
}
PEOPLE = {"29b2b0713de": "Salah, Mo", "179943169": "Bakker, Piet"}


def words(page):
    """What somebody reads of a page and its fields, one space between."""
    page = re.sub(r'<input\b[^>]*\bvalue="([^"]*)"[^>]*>', r" \1 ", page)
    page = re.sub(r"<option(?![^>]* selected).*?</option>", " ", page)
    text = re.sub(r"<script.*?</script>|<[^>]+>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(text).split())


@pytest.fixture
def shown(cast, signed_in):
    """Take the examples in, one after the other, and read a screen."""
    for name, number in CLIENTS.items():
        slug = name.lower().replace(" ", "-")
        Client.objects.create(agency=cast.agency, name=name, slug=slug, number=number)
    for number, name in PEOPLE.items():
        Worker.objects.create(agency=cast.agency, payroll_number=number, name=name)

    def shown(names, address):
        for name in names:
            file = EXAMPLES / name
            if not file.exists():
                pytest.skip(f"de officiële SETU-voorbeelden staan niet in {EXAMPLES}")
            reading = read_arrival(file.read_bytes(), near=MONDAY)
            told = import_planning(reading, agency=cast.agency, by=cast.jet, at=NOW)
            assert told.mistakes == []
        if "{" in address:
            one = Assignment.objects.get()
            address = address.format(assignment=one.pk, worker=one.worker_id)
        return words(signed_in(cast.jet).get(f"/kantoor/{address}").content.decode())

    return shown


SHIFT = "PlanningAssignment_Example"


REQUEST = "PlanningRequest_Example"
WEEK_37 = "planning/2022-W37/tholen/"
PLACEMENT = "medewerkers/{worker}/plaatsingen/{assignment}/"


@pytest.mark.parametrize("syntax", ["json", "xml"])
@pytest.mark.parametrize(
    ("names", "address", "said"),
    [
        (
            ["HumanResourceExample"],
            "medewerkers/?q=lennon",
            "John Lennon 718ccad5908",
        ),
        (
            ["AssignmentExample"],
            "medewerkers/{worker}/",
            "Afwasser bij Restaurant X 71cbc0 566c6 23 okt 2024 – 24 dec 2024",
        ),
        (
            ["AssignmentExample"],
            PLACEMENT,
            "Afdeling 71cbc0 566c6 Kostenplaats 90b28a fb9a4 Eerste dag 2024-10-23",
        ),
        (
            ["AssignmentExample"],
            PLACEMENT,
            "per week 8:00 Leeg: niet bekend. Plaatsingsnummer 14b3fa 07e26",
        ),
        ([SHIFT], WEEK_37, "Doe, John 123456 07:00–16:00 0 9:00 9:00"),
        ([SHIFT], "grondplannen/{assignment}/", "13 jun 2023 nu ma 07:00–16:00 9:00"),
        ([REQUEST], WEEK_37, "1 × Picker · wo 14 sep · 07:00–16:00"),
        (
            [REQUEST],
            "planning/2023-W25/tholen/",
            "1 × Picker · ma 19 jun · 08:00–16:00",
        ),
        (
            [SHIFT, "PlanningConstraints_Example"],
            "planning/2022-W38/tholen/",
            "Doe, John 123456 afwezig afwezig afwezig afwezig afwezig afwezig afwezig",
        ),
    ],
)
def test_what_a_message_says_stands_on_the_screen(shown, names, address, said, syntax):
    page = shown([f"{name}_v2.0.{syntax}" for name in names], address)
    assert said in page


def test_a_placement_of_version_14_stands_on_the_workers_page(shown):
    messages = ["AssignmentExample_v1.4.xml"]
    page = shown(messages, "medewerkers/{worker}/")
    assert "Lasser bij Staal Productie 1 aug 2017 – 1 feb 2018" in page
    form = shown(messages, PLACEMENT)
    assert "Kostenplaats Staalproductie" in form
    assert "per week 32:00 Leeg: niet bekend. Plaatsingsnummer 1234/1234561" in form
