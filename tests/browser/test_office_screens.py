"""The agency's screens are for everybody: axe, both themes, wide and narrow."""

import pytest
from django.urls import reverse

from tests.browser.axe import violations
from tests.cast import NOW, PASSWORD, WEEK, entry, placed, seen
from werkbrief.config.errands import JOBS
from werkbrief.exchange.actions import Question, ask_comparison
from werkbrief.jobs.actions import work_through
from werkbrief.jobs.models import Job
from werkbrief.pay.reads import Other
from werkbrief.staffing.models import AgencyRole, Role
from werkbrief.timesheets.actions import approve
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.weeks import Week

ANKER = "/kantoor/opdrachtgevers/anker/"
RECORDS = (
    reverse("office_clients"),
    ANKER,
    f"{ANKER}gegevens/",
    f"{ANKER}indeling/",
    f"{ANKER}cao/nieuw/?cao=beroepsgoederenvervoer",
    f"{ANKER}herinneringen/",
    reverse("office_workers"),
    reverse("office_people"),
    f"{reverse('office_people_new')}?opdrachtgever=anker",
    reverse("office_people_employ"),
    reverse("office_deputies"),
    reverse("office_hour_types"),
    reverse("office_hour_types_new"),
    reverse("office_settings"),
    reverse("office_settings_reminders"),
    f"{reverse('office_search')}?zoek=a",
    reverse("office_import"),
    reverse("office_delivery"),
    reverse("office_clients_new"),
    reverse("office_workers_new"),
    f"{reverse('office_journal')}?wie=zzzz",
    f"{reverse('office_people')}?zoek=zzzz",
    f"{reverse('office_links')}?zoek=a",
)


@pytest.fixture
def jet(page, live_server, cast):
    """Jet, signed in, who may do all; one entry at Anker is judged and one is open."""
    AgencyRole.objects.filter(user=cast.jet).update(role=Role.ADMINISTRATOR)
    judged = entry(placed(cast.anker, "Dąbrowski, Łukasz"))
    entry(placed(cast.anker, "Yılmaz, Zoë"))
    approve(TimeEntry.objects.all(), seen(judged), by=cast.anna, at=NOW)
    page.goto(live_server.url + reverse("account_login"))
    page.locator("input[name=login]").fill("jet")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/kantoor/**")
    return page


def _busy(cast, state):
    """A job that is halfway, or one that could not be done."""
    mistake = [49_999, "Starttijd", "zeven", "Schrijf een tijd als 7:30."]
    return Job.objects.create(
        agency=cast.agency,
        kind="planning",
        title="Planning inlezen: jaar.xlsx",
        by=cast.jet,
        asked=NOW,
        state=state,
        phase="Plannen",
        done=30_000,
        total=50_000,
        told="1 regel te verbeteren; er is niets ingelezen.",
        result={"mistakes": [mistake], "mistaken": 1},
    ).pk


def _compared(cast):
    """A comparison that was worked out, of nobody's hours."""
    question = Question([], Week(2026, 40), Week(2026, 47), Other(), "Anker", "niets")
    job = ask_comparison(cast.agency, question, by=cast.jet, at=NOW)
    work_through(JOBS, clock=lambda: NOW)
    return job.pk


@pytest.mark.parametrize("width", [1440, 390])
def test_every_office_screen_passes_axe(jet, live_server, cast, width):
    jet.set_viewport_size({"width": width, "height": 900})
    complaints = []
    jet.on("console", lambda message: complaints.append(message.text))
    judged = TimeEntry.objects.judged().get()
    for address in (
        reverse("office_week", args=[WEEK]),
        reverse("office_week_client", args=[WEEK, "anker"]),
        reverse("office_week_entry", args=[WEEK, "anker", judged.pk]),
        reverse("office_week_moment", args=[WEEK, "anker"]),
        reverse("office_sign_ons"),
        reverse("office_journal"),
        reverse("office_links"),
        reverse("office_planning_week", args=[WEEK]),
        reverse("office_usual"),
        reverse("office_usual_editor", args=[judged.assignment_id]),
        *RECORDS,
        reverse("office_workers_page", args=[judged.worker_id]),
        reverse("office_people_person", args=[cast.annas.pk]),
        reverse("office_people_role", args=[cast.jet.agency_roles.get().pk]),
        reverse("office_people_erasure", args=[cast.annas.pk]),
        reverse("office_workers_erasure", args=[judged.worker_id]),
        reverse("office_settings_retention"),
        reverse("office_corrections"),
        reverse("office_manual"),
        reverse("office_messages"),
        reverse("office_tokens"),
        reverse("office_comparing"),
        reverse("office_jobs"),
        reverse("office_jobs_job", args=[_busy(cast, "running")]),
        reverse("office_jobs_job", args=[_busy(cast, "failed")]),
        reverse("office_jobs_job", args=[_compared(cast)]),
    ):
        jet.goto(live_server.url + address)
        assert violations(jet) == [], address
        wide = jet.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, address
    assert complaints == []


def test_a_judgement_is_reopened_and_the_client_s_screen_is_looked_at(jet, live_server):
    jet.goto(live_server.url + reverse("office_week", args=[WEEK]))
    jet.get_by_role("link", name="Anker").click()
    jet.get_by_role("link", name="✓ goed").click()
    jet.get_by_label("Heropenen, want").fill("Verkeerde dag")
    jet.get_by_role("button", name="Heropenen").click()
    jet.get_by_text("het werkbriefje staat weer open").wait_for()
    jet.get_by_role("link", name="Anker, week").click()
    jet.get_by_role("button", name="Toon wat de opdrachtgever ziet").click()
    jet.get_by_text("Je kijkt mee bij").wait_for()
    assert jet.get_by_role("grid").count() == 1
    jet.get_by_role("button", name="Stop met meekijken").click()
    jet.wait_for_url("**/kantoor/**")
    assert jet.get_by_text("Je kijkt mee bij").count() == 0


def test_a_clients_week_is_seen_whole_at_a_desk_and_by_day_on_a_phone(jet, live_server):
    jet.set_viewport_size({"width": 1440, "height": 900})
    jet.goto(f"{live_server.url}/kantoor/weken/{WEEK}/anker/")
    beyond = "box => box.scrollWidth - box.clientWidth"
    assert jet.locator(".scroll").evaluate(beyond) == 0, "the weekend is in sight"
    jet.set_viewport_size({"width": 390, "height": 844})
    assert jet.locator(".scroll").evaluate(beyond) == 0
    shown = jet.locator("tr:not(.group) td:visible")
    labels = shown.evaluate_all("cells => cells.map(cell => cell.dataset.label)")
    assert labels == ["ma 16-11", "week", "ma 16-11", "week"], "no empty days"
