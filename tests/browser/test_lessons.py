"""The queue of what the base schedule could learn, by one key (S8.7)."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.desk import Desk
from tests.cast import entry, person, seen
from werkbrief.planning.actions import Block, Pattern, schedule
from werkbrief.staffing.models import AgencyRole, Role
from werkbrief.timesheets.actions import approve
from werkbrief.timesheets.models import LessonAnswer
from werkbrief.words.weeks import Week


@pytest.fixture
def jet(page, live_server, greenhouse):
    """A Job Coach; two people worked until half past four on Saturdays of late."""
    coach, client = person("Jet Jobcoach"), greenhouse.client
    AgencyRole.objects.create(agency=client.agency, user=coach, role=Role.JOB_COACH)
    this, now = Week.of(timezone.localdate()), timezone.now()
    for one in client.assignments.filter(
        worker__name__in=("Nowak, Piotr", "Visser, Tim")
    ):
        usual = Pattern((this + -9).monday, (Block(5, 450, 960, 30),))
        schedule(one, usual, by=None, at=now)
        for week in (this + -3, this + -2, this + -1):
            hours = entry(one, week.days[5], end="16:30")
            entries = client.time_entries.all()
            approve(entries, seen(hours), by=greenhouse.planner, at=now)
    desk = Desk(page, live_server.url, greenhouse)
    desk.sign_in(coach)
    desk.open("/kantoor/grondplannen/")
    yield desk
    assert desk.complaints == []


@pytest.mark.parametrize("width", [1440, 390])
def test_one_key_takes_over_and_another_declines(jet, width):
    page = jet.page
    page.set_viewport_size({"width": width, "height": 900})
    assert violations(page) == []
    expect(page.locator("[data-case]")).to_have_count(2)
    jet.press("g")
    page.get_by_text("geldt zo vanaf volgende week").wait_for()
    expect(page.locator("[data-case]")).to_have_count(1)
    jet.press("a")
    jet.type("Piekweken")
    jet.press("Enter")
    page.get_by_text("blijft zoals het is").wait_for()
    expect(page.locator("[data-case]")).to_have_count(0)
    answers = LessonAnswer.objects.order_by("pk")
    assert [one.is_taken_over for one in answers] == [True, False]
