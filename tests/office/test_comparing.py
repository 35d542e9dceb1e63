"""What a rule change would cost, before it goes live; asked, left, and found again."""

import io

import openpyxl
import pytest
from django.urls import reverse

from tests.cast import MONDAY, NOW, WEEK, entry, person, placed, seen
from tests.exchange.handing import agreed
from werkbrief.config.errands import JOBS
from werkbrief.jobs.actions import work_through
from werkbrief.jobs.models import Job
from werkbrief.staffing.models import AgencyRole, Role
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import Reason

PAGE = reverse("office_comparing")
TLN = "beroepsgoederenvervoer"


@pytest.fixture
def keeper(cast, signed_in):
    kees = person("Kees Kasdorp")
    AgencyRole.objects.create(agency=cast.agency, user=kees, role=Role.BACK_OFFICE)
    return signed_in(kees)


def week_of(client, name, contract=None, **more):
    """Five days of 8:48 net by TLN's break table, on a contract in minutes."""
    worker = placed(client, name, **more)
    worker.contract_minutes = contract
    worker.save()
    return [
        entry(worker, MONDAY.replace(day=16 + n), "6:00", "15:48", 60) for n in range(5)
    ]


@pytest.fixture
def drivers(cast):
    """By the rules of 2024, whatever the day: one part-timer, one not."""
    agreed(cast.anker, f"{TLN}-2024")
    return week_of(cast.anker, "Deel, Anna", 32 * 60), week_of(cast.anker, "Vol, Bo")


def compare(browser, **typed):
    asked = {"wie": "klant:anker", "van": str(WEEK), "tot": str(WEEK)} | typed
    return browser.post(PAGE, asked)


def outcome(browser):
    work_through(JOBS, clock=lambda: NOW)
    job = Job.objects.latest("pk")
    page = browser.get(reverse("office_jobs_job", args=[job.pk]))
    return " ".join(page.content.decode().split())


def test_the_coming_version_is_told_per_rule_and_per_worker(cast, keeper, drivers):
    """S8.9."""
    answer = compare(keeper, versie=f"{TLN}-2026")
    job = Job.objects.get()
    assert answer.url == reverse("office_jobs_job", args=[job.pk])
    assert "Wacht op zijn beurt" in keeper.get(answer.url).content.decode()
    page = outcome(keeper)
    assert "+2:24 uur tegen 100% (+2,65%)" in page
    assert '<th scope="row">overuur</th> <td>130%</td>' in page
    assert "Deel, Anna" in page
    assert "Vol, Bo" not in page
    assert "over 88:00 gewerkte uren van 2 medewerkers" in page


def test_it_is_found_again_and_comes_as_a_workbook(cast, keeper, drivers):
    compare(keeper, versie=f"{TLN}-2026")
    outcome(keeper)
    again = keeper.get(PAGE).content.decode()
    assert "Vergelijken: Anker, week 47 2026" in again
    job = Job.objects.get()
    content = b"".join(
        keeper.get(reverse("office_jobs_file", args=[job.pk])).streaming_content
    )
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    workers = list(book["Per medewerker"].iter_rows(min_row=2, values_only=True))
    assert [row[0].split(" (")[0] for row in workers] == [
        "Deel, Anna",
        "Vol, Bo",
        "Totaal",
    ]
    assert round(workers[0][5], 2) == 2.4
    rules = [row[0] for row in book["Per regel"].iter_rows(min_row=2, values_only=True)]
    assert rules[-1] == "Totaal"


def test_another_convention_goes_over_what_was_agreed(cast, keeper):
    agreed(cast.anker)
    entry(placed(cast.anker), MONDAY, "17:00", "23:00", 60)
    compare(keeper, pauze="hoogste")
    assert "-0:30 uur tegen 100%" in outcome(keeper)


def test_all_clients_of_a_cao_are_compared_at_once(cast, keeper, drivers):
    agreed(cast.boot, f"{TLN}-2024")
    week_of(cast.boot, "Deel, Coco", 32 * 60)
    compare(keeper, wie=f"cao:{TLN}-2024", versie=f"{TLN}-2026")
    assert "+4:48 uur tegen 100%" in outcome(keeper)


def test_rejected_hours_and_other_weeks_stay_out(cast, keeper, drivers):
    (monday, *_), _ = drivers
    scope = cast.anker.time_entries.all()
    actions.reject(scope, seen(monday), reason=Reason.NO_SHOW, by=cast.anna, at=NOW)
    entry(monday.assignment, MONDAY.replace(day=24), "6:00", "15:48", 60)
    compare(keeper, versie=f"{TLN}-2026")
    assert "over 79:12 gewerkte uren" in outcome(keeper)


def test_a_client_without_a_cao_is_told_and_stops_nothing(cast, keeper):
    entry(placed(cast.anker))
    compare(keeper, versie=f"{TLN}-2026")
    assert "Anker: Voor deze klant is nog geen cao ingesteld." in outcome(keeper)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Kies waarmee je vergelijkt"),
        ({"pauze": "ooit"}, "pauze"),
        ({"versie": f"{TLN}-2026", "van": "week 60"}, "Schrijf een week"),
        ({"versie": f"{TLN}-2026", "van": "2024-W01"}, "hooguit een jaar"),
        ({"regel": "veel"}, "Dit is niet te lezen"),
    ],
)
def test_what_can_not_be_asked_is_told_at_its_field(cast, keeper, typed, sentence):
    answer = compare(keeper, **typed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Job.objects.exists()


def test_another_agencys_client_can_not_be_chosen(cast, keeper):
    assert compare(keeper, wie="klant:duin", versie=f"{TLN}-2026").status_code == 422


def test_who_does_not_keep_the_pay_does_not_see_it(cast, signed_in, drivers):
    jet = signed_in(cast.jet)
    assert jet.get(PAGE).status_code == 404
    assert "Vergelijken" not in jet.get("/kantoor/taken/").content.decode()


def test_the_page_of_a_clients_cao_leads_here(cast, keeper, drivers):
    page = keeper.get("/kantoor/opdrachtgevers/anker/cao/").content.decode()
    assert f"{PAGE}?wie=klant:anker" in page
    form = keeper.get(f"{PAGE}?wie=klant:anker").content.decode()
    assert '<option value="klant:anker" selected>' in form
