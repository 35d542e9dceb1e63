"""Hours by hand, from the client's week to the agency's desk and back (S5.3)."""

from datetime import date

import pytest
from django.conf import settings
from django.test import Client as Visitor
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.cast import entry, placed
from werkbrief.timesheets.models import Decision
from werkbrief.words.weeks import Week

# The week before the real one: the portal reads the clock itself.
WEEK = Week.of(date.today()).previous  # noqa: DTZ011


@pytest.fixture
def open_as(page, live_server, cast):
    """Open this address as somebody, without the door."""
    placed(cast.anker, "Kowalski, Anna", "234")
    entry(placed(cast.anker, "Yılmaz, Zoë", "77"), WEEK.monday)
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))

    def open_as(user, address):
        visitor = Visitor()
        visitor.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        value = visitor.cookies[name].value
        page.context.clear_cookies()
        cookie = {"name": name, "value": value, "url": live_server.url}
        page.context.add_cookies([cookie])
        page.goto(live_server.url + address)
        return page

    return open_as


def fill(page, who="Kowalsky Ana 234"):
    page.get_by_label("Naam en loonnummer").fill(who)
    page.get_by_label("di ").check()
    page.get_by_label("wo ").check()
    page.get_by_label("Starttijd").fill("730")
    page.get_by_label("Pauze").fill("30")
    page.get_by_label("Totaaluren").fill("8,5")
    page.get_by_label("Omschrijving").fill("Viel in voor Piet.")


def test_a_slip_goes_to_the_agency_and_comes_back_as_hours(cast, open_as):
    week = reverse("timesheets", args=["anker", WEEK])
    page = open_as(cast.anna, week)
    page.get_by_role("link", name="Handmatig werkbriefje toevoegen").click()
    fill(page)
    page.get_by_role("button", name="Toevoegen").click()
    expect(page.get_by_text("het bureau ziet het meteen")).to_be_visible()
    page = open_as(cast.anna, week)
    expect(page.locator("#handmatig")).to_contain_text("telt nog niet mee")
    expect(page.locator("#grid")).not_to_contain_text("Kowalski")
    page = open_as(cast.jet, reverse("office_manual"))
    expect(page.get_by_role("button", name="Omzetten: Kowalski, Anna")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Er ligt niets")).to_be_visible()
    assert Decision.objects.filter(verdict="approved", by=cast.anna).count() == 2
    page = open_as(cast.anna, week)
    expect(page.locator("#grid")).to_contain_text("Kowalski, Anna")
    expect(page.locator("#handmatig")).to_contain_text("omgezet door Jet Jobcoach")
    assert page.complaints == []


def test_what_was_typed_stays_when_it_is_refused(cast, open_as):
    page = open_as(cast.anna, reverse("manual", args=["anker", WEEK]))
    fill(page)
    page.get_by_label("Totaaluren").fill("8.30")
    page.get_by_role("button", name="Toevoegen").click()
    expect(page.get_by_role("alert")).to_contain_text("kan 8:30 zijn of 8,30 uur")
    expect(page.get_by_label("Totaaluren")).to_be_focused()
    expect(page.get_by_label("Omschrijving")).to_have_value("Viel in voor Piet.")
    expect(page.get_by_label("di ")).to_be_checked()


@pytest.mark.parametrize("width", [1440, 390])
def test_both_screens_are_for_everybody(cast, open_as, width):
    """WCAG 2.2 AA by axe, with something waiting and something refused."""
    address = reverse("manual", args=["anker", WEEK])
    page = open_as(cast.anna, address)
    page.set_viewport_size({"width": width, "height": 900})
    for who in ("Kowalsky Ana 234", "Zoe Yilmas", "Anna Kowalski"):
        page.goto(page.url)
        fill(page, who)
        page.get_by_role("button", name="Toevoegen").click()
        expect(page.get_by_text("het bureau ziet het meteen")).to_be_visible()
    page.get_by_label("Naam en loonnummer").fill("Iemand")
    page.get_by_label("Starttijd").fill("25:00")
    page.get_by_role("button", name="Toevoegen").click()
    expect(page.get_by_role("alert")).to_be_visible()
    for user, address in ((None, ""), (cast.jet, reverse("office_manual"))):
        page = open_as(user, address) if user else page
        assert violations(page) == []
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width
