"""The door behind the door: a password that is forgotten, and more clients than one."""

import re

from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.desk import PHONE
from tests.browser.test_each_screen import by_tab_to, fits
from tests.browser.test_keyboard_week import NO_MOUSE
from tests.cast import member
from werkbrief.staffing.models import Client

NEW = "acht kratten komkommer"


def test_a_forgotten_password_becomes_a_new_one_by_keys_alone_on_a_phone(desk, postbox):
    """From the door to the mail, and with its button back in."""
    planner = desk.greenhouse.planner
    planner.email = planner.username
    planner.save()
    desk.page.set_viewport_size(PHONE)
    desk.page.add_init_script(NO_MOUSE)
    ask_for_a_mail(desk, planner.email)
    to, letter = postbox.next()
    assert to == [planner.email]
    text = letter.get_body(("plain",)).get_content()
    desk.open(re.search(r"/wachtwoord/nieuw/\S+", text)[0])
    choose_a_new_one(desk)
    come_in(desk, planner.username)
    assert desk.page.evaluate("sessionStorage.getItem('mouse')") is None
    assert desk.complaints == []


def ask_for_a_mail(desk, address):
    page = desk.page
    desk.open("/inloggen/")
    by_tab_to(desk, page.get_by_role("link", name="Wachtwoord vergeten"))
    desk.press("Enter")
    page.get_by_role("heading", name="Wachtwoord vergeten").wait_for()
    by_tab_to(desk, page.get_by_label("E-mailadres"))
    desk.type(address)
    desk.press("Enter")
    page.get_by_role("heading", name="Kijk in de mail").wait_for()
    fits(desk)


def choose_a_new_one(desk):
    page = desk.page
    by_tab_to(desk, page.get_by_label("Nieuw wachtwoord"))
    desk.type(NEW)
    by_tab_to(desk, page.get_by_label("Nog een keer"))
    desk.type(NEW)
    assert violations(page) == []
    fits(desk)
    desk.press("Enter")
    page.get_by_role("heading", name="Het wachtwoord is gewijzigd").wait_for()
    by_tab_to(desk, page.get_by_role("main").get_by_role("link", name="Inloggen"))
    desk.press("Enter")
    page.wait_for_url("**/inloggen/**")


def come_in(desk, name):
    desk.type(name)
    desk.press("Tab")
    desk.type(NEW)
    desk.press("Enter")
    desk.page.get_by_role("heading", name="Goede").wait_for()


def test_who_works_for_two_clients_chooses_by_mouse_and_by_keys_on_a_phone(desk):
    greenhouse, page = desk.greenhouse, desk.page
    other = Client.objects.create(
        agency=greenhouse.client.agency, name="Kwekerij Zonnehoek", slug="zonnehoek"
    )
    member(greenhouse.planner, other)
    desk.sign_in()
    desk.open("/")
    page.get_by_role("heading", name="Kies een opdrachtgever").wait_for()
    assert violations(page) == []
    page.get_by_role("link", name="Kwekerij De Lier").click()
    page.wait_for_url("**/klanten/de-lier/**")
    page.set_viewport_size(PHONE)
    desk.open("/")
    fits(desk)
    by_tab_to(desk, page.get_by_role("link", name="Kwekerij Zonnehoek"))
    desk.press("Enter")
    page.wait_for_url("**/klanten/zonnehoek/**")
    expect(page.get_by_role("banner")).to_contain_text("Kwekerij Zonnehoek")
    fits(desk)
    assert desk.complaints == []
