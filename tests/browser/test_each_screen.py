"""The smaller screens: by mouse, by keyboard alone, and at 390 px.

Werkplanning, the week and manual entries have files of their own.
"""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.desk import PHONE
from tests.browser.test_keyboard_week import NO_MOUSE, sign_in
from tests.cast import member, person
from werkbrief.accounts.models import Language
from werkbrief.staffing.actions import give_link
from werkbrief.timesheets.models import CorrectionRequest
from werkbrief.words.clock import clock


@pytest.fixture
def workers(busy_planner):
    """The list of everybody, of whom one has left."""
    leaver = busy_planner.greenhouse.one("Visser", 0).assignment
    leaver.ends_on = busy_planner.greenhouse.week.sunday
    leaver.save()
    busy_planner.open(f"/klanten/{busy_planner.greenhouse.client.slug}/werknemers/")
    return busy_planner


@pytest.fixture
def check(busy_planner):
    path = busy_planner.greenhouse.path.replace("werkbriefjes", "controle")
    busy_planner.open(path)
    return busy_planner


def fits(desk):
    wide = desk.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"], "the page may not scroll sideways"


def by_tab_to(desk, locator):
    """Tab until the focus is there; a keyboard has no other way."""
    for _ in range(40):
        desk.press("Tab")
        if locator.evaluate("(one) => one === document.activeElement"):
            return
    raise AssertionError("Tab does not lead there")


def test_workers_by_mouse(workers):
    toggle = workers.page.get_by_role("button", name="Alleen beschikbaar")
    workers.page.get_by_text("Visser, Tim").wait_for()
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    expect(workers.page.get_by_text("Visser, Tim")).to_have_count(0)
    toggle.click()
    workers.page.get_by_text("Visser, Tim").wait_for()


def test_workers_by_keys_alone(workers):
    by_tab_to(workers, workers.page.get_by_label("Zoek naam of loonnummer"))
    workers.type("dabrow")
    workers.press("Enter")
    workers.page.wait_for_url("**zoek=dabrow**")
    expect(workers.page.locator("tbody tr")).to_have_count(1)
    toggle = workers.page.get_by_role("button", name="Alleen beschikbaar")
    by_tab_to(workers, toggle)
    workers.press("Enter")
    expect(toggle).to_have_attribute("aria-pressed", "true")
    workers.page.get_by_text("Dąbrowski, Łukasz").wait_for()


def test_workers_on_a_phone(workers):
    workers.page.set_viewport_size(PHONE)
    expect(workers.page.get_by_text("Visser, Tim")).to_be_visible()
    workers.page.get_by_role("button", name="Alleen beschikbaar").click()
    expect(workers.page.get_by_text("Visser, Tim")).to_have_count(0)
    fits(workers)


def test_a_correction_by_mouse(check):
    page = check.page
    page.get_by_label("Alleen verschillen").check()
    page.wait_for_url("**alleen=**")
    page.locator("tr[data-deviates] td[data-differs] a").first.click()
    page.get_by_label("Niet gewerkt").check()
    page.get_by_label("Wat klopt er niet?").fill("Toch niet gekomen.")
    page.get_by_role("button", name="Correctie aanvragen").click()
    page.get_by_text("Toch niet gekomen.").wait_for()


def test_a_correction_by_keys_alone(check):
    page = check.page
    by_tab_to(check, page.locator("tr:has-text('Kowalski') td a").first)
    check.press("Enter")
    by_tab_to(check, page.get_by_label("Eindtijd"))
    check.type("16:30")
    by_tab_to(check, page.get_by_label("Wat klopt er niet?"))
    check.type("Een uur langer gebleven.")
    by_tab_to(check, page.get_by_role("button", name="Correctie aanvragen"))
    check.press("Enter")
    page.get_by_text("Een uur langer gebleven.").wait_for()
    asked = CorrectionRequest.objects.get()
    assert asked.reason == "Een uur langer gebleven."
    assert clock(asked.end) == "16:30"


def test_a_correction_by_keys_alone_on_a_phone(check):
    """What was rejected is locked; the planner asks for it after all."""
    page = check.page
    page.set_viewport_size(PHONE)
    by_tab_to(check, page.locator("tr:has-text('Wójcik') td[data-differs] a"))
    check.press("Enter")
    page.get_by_role("heading", name="Correctie aanvragen").wait_for()
    fits(check)
    by_tab_to(check, page.get_by_label("Wat klopt er niet?"))
    check.type("Zij was er wel, de hele dag.")
    by_tab_to(check, page.get_by_role("button", name="Correctie aanvragen"))
    check.press("Enter")
    page.get_by_text("Zij was er wel, de hele dag.").wait_for()
    fits(check)
    assert CorrectionRequest.objects.get().entry == check.greenhouse.one("Wójcik", 0)


