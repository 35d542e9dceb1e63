"""The mouse on the week grid: a click, Ctrl, Shift and a drag (S5.2.1, 14-16)."""

import re

from playwright.sync_api import expect


def drag(desk, start, end):
    a, b = desk.cell(*start).bounding_box(), desk.cell(*end).bounding_box()
    mouse = desk.page.mouse
    mouse.move(a["x"] + 20, a["y"] + 10)
    mouse.down()
    mouse.move(b["x"] + 10, b["y"] + 8, steps=8)
    mouse.move(b["x"] + 20, b["y"] + 10)
    mouse.up()


def test_a_double_click_opens_the_entry(planner):
    """S5.2.1."""
    planner.cell("Kowalski", 1).dblclick()
    expect(planner.dialog("entry")).to_contain_text("Kowalski, Agnieszka")
    expect(planner.page.get_by_label("Starttijd").first).to_be_focused()


def test_control_click_selects_several_cells(planner):
    """S5.2.14."""
    planner.cell("Kowalski", 1).click(modifiers=["Control"])
    planner.cell("Jansen", 3).click(modifiers=["Control"])
    assert planner.selected == 2
    planner.cell("Jansen", 3).click(modifiers=["Control"])
    assert planner.selected == 1


def test_control_click_on_a_day_selects_its_column(planner):
    """S5.2.15."""
    planner.day(0).click(modifiers=["Control"])
    planner.day(1).click(modifiers=["Control"])
    assert planner.selected == 20 + 19
    planner.day(1).click(modifiers=["Control"])
    assert planner.selected == 20


def test_control_click_on_a_worker_selects_the_row(planner):
    """S5.2.16."""
    planner.worker("Kowalski").click(modifiers=["Control"])
    planner.worker("Popescu").click(modifiers=["Control"])
    assert planner.selected == 5 + 3


def test_a_plain_click_on_a_worker_selects_only_that_row(planner):
    planner.day(0).click(modifiers=["Control"])
    planner.worker("Kowalski").click()
    assert planner.selected == 5


def test_shift_click_selects_the_rectangle(planner):
    planner.cell("El Idrissi", 0).click()
    planner.cell("Nowak", 2).click(modifiers=["Shift"])
    assert planner.selected == 9


def test_dragging_selects_the_rectangle_and_no_text(planner):
    """P5.2.14."""
    drag(planner, ("El Idrissi", 0), ("Nowak", 2))
    assert planner.selected == 9
    assert planner.page.evaluate("getSelection().toString()") == ""


def test_a_click_elsewhere_gives_the_selection_up(planner):
    planner.cell("Kowalski", 1).click(modifiers=["Control"])
    planner.cell("Jansen", 3).click()
    assert planner.selected == 0
    expect(planner.page.get_by_role("toolbar", name="Selectie")).to_be_hidden()


def test_a_whole_day_is_approved_in_one_go(planner, greenhouse):
    """S5.2.15, S5.2.8."""
    planner.day(0).click(modifiers=["Control"])
    planner.page.get_by_role("button", name="Goedkeuren").click()
    expect(planner.toast).to_contain_text("20 werkbriefjes goedgekeurd.")
    expect(planner.page.locator("#grid td[data-s=approved]")).to_have_count(20)
    assert greenhouse.entries.filter(decision__verdict="approved").count() == 20
    assert planner.selected == 0


def test_totals_follow_at_once(planner):
    """S5.1.6."""
    planner.day(0).click(modifiers=["Control"])
    planner.press("g")
    total = planner.page.locator("#grid tfoot .grand td").first
    expect(total).to_have_text("159:30")
    expect(planner.page.locator("#progress")).to_contain_text("79 open")


def test_one_entry_that_cannot_be_judged_stops_all_of_it(desk, mixed):
    """S5.2.14: all or nothing, and the message names which and why."""
    desk.sign_in()
    desk.open()
    before = mixed.entries.filter(decision__isnull=False).count()
    desk.cell("Kowalski", 0).click(modifiers=["Control"])
    desk.cell("Kowalski", 1).click(modifiers=["Control"])
    desk.press("g")
    expect(desk.refusal).to_contain_text(
        re.compile("Deze uren staan al vast: Kowalski, Agnieszka .* door Petra Planner")
    )
    assert mixed.entries.filter(decision__isnull=False).count() == before
    assert desk.selected == 2, "the selection stays, to be put right"
    desk.press("Escape", "Escape")
    expect(desk.refusal).to_have_text("")


def test_a_double_click_on_a_button_judges_once(planner, greenhouse):
    planner.cell("Kowalski", 1).click(modifiers=["Control"])
    planner.page.get_by_role("button", name="Goedkeuren").dblclick()
    expect(planner.toast).to_contain_text("1 werkbriefje goedgekeurd.")
    expect(planner.refusal).to_have_text("")
    assert greenhouse.entries.filter(decision__isnull=False).count() == 1


def test_the_legend_says_each_colour_in_words(planner):
    """S5.2.17-21."""
    legend = planner.page.get_by_role("list", name="Legenda")
    for word in ("gewijzigd", "goedgekeurd", "afgekeurd", "afwezig"):
        expect(legend).to_contain_text(word)
