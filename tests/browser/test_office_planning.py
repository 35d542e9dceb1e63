"""A planner's hands on the office's grid: keyboard, mouse and phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.desk import PHONE, Desk
from tests.cast import person
from werkbrief.staffing.models import AgencyRole, Role
from werkbrief.words.clock import day_of


def coach_at_the_planning(page, root, greenhouse, name):
    coach = person(name)
    agency = greenhouse.client.agency
    AgencyRole.objects.create(agency=agency, user=coach, role=Role.JOB_COACH)
    desk = Desk(page, root, greenhouse)
    desk.sign_in(coach)
    desk.open(f"/kantoor/planning/{greenhouse.week}/{greenhouse.client.slug}/")
    page.wait_for_selector("planning-board[data-ready]")
    return desk


@pytest.fixture
def jet(page, live_server, greenhouse):
    """A Job Coach at last week's planning."""
    desk = coach_at_the_planning(page, live_server.url, greenhouse, "Jet Jobcoach")
    yield desk
    assert desk.complaints == []


@pytest.fixture
def elsewhere(browser):
    """Pages in browsers of their own."""
    contexts = []

    def page(**options):
        contexts.append(browser.new_context(locale="nl-NL", **options))
        return contexts[-1].new_page()

    yield page
    for context in contexts:
        context.close()


def holds(desk, name, day, text):
    expect(desk.cell(name, day)).to_contain_text(text)


def is_free(desk, name, day):
    expect(desk.cell(name, day)).to_have_text("")


def test_a_week_is_planned_without_a_mouse(jet):
    jet.go_to("Nowak", 5)
    jet.type("730-12")
    jet.press("Enter")
    holds(jet, "Nowak", 5, "07:30–12:00")
    expect(jet.page.locator("#refusal:empty")).to_have_count(1)
    jet.go_to("Nowak", 5)
    jet.press("Alt+ArrowRight")
    holds(jet, "Nowak", 6, "07:30–12:00")
    is_free(jet, "Nowak", 5)
    jet.stands_on("Nowak", 6)
    jet.press("Control+c", "ArrowLeft", "Control+v")
    holds(jet, "Nowak", 5, "07:30–12:00")
    jet.press("Escape", "Control+z")
    is_free(jet, "Nowak", 5)
    jet.press("Control+z")
    holds(jet, "Nowak", 5, "07:30–12:00")
    is_free(jet, "Nowak", 6)


def test_a_rectangle_is_planned_by_typing_once(jet):
    jet.go_to("Nowak", 5)
    jet.press("Shift+ArrowRight", "Shift+ArrowDown")
    expect(jet.toast).to_contain_text("4 cellen gekozen")
    assert violations(jet.page) == []
    jet.type("8-12")
    jet.press("Enter")
    expect(jet.toast).to_contain_text("4 diensten")
    holds(jet, "Nowak", 6, "08:00–12:00")
    assert jet.selected == 0
    jet.press("Control+z")
    is_free(jet, "Nowak", 6)
    jet.go_to("Kowalski", 0)
    jet.press("Shift+Space", "Delete")
    expect(jet.toast).to_contain_text("5 diensten vervallen")


def test_a_shift_lapses_and_somebody_is_away_by_one_key(jet):
    jet.go_to("Nowak", 4)
    jet.press("Delete")
    expect(jet.toast).to_contain_text("Dienst vervallen")
    is_free(jet, "Nowak", 4)
    jet.press("a")
    holds(jet, "Nowak", 4, "afwezig")
    jet.type("8-12")
    jet.press("Enter")
    expect(jet.refusal).to_contain_text("Afwezig op die dag")
    jet.press("Escape", "Escape", "Control+z")
    is_free(jet, "Nowak", 4)


def test_a_shift_is_dragged_and_its_hours_go_along(jet):
    free = jet.cell("Nowak", 5)
    jet.cell("Nowak", 0).drag_to(free)
    holds(jet, "Nowak", 5, "07:00–15:30")
    is_free(jet, "Nowak", 0)
    hours = jet.greenhouse.of("Nowak").filter(is_occupying=True).last()
    assert day_of(hours.start) == jet.greenhouse.week.days[5]


def test_a_dialog_plans_moves_and_tells_what_is_in_the_way(jet):
    page = jet.page
    jet.cell("Nowak", 5).dblclick()
    page.get_by_label("Starttijd").fill("8")
    page.get_by_label("Eindtijd").fill("12")
    page.get_by_role("button", name="Inplannen", exact=True).click()
    holds(jet, "Nowak", 5, "08:00–12:00")
    jet.cell("Nowak", 5).dblclick()
    page.get_by_role("button", name="Verplaatsen").click()
    jet.cell("Kowalski", 0).click()
    expect(jet.refusal).to_contain_text("dubbel")
    jet.press("Escape")
    jet.cell("Nowak", 5).dblclick()
    page.get_by_role("button", name="Verplaatsen").click()
    jet.cell("Kowalski", 6).click()
    holds(jet, "Kowalski", 6, "08:00–12:00")