def test_the_check_on_a_phone(check):
    check.page.set_viewport_size(PHONE)
    expect(check.page.get_by_text("Wójcik, Katarzyna").first).to_be_visible()
    fits(check)
    check.page.get_by_role("button", name="Filters").click()
    check.page.get_by_label("Alleen verschillen").check()
    expect(check.page.locator("tbody tr[data-deviates]")).to_have_count(1)
    fits(check)


def test_a_stand_in_is_named_by_keys_alone_on_a_phone_and_works_for_the_other(desk):
    """From the account of who is away to the week as the stand-in sees it."""
    greenhouse = desk.greenhouse
    bea = person("Bea Smit", email="bea@delier.example")
    member(bea, greenhouse.client, [])
    desk.sign_in()
    desk.page.set_viewport_size(PHONE)
    desk.open("/account/")
    fits(desk)
    by_tab_to(desk, desk.page.get_by_label("Wie vervangt"))
    desk.type("Bea")
    last = desk.page.get_by_label("Laatste dag")
    by_tab_to(desk, last)
    last.fill(desk.page.get_by_label("Eerste dag").input_value())
    desk.press("Enter")
    desk.page.get_by_text("Bea Smit vervangt je").wait_for()
    desk.sign_in(bea)
    desk.open(f"/klanten/{greenhouse.client.slug}/")
    desk.page.get_by_role("link", name=f"Verder voor {greenhouse.planner}").click()
    fits(desk)
    desk.page.get_by_role("link", name="Werkbriefjes", exact=True).click()
    desk.page.get_by_role("complementary", name="Vervanging").wait_for()
    desk.page.get_by_role("link", name="Terug naar je eigen scherm").click()
    expect(desk.page.get_by_role("link", name="Werkbriefjes")).to_have_count(0)


@pytest.fixture
def phone(desk):
    """The planner at a phone's width; a hand that presses it leaves a mark."""
    desk.page.set_viewport_size(PHONE)
    desk.page.add_init_script(NO_MOUSE)
    yield desk
    assert desk.page.evaluate("sessionStorage.getItem('mouse')") is None
    assert desk.complaints == []


def test_from_the_door_to_a_colleague_by_keys_alone_on_a_phone(phone):
    """Home, a manual entry, an invitation and one's own language."""
    sign_in(phone)
    by_tab_to(phone, phone.page.get_by_role("link", name="Ga verder"))
    phone.press("Enter")
    phone.page.wait_for_url(f"**{phone.greenhouse.path}")
    add_by_hand(phone)
    invite(phone)
    phone.open("/account/")
    by_tab_to(phone, phone.page.get_by_label("Taal"))
    phone.type("English")
    by_tab_to(phone, phone.page.get_by_role("button", name="Opslaan").first)
    phone.press("Enter")
    phone.page.get_by_role("heading", name="Display").wait_for()


def add_by_hand(desk):
    """S5.3: the field of the name waits; the function stands before it."""
    desk.open(f"{desk.greenhouse.path}handmatig/")
    desk.press("Shift+Tab")
    desk.type("Heftruck")
    desk.press("Tab")
    desk.type("Kees Bos 10999")
    desk.press("Tab", "Space")
    by_tab_to(desk, desk.page.get_by_label("Starttijd"))
    desk.type("7")
    desk.press("Tab")
    desk.type("15:30")
    desk.press("Enter")
    expect(desk.page.locator("#handmatig")).to_contain_text("Kees Bos 10999")
    fits(desk)


def invite(desk):
    desk.open(f"/klanten/{desk.greenhouse.client.slug}/collegas/")
    by_tab_to(desk, desk.page.get_by_label("Naam"))
    desk.type("Bea Smit")
    desk.press("Tab")
    desk.type("bea@delier.example")
    desk.press("Enter")
    desk.page.get_by_text("nog niet binnen geweest").wait_for()
    fits(desk)


@pytest.mark.parametrize("hand", ["keys", "finger"])
def test_a_worker_says_what_is_wrong_on_a_phone(desk, hand):
    """S8.4: the personal link, without an account."""
    greenhouse, page = desk.greenhouse, desk.page
    entry = greenhouse.one("Kowalski", 0)
    greenhouse.decide(greenhouse.entries.filter(pk=entry.pk))
    now = timezone.now()
    link = give_link(entry.worker, Language.NL, by=greenhouse.planner, at=now)
    page.set_viewport_size(PHONE)
    desk.open(f"/mijn/{link.token}/weken/{greenhouse.week}/")
    fits(desk)
    wrong = page.get_by_text("Klopt niet")
    if hand == "keys":
        by_tab_to(desk, wrong)
        desk.press("Enter", "Tab")
        desk.type("Ik bleef tot 17:00.")
        desk.press("Enter")
    else:
        wrong.click()
        page.get_by_label("Wat klopt er niet?").fill("Ik bleef tot 17:00.")
        page.get_by_role("button", name="Versturen").click()
    page.get_by_text("Ligt bij het bureau.").wait_for()
    expect(page.locator("blockquote")).to_contain_text("Ik bleef tot 17:00.")
    fits(desk)
