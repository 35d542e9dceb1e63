"""Who asks gets all that is kept about them, and nothing of anybody else (15, 20)."""

import io
import json
import zipfile

import openpyxl
import pytest

from tests.cast import NOW, entry, placed
from tests.privacy.conftest import NAME, NUMBER, work
from werkbrief.jobs.models import Job, Side
from werkbrief.jobs.reads import pieces
from werkbrief.journal.models import Event
from werkbrief.staffing.models import AgencyRole, Role

WORKERS = "/kantoor/medewerkers/"


@pytest.fixture
def keeper(cast, signed_in):
    AgencyRole.objects.filter(user=cast.jet).update(role=Role.ADMINISTRATOR)
    return signed_in(cast.jet)


def opened():
    job = Job.objects.get(kind="insight")
    box = zipfile.ZipFile(io.BytesIO(b"".join(pieces(job, Side.MADE))))
    return json.loads(box.read("gegevens.json")), box


def test_a_worker_gets_everything_in_one_file(cast, keeper, just_gone):
    entry(placed(cast.anker, "Nowak, Ewa"))
    page = keeper.post(f"{WORKERS}{just_gone.pk}/inzage/")
    assert page.status_code == 302
    work(NOW)
    told, box = opened()
    assert told["Medewerker"][0]["naam"] == NAME
    assert told["Plaatsingen"][0]["opdrachtgever"] == "Anker"
    (hours,) = told["Werkbriefjes"]
    assert (hours["van"], hours["oordeel"]) == ("07:30", "goedgekeurd")
    assert hours["door"] == "de opdrachtgever"
    assert [row["tekst"] for row in told["Opmerkingen"]]
    assert told["Loonregels"]
    assert told["Links en mails"][0]["e-mailadres"]
    assert {row["daad"] for row in told["Logboek"]} > {"staffing.kept"}
    # The names of others are theirs.
    everything = json.dumps(told)
    assert not any(name in everything for name in ("Nowak", "Anna Anker", "Jet Job"))
    book = openpyxl.load_workbook(io.BytesIO(box.read("gegevens.xlsx")))
    assert book.sheetnames == list(told)
    assert [cell.value for cell in book["Medewerker"][2]][:2] == [NAME, NUMBER]
    assert Event.objects.filter(verb="privacy.insight_given").count() == 1


def test_somebody_who_signs_in_gets_what_the_agency_knows(cast, keeper):
    keeper.post(f"/kantoor/gebruikers/{cast.annas.pk}/inzage/")
    work(NOW)
    told, _ = opened()
    assert told["Account"][0]["naam"] == "Anna Anker"
    assert told["Toegang"][0]["waar"] == "Anker"


def test_the_page_says_what_must_stay_before_anything_goes(cast, keeper, just_gone):
    address = f"{WORKERS}{just_gone.pk}/wissing/"
    assert "tot en met 31-12-2033" in keeper.get(address).content.decode()
    told = keeper.post(address, follow=True).content.decode()
    assert "Wissing is gevraagd; de naam gaat weg na 31-12-2033" in told


def test_the_terms_are_the_agencys_but_never_shorter_than_the_law(cast, keeper):
    address = "/kantoor/instellingen/bewaren/"
    seen = keeper.get(address).context["form"]["gezien"].value()
    terms = {"years": 6, "account_days": 30, "letter_days": 90, "message_days": 90}
    terms |= {"link_days": 0, "gezien": seen}
    assert keeper.post(address, terms).status_code == 422
    assert keeper.post(address, terms | {"years": 8}).status_code == 302
    assert cast.agency.retention.years == 8
    # A second screen that was open meanwhile.
    assert keeper.post(address, terms | {"years": 9}).status_code == 409
    told = Event.objects.get(verb="privacy.terms_set").changes.get()
    assert (told.before["years"], told.after["years"]) == (7, 8)
