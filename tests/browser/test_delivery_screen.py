"""The back office hands over a week in a real browser."""

import pytest
from django.urls import reverse

from tests.browser.axe import violations
from tests.cast import MONDAY, PASSWORD, WEEK, person, placed
from tests.exchange.handing import agreed, approved, receiver
from werkbrief.exchange.models import Delivery
from werkbrief.staffing.models import AgencyRole, Role


@pytest.fixture
def kees(page, live_server, cast):
    """Kees of the back office, signed in by the front door."""
    user = person("Kees Kasdorp")
    AgencyRole.objects.create(agency=cast.agency, user=user, role=Role.BACK_OFFICE)
    agreed(cast.anker)
    approved(cast, placed(cast.anker, number="1001"), MONDAY)
    approved(cast, placed(cast.boot, "Yılmaz, Zoë", "1002"), MONDAY)
    receiver(cast)
    page.goto(live_server.url + reverse("account_login"))
    page.locator("input[name=login]").fill("kees")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/kantoor/**")
    page.goto(f"{live_server.url}{reverse('office_delivery')}?week={WEEK}")
    return page


def test_a_week_is_looked_over_and_handed_over_by_keyboard(kees):
    complaints = []
    kees.on("console", lambda message: complaints.append(message.text))
    kees.get_by_role("button", name="Nakijken").press("Enter")
    kees.get_by_text("kan nog niet mee").wait_for()
    assert not Delivery.objects.exists()
    kees.get_by_role("button", name="Leveren").press("Enter")
    kees.get_by_role("heading", name="Levering 1 aan").wait_for()
    fates = kees.locator(".fate").all_inner_texts()
    assert fates == ["kon niet mee", "staat klaar"], "what needs attention comes first"
    with kees.expect_download() as saved:
        kees.get_by_role("link", name="TC-2026-W47-1001").click()
    assert saved.value.suggested_filename.endswith("-v1.json")
    assert complaints == []


@pytest.mark.parametrize("width", [1440, 390])
def test_the_screens_are_for_everybody(kees, live_server, width):
    """WCAG 2.2 AA by axe, on every screen of handing over."""
    kees.set_viewport_size({"width": width, "height": 900})
    kees.get_by_role("button", name="Nakijken").click()
    kees.get_by_text("kan nog niet mee").wait_for()
    refuse_violations(kees)
    kees.get_by_role("button", name="Leveren").click()
    kees.get_by_role("heading", name="Levering 1 aan").wait_for()
    refuse_violations(kees)
    for name in ("receiver_new", "layout_new"):
        kees.goto(live_server.url + reverse(f"office_delivery_{name}"))
        refuse_violations(kees)


def refuse_violations(page):
    assert violations(page) == []
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide), "the page scrolls sideways"
