"""Around the grid: weeks, filters, shortcuts, hiding the planning, who may do what."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.desk import PHONE
from tests.cast import person
from werkbrief.staffing.models import Membership, Right


@pytest.mark.parametrize(("key", "weeks"), [("[", -1), ("]", 1)])
def test_brackets_go_to_another_week_and_keep_the_filters(planner, key, weeks):
    """S2.4."""
    planner.open(planner.greenhouse.path + "?afdeling=Oogst")
    planner.press(key)
    week = planner.greenhouse.week + weeks
    planner.page.wait_for_url(f"**/weken/{week}/werkbriefjes/?afdeling=Oogst")


def test_a_slash_searches_and_arrow_down_returns_to_the_grid(planner):
    planner.go_to("Jansen", 1)
    planner.type("/kowal")
    expect(planner.page.get_by_role("searchbox")).to_be_focused()
    planner.press("Enter")
    planner.page.wait_for_url("**?zoek=kowal")
    planner.stands_on("Kowalski", 0)
    expect(planner.page.locator("#grid tbody tr:not(.group)")).to_have_count(1)
    planner.page.locator("h1").click()
    planner.press("/")
    expect(planner.page.get_by_role("searchbox")).to_be_focused()
    planner.press("ArrowDown")
    planner.stands_on("Kowalski", 0)


def test_a_choice_filters_at_once_and_keeps_the_focus(planner):
    planner.page.get_by_label("Afdeling").select_option("Logistiek")
    planner.page.wait_for_url("**?afdeling=Logistiek")
    expect(planner.page.get_by_label("Afdeling")).to_be_focused()
    expect(planner.page.locator("#grid tbody tr:not(.group)")).to_have_count(1)
    planner.page.get_by_role("link", name="Wis filters").click()
    expect(planner.page.locator("#grid tbody tr:not(.group)")).to_have_count(20)


def test_start_and_end_filter_on_exact_times(planner):
    """S3.1.1-4."""
    planner.page.get_by_label("start", exact=True).fill("2200")
    planner.press("Enter")
    expect(planner.page.locator("#grid tbody tr:not(.group)")).to_have_count(1)
    expect(planner.page.locator("#grid tbody")).to_contain_text("Visser, Tim")


def test_hiding_the_planning_leaves_what_was_approved(busy_planner):
    """S5.4.1."""
    busy_planner.page.get_by_label("Verberg planning").check()
    busy_planner.page.wait_for_url("**?verberg=planning")
    entries = busy_planner.page.locator("#grid tbody [data-v]")
    expect(entries).to_have_count(19)
    expect(busy_planner.page.locator("#grid [data-s=approved]")).to_have_count(19)


def test_a_question_mark_shows_the_keys(planner):
    planner.go_to("Kowalski", 1)
    planner.press("?")
    expect(planner.dialog("help")).to_contain_text("ongedaan maken")
    planner.press("Escape")
    planner.stands_on("Kowalski", 1)


def test_who_may_only_look_has_no_buttons_to_judge_with(desk, greenhouse):
    """S2.1."""
    reader = person("Rik Reader")
    Membership.objects.create(
        user=reader, client=greenhouse.client, rights=[Right.SEE_TIMESHEETS]
    )
    desk.sign_in(reader)
    desk.open()
    desk.go_to("Kowalski", 1)
    desk.press("g", "8", "Space")
    assert desk.selected == 1
    expect(desk.page.get_by_role("button", name="Goedkeuren")).to_have_count(0)
    expect(desk.page.get_by_role("link", name="Excel")).to_have_count(0)
    desk.press("Enter")
    expect(desk.dialog("entry").get_by_role("button")).to_have_text(
        [re.compile("Opmerking"), "Sluiten"]
    )


def test_the_page_holds_at_twice_the_size(planner):
    planner.page.set_viewport_size({"width": 720, "height": 450})
    overflowing = planner.page.evaluate(
        """() => [...document.querySelectorAll(".masthead, .bar, .filters")]
          .filter((one) => one.scrollWidth > one.clientWidth + 1)
          .map((one) => one.className)"""
    )
    assert overflowing == []


def test_motion_stays_away_for_who_asked(planner):
    planner.page.emulate_media(reduced_motion="reduce")
    planner.press("?")
    running = planner.page.evaluate("document.getAnimations().length")
    assert running == 0


@pytest.fixture
def phone(busy_planner):
    busy_planner.page.set_viewport_size(PHONE)
    busy_planner.page.locator(".days button").nth(3).click()
    return busy_planner


def card(desk, name):
    return desk.page.locator("#grid tbody tr", has_text=name)


def test_a_phone_shows_one_day_as_cards(phone):
    expect(phone.page.locator("#grid thead")).to_be_hidden()
    assert phone.page.locator("#grid tbody td:visible").count() == 20
    expect(card(phone, "El Idrissi")).to_contain_text("06:30–21:00")


def test_goed_approves_the_card(phone, greenhouse):
    card(phone, "Kowalski").get_by_role("button", name="Goed").click()
    expect(phone.cell("Kowalski", 3)).to_have_attribute("data-s", "approved")
    expect(card(phone, "Kowalski").get_by_role("button")).to_have_count(0)
    assert greenhouse.one("Kowalski", 3).decision.verdict == "approved"


def test_niet_asks_why(phone, greenhouse):
    # P5.2.10
    card(phone, "Kowalski").get_by_role("button", name="Niet").click()
    phone.dialog("rejecting").get_by_role("button", name="Afkeuren").click()
    expect(phone.cell("Kowalski", 3)).to_have_attribute("data-s", "rejected")


def test_both_halves_of_a_double_shift_are_judged_apart(phone, greenhouse):
    # D5.1.7
    card(phone, "Nowak").get_by_role("button", name="Goed", exact=True).first.click()
    expect(phone.page.locator("#grid td.double [data-s=approved]")).to_have_count(1)
    waiting = card(phone, "Nowak").get_by_role("button", name="Goed", exact=True)
    expect(waiting).to_have_count(1)
