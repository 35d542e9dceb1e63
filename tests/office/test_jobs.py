"""A big file and a long period go on in the background, and are found again."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.cast import MONDAY, NOW, person, placed
from tests.exchange.files import csv, many
from tests.exchange.handing import agreed, approved
from werkbrief.config.errands import JOBS
from werkbrief.exchange.actions import background
from werkbrief.exchange.models import Import
from werkbrief.jobs.actions import work_through
from werkbrief.jobs.models import Job, State
from werkbrief.office.kinds import SEEN_BY
from werkbrief.planning.models import Shift
from werkbrief.staffing.models import AgencyRole, Role


@pytest.fixture
def jet(cast, signed_in):
    return signed_in(cast.jet)


@pytest.fixture
def keeper(cast, signed_in):
    kees = person("Kees Kasdorp")
    AgencyRole.objects.create(agency=cast.agency, user=kees, role=Role.BACK_OFFICE)
    return signed_in(kees)


@pytest.fixture
def big(monkeypatch):
    monkeypatch.setattr(background, "_BIG", 10)


def bring(browser, content, deed="nakijken", **more):
    file = SimpleUploadedFile("jaar.csv", content)
    return browser.post(
        reverse("office_import"), {"bestand": file, "daad": deed}, **more
    )


def work():
    return work_through(JOBS, clock=lambda: NOW)


def page(browser, job):
    return browser.get(reverse("office_jobs_job", args=[job.pk])).content.decode()


def test_every_job_that_the_background_knows_has_somebody_who_may_see_it():
    assert set(JOBS) == set(SEEN_BY)


def test_a_big_planning_is_looked_over_and_taken_in_behind_the_page(cast, jet, big):
    told = bring(jet, csv(*many(4))).content.decode()
    job = Job.objects.get()
    assert "Wacht op zijn beurt" in told
    assert reverse("office_jobs_job", args=[job.pk]) in told
    work()
    assert "Klaar om in te lezen" in page(jet, job)
    assert not Shift.objects.exists()
    jet.post(reverse("office_jobs_go", args=[job.pk]))
    work()
    assert Shift.objects.count() == 20
    done = Job.objects.latest("pk")
    assert "20 diensten nieuw" in page(jet, done)
    assert not done.result.get("is_trial")


def test_a_bad_line_near_the_end_is_named_and_leaves_nothing(cast, jet, big):
    rows = many(40)
    rows[-2] = (*rows[-2][:6], "zeven", *rows[-2][7:])
    bring(jet, csv(*rows), "inlezen")
    work()
    job = Job.objects.get()
    told = page(jet, job)
    assert job.state == State.FAILED
    assert "1 regel te verbeteren; er is niets ingelezen." in told
    assert f'<td class="number">{len(rows)}</td>' in told
    assert "zeven" in told
    assert not Shift.objects.exists()


def test_while_it_runs_the_page_says_how_far_it_is(cast, jet, big):
    bring(jet, csv(*many(2)), "inlezen")
    Job.objects.update(state=State.RUNNING, phase="Plannen", done=30, total=40)
    job = Job.objects.get()
    told = page(jet, job)
    assert "Plannen · 75%" in told
    assert "data-busy" in told
    rows = jet.get(reverse("office_jobs"), headers={"X-Requested-With": "fetch"})
    assert "Plannen 75%" in rows.content.decode()
    assert "<html" not in rows.content.decode()


def test_asked_twice_at_once_is_one_job(cast, jet, big):
    content = csv(*many(2))
    bring(jet, content, "inlezen")
    bring(jet, content, "inlezen")
    assert Job.objects.count() == 1


def test_what_failed_can_be_tried_again(cast, jet, big, monkeypatch):
    bring(jet, csv(*many(2)), "inlezen")
    job = Job.objects.get()
    work_through({"planning": lambda _: 1 / 0}, clock=lambda: NOW)
    assert "Opnieuw proberen" in page(jet, job)
    jet.post(reverse("office_jobs_again", args=[job.pk]))
    work()
    assert Shift.objects.count() == 10


def test_a_payroll_file_of_a_long_period_is_made_behind_the_page(cast, keeper):
    agreed(cast.anker)
    approved(cast, placed(cast.anker, number="1001"), MONDAY)
    asked = keeper.get(
        reverse("office_delivery_payroll"), {"van": "01-01-2026", "tot": "31-12-2026"}
    )
    job = Job.objects.get()
    assert asked.url == reverse("office_jobs_job", args=[job.pk])
    work()
    job.refresh_from_db()
    assert job.file_name == "loonregels-2026-01-01-2026-12-31.xlsx"
    file = keeper.get(reverse("office_jobs_file", args=[job.pk]))
    content = b"".join(file.streaming_content)
    assert (content[:2], len(content)) == (b"PK", job.file_size)


def test_a_job_coach_sees_no_payroll_file(cast, jet):
    job = background.ask_payroll(
        cast.agency, (date(2026, 1, 1), date(2026, 12, 31)), None, by=cast.jet, at=NOW
    )
    work()
    for name in ("job", "file"):
        assert jet.get(reverse(f"office_jobs_{name}", args=[job.pk])).status_code == 404
    assert "Loonbestand" not in jet.get(reverse("office_jobs")).content.decode()


def test_the_list_says_what_to_expect_when_there_is_nothing(cast, jet):
    told = jet.get(reverse("office_jobs")).content.decode()
    assert "Er is nog niets op de achtergrond gedaan." in told


def test_an_import_is_undone_after_a_look_at_what_stays(cast, jet):
    bring(jet, csv(*many(1)), "inlezen")
    told = jet.get(reverse("office_import")).content.decode()
    assert "jaar.csv" in told
    found = Import.objects.get()
    asked = jet.post(reverse("office_import_undo", args=[found.pk]))
    work()
    look = Job.objects.get()
    assert asked.url == reverse("office_jobs_job", args=[look.pk])
    told = page(jet, look)
    assert "5 diensten terug zoals het was" in told
    assert "Er is nog niets veranderd." in told
    assert Shift.objects.count() == 5
    jet.post(reverse("office_jobs_go", args=[look.pk]))
    work()
    assert not Shift.objects.exists()
    assert "ongedaan gemaakt" in jet.get(reverse("office_import")).content.decode()
