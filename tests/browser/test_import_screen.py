"""Somebody of the agency takes in a planning in a real browser."""

from datetime import date

import pytest
from django.urls import reverse

from tests.browser.axe import violations
from tests.cast import PASSWORD
from tests.exchange.files import csv, shift, workbook
from werkbrief.planning.models import Shift

DAY = date(2026, 11, 16)


@pytest.fixture
def jet(page, live_server, cast):
    """Jet, signed in by the front door."""
    page.goto(live_server.url + reverse("account_login"))
    page.locator("input[name=login]").fill("jet")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/kantoor/**")
    return page


def choose(page, name, content):
    kind = "application/octet-stream"
    file = {"name": name, "mimeType": kind, "buffer": content}
    page.locator("input[type=file]").set_input_files(file)


def test_a_planning_is_looked_over_mended_and_taken_in(jet, live_server):
    complaints = []
    jet.on("console", lambda message: complaints.append(message.text))
    jet.on("pageerror", lambda error: complaints.append(str(error)))
    jet.goto(live_server.url + reverse("office_import"))
    choose(jet, "fout.csv", csv(shift("16-11-2026", "zeven")))
    jet.get_by_role("button", name="Nakijken").click()
    jet.get_by_role("heading", name="1 regel om te verbeteren").wait_for()
    assert jet.locator("#report").evaluate("it => it === document.activeElement")
    choose(jet, "goed.xlsx", workbook(shift(DAY)))
    assert jet.locator("#report").inner_text() == ""
    jet.get_by_role("button", name="Nakijken").click()
    jet.get_by_role("heading", name="Klaar om in te lezen").wait_for()
    assert not Shift.objects.exists()
    jet.get_by_role("button", name="Inlezen").click()
    jet.get_by_role("heading", name="Ingelezen").wait_for()
    assert Shift.objects.count() == 1
    jet.get_by_role("button", name="Nakijken").click()
    jet.get_by_role("heading", name="Alles stond er al zo").wait_for()
    refused = [line for line in complaints if "422" not in line]
    assert refused == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_screen_is_for_everybody(jet, live_server, scheme, width):
    """WCAG 2.2 AA by axe, with a refusal on screen."""
    jet.emulate_media(color_scheme=scheme)
    jet.set_viewport_size({"width": width, "height": 900})
    jet.goto(live_server.url + reverse("office_import"))
    choose(jet, "fout.csv", csv(shift("16-11-2026", "zeven")))
    jet.get_by_role("button", name="Nakijken").click()
    jet.get_by_role("heading", name="1 regel om te verbeteren").wait_for()
    assert violations(jet) == []
    over = jet.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert over <= 0