def test_a_whole_week_is_taken_over_after_it_was_shown(jet):
    page = jet.page
    following = jet.greenhouse.week.next
    jet.open(f"/kantoor/planning/{following}/{jet.greenhouse.client.slug}/")
    page.get_by_role("button", name="Week overnemen…").click()
    page.locator("[name=van]").select_option(str(jet.greenhouse.week.previous))
    expect(page.locator("dialog[open]")).to_contain_text("Er komt niets bij")
    page.locator("[name=van]").select_option(str(jet.greenhouse.week))
    expect(page.locator("dialog[open]")).to_contain_text("diensten voor 20")
    page.get_by_role("button", name="diensten inplannen").click()
    holds(jet, "Nowak", 3, "15:00–19:00")
    jet.press("Control+z")
    is_free(jet, "Nowak", 3)


@pytest.fixture
def finger(elsewhere, live_server, greenhouse):
    """Jet on a phone: no mouse, no keys."""
    page = elsewhere(viewport=PHONE, has_touch=True, is_mobile=True)
    desk = coach_at_the_planning(page, live_server.url, greenhouse, "Jet Jobcoach")
    yield desk
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert desk.complaints == []


def carry_to(desk, name, day, how="Verplaatsen"):
    """From the open card: take it in the hand, choose the day, tap the worker."""
    button = desk.page.get_by_role("button", name=how)
    assert button.bounding_box()["height"] >= 44
    button.tap()
    desk.page.locator(".days button").nth(day).tap()
    desk.worker(name).tap()


def test_a_finger_plans_moves_and_copies_without_dragging(finger):
    """WCAG 2.5.7: whatever dragging does, taps do too."""
    page = finger.page
    page.locator(".days button").nth(5).tap()
    finger.worker("Nowak").tap()
    page.get_by_label("Starttijd").fill("8")
    page.get_by_label("Eindtijd").fill("12")
    page.get_by_role("button", name="Inplannen", exact=True).tap()
    holds(finger, "Nowak", 5, "08:00–12:00")
    finger.worker("Nowak").tap()
    carry_to(finger, "Kowalski", 6)
    holds(finger, "Kowalski", 6, "08:00–12:00")
    is_free(finger, "Nowak", 5)
    finger.worker("Kowalski").tap()
    carry_to(finger, "Nowak", 5, "Kopiëren")
    holds(finger, "Nowak", 5, "08:00–12:00")
    finger.worker("Nowak").tap()
    page.get_by_role("button", name="Verplaatsen").tap()
    page.get_by_role("button", name="Leg terug").tap()
    finger.worker("Nowak").tap()
    expect(page.get_by_role("button", name="Opslaan")).to_be_visible()
    holds(finger, "Kowalski", 6, "08:00–12:00")


@pytest.fixture
def kim(elsewhere, live_server, greenhouse):
    """A colleague of Jet's at the same planning."""
    page = elsewhere()
    desk = coach_at_the_planning(page, live_server.url, greenhouse, "Kim Collega")
    yield desk
    assert desk.complaints == []


@pytest.fixture
def petra(elsewhere, live_server, greenhouse):
    """The client's planner, in the middle of a message about Jansen's Monday."""
    desk = Desk(elsewhere(), live_server.url, greenhouse)
    desk.sign_in()
    desk.open(greenhouse.path.replace("werkbriefjes", "werkplanning"))
    desk.cell("Jansen", 0).click()
    desk.page.get_by_label("Eindtijd", exact=True).fill("14")
    yield desk
    field = desk.page.get_by_label("Eindtijd", exact=True)
    expect(field).to_be_focused()
    expect(field).to_have_value("14")
    assert desk.complaints == []


def test_what_is_planned_appears_at_once_and_a_stale_cell_refuses(jet, kim, petra):
    """S8.5: at the office and at the client; what somebody is typing stays."""
    jet.go_to("Kowalski", 5)
    jet.type("9-13")
    kim.go_to("Kowalski", 5)
    kim.type("8-12")
    kim.press("Enter")
    kim.cell("Nowak", 3).locator("[data-dienst]").first.click()
    kim.press("Delete")
    for desk in (jet, petra):
        holds(desk, "Kowalski", 5, "08:00–12:00")
        expect(desk.cell("Nowak", 3)).not_to_contain_text("06:00–10:00")
    expect(jet.cell("Kowalski", 5).locator("input")).to_be_focused()
    jet.press("Enter")
    expect(jet.refusal).to_contain_text("intussen")
    holds(jet, "Kowalski", 5, "08:00–12:00")
    jet.press("Enter")
    for desk in (jet, kim, petra):
        holds(desk, "Kowalski", 5, "09:00–13:00")


@pytest.mark.parametrize("width", [1440, 390])
def test_grid_and_dialog_are_open_to_everybody(jet, width):
    page = jet.page
    page.set_viewport_size({"width": width, "height": 900})
    assert violations(page) == []
    page.evaluate(OPEN)
    page.wait_for_selector("dialog[open] .of-shift")
    assert violations(page) == []


OPEN = """
const board = document.querySelector("planning-board");
board.open(board.querySelector("[data-dienst]"));
"""
