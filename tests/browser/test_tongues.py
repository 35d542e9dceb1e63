"""English and Polish on a phone and by hand: nothing sticks out or stays Dutch."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.desk import PHONE

SCREENS = ("werkbriefjes", "werkplanning", "controle")
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def speak(desk, language):
    desk.greenhouse.planner.language = language
    desk.greenhouse.planner.save()
    desk.sign_in()


@pytest.mark.parametrize("language", ["en", "pl"])
def test_every_screen_fits_a_phone_and_is_clean(desk, mixed, language):
    desk.page.set_viewport_size(PHONE)
    speak(desk, language)
    base = f"/klanten/{mixed.client.slug}/"
    week = f"{base}weken/{mixed.week}/"
    for path in (base, f"{base}werknemers/", *(f"{week}{name}/" for name in SCREENS)):
        desk.open(path)
        assert desk.page.evaluate(WIDER) <= 0, path
        assert desk.page.locator("html").get_attribute("lang") == language
    assert violations(desk.page) == []
    assert desk.complaints == []


def test_what_the_scripts_say_is_polish_too(desk, greenhouse):
    speak(desk, "pl")
    greenhouse.planner.hours = "decimal"
    greenhouse.planner.save()
    desk.open()
    desk.cell("Nowak", 0).click()
    desk.press("Control+Space")
    selected = "Zaznaczono: 20 · 159,50 godz."
    expect(desk.page.locator("#selected")).to_have_text(selected)
    desk.press("Escape")
    desk.cell("Nowak", 2).click()
    desk.press("8")
    quick = desk.page.locator(".quick")
    expect(quick).to_have_attribute(
        "aria-label", "Szybki wpis, na przykład 0730-1600/30 albo 8h"
    )
    quick.fill("9h")
    desk.press("Enter")
    expect(desk.page.locator("#outcome")).to_contain_text("Zapisano 1 kartę pracy.")
