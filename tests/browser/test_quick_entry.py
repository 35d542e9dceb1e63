"""Typing on a cell: forgiving, saved by Enter, Tab or going elsewhere, never lost."""

import pytest
from playwright.sync_api import expect

FORMS = {
    "0730-1600/30": ("07:30–16:00 30", "8:00"),
    "730 16": ("07:30–16:00 30", "8:00"),
    "7.30-16.15/45": ("07:30–16:15 45", "8:00"),
    "9u": ("07:00–16:30 30", "9:00"),
    "8,5u": ("07:00–16:00 30", "8:30"),
    "/45": ("07:00–15:30 45", "7:45"),
}


@pytest.mark.parametrize("text", FORMS)
def test_hours_are_typed_in_many_forms(planner, text):
    """S5.2.2-6."""
    # P5.2.2
    times, total = FORMS[text]
    planner.go_to("Kowalski", 1)
    planner.type(text)
    planner.press("Enter")
    expect(planner.cell("Kowalski", 1)).to_contain_text(times)
    expect(planner.cell("Kowalski", 1).locator("b")).to_have_text(total)
    planner.stands_on("Nowak", 1)


def test_what_was_typed_is_marked_as_changed_and_not_yet_judged(planner):
    """S5.2.7."""
    # D5.2.7
    planner.go_to("Kowalski", 1)
    planner.type("8-17")
    planner.press("Enter")
    expect(planner.cell("Kowalski", 1)).to_have_attribute("data-s", "changed")
    expect(planner.toast).to_contain_text("1 werkbriefje opgeslagen.")


def test_escape_gives_up_and_stays(planner, greenhouse):
    planner.go_to("Kowalski", 1)
    planner.type("8-17")
    planner.press("Escape")
    planner.stands_on("Kowalski", 1)
    expect(planner.cell("Kowalski", 1)).to_contain_text("07:00–15:30")
    assert greenhouse.one("Kowalski", 1).version == 1


def test_tab_saves_and_goes_to_the_right(planner):
    planner.go_to("Kowalski", 1)
    planner.type("8-17")
    planner.press("Tab")
    expect(planner.cell("Kowalski", 1)).to_contain_text("08:00–17:00")
    planner.stands_on("Kowalski", 2)


def test_going_elsewhere_saves_too(planner):
    planner.go_to("Kowalski", 1)
    planner.type("8-17")
    planner.cell("Jansen", 3).click()
    expect(planner.cell("Kowalski", 1)).to_contain_text("08:00–17:00")
    planner.stands_on("Jansen", 3)


def test_what_cannot_be_read_stays_where_it_was_typed(planner):
    planner.go_to("Kowalski", 1)
    planner.type("7-99")
    planner.press("Enter")
    expect(planner.refusal).to_contain_text("is geen tijd")
    field = planner.cell("Kowalski", 1).locator("input")
    expect(field).to_have_value("7-99")
    expect(field).to_be_focused()
    planner.press("Control+a")
    planner.type("7-16")
    planner.press("Enter")
    expect(planner.cell("Kowalski", 1)).to_contain_text("07:00–16:00")
    expect(planner.refusal).to_have_text("")


def test_two_cells_typed_in_one_breath_are_both_stored(planner):
    planner.page.route(
        "**/wijzigingen/**",
        lambda route: (planner.page.wait_for_timeout(200), route.continue_()),
    )
    planner.go_to("Kowalski", 1)
    planner.type("8-17")
    planner.cell("Nowak", 1).click()
    planner.type("9-17")
    planner.press("Enter")
    expect(planner.cell("Kowalski", 1)).to_contain_text("08:00–17:00")
    expect(planner.cell("Nowak", 1)).to_contain_text("09:00–17:00")


def test_a_row_drawn_anew_leaves_what_is_typed_in_it_alone(planner):
    planner.page.route(
        "**/wijzigingen/**",
        lambda route: (planner.page.wait_for_timeout(400), route.continue_()),
    )
    planner.go_to("Kowalski", 1)
    planner.type("8-17")
    planner.cell("Kowalski", 3).click()
    planner.type("9-1")
    expect(planner.cell("Kowalski", 1)).to_contain_text("08:00–17:00")
    field = planner.cell("Kowalski", 3).locator("input")
    expect(field).to_be_focused()
    planner.type("8")
    expect(field).to_have_value("9-18")
    planner.press("Enter")
    expect(planner.cell("Kowalski", 3)).to_contain_text("09:00–18:00")


def test_leaving_the_page_with_something_typed_asks_first(planner):
    asked = []
    planner.page.on("dialog", lambda one: (asked.append(one.type), one.accept()))
    planner.go_to("Kowalski", 1)
    planner.type("8-17")
    planner.page.close(run_before_unload=True)
    planner.page.wait_for_event("close")
    assert asked == ["beforeunload"]
