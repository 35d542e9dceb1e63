"""The dialog of an entry and of a selection: four fields, five buttons, no surprise."""

import re

import pytest
from playwright.sync_api import expect

from werkbrief.timesheets.models import Comment, Decision

WARNS = "Te beoordelen loonregel: normale uren."


def field(desk, name, dialog="entry"):
    return desk.dialog(dialog).get_by_label(name, exact=False)


def button(desk, name, dialog="entry"):
    return desk.dialog(dialog).get_by_role("button", name=name)


def opened(desk, name="Kowalski", day=1):
    desk.cell(name, day).dblclick()
    desk.dialog("entry").wait_for()
    return desk


@pytest.mark.parametrize(
    ("name", "typed", "times", "total"),
    [
        ("Starttijd", "730", "07:30–15:30 30", "7:30"),
        ("Eindtijd", "16.15", "07:00–16:15 30", "8:45"),
        ("Pauze", "45", "07:00–15:30 45", "7:45"),
        ("Totaaluren", "8,5", "07:00–16:00 30", "8:30"),
    ],
)
def test_each_of_the_four_fields_changes_the_entry(planner, name, typed, times, total):
    """S5.1.3, S5.2.2-6: a total computes the end, the others compute the total."""
    opened(planner)
    field(planner, name).fill(typed)
    planner.press("Enter")
    expect(planner.dialog("entry")).to_have_count(0)
    expect(planner.cell("Kowalski", 1)).to_contain_text(times)
    expect(planner.cell("Kowalski", 1).locator("b")).to_have_text(total)
    expect(planner.cell("Kowalski", 1)).to_have_attribute("data-s", "changed")
    planner.stands_on("Kowalski", 1)


def test_fields_and_pay_follow_while_typing(planner):
    """S5.1.4-5: nobody computes hours or surcharges by hand."""
    opened(planner)
    field(planner, "Eindtijd").fill("20:00")
    expect(field(planner, "Totaaluren")).to_have_value("12:30")
    expect(planner.dialog("entry")).to_contain_text("+4:30")
    expect(planner.dialog("entry").get_by_label("Waarom?")).to_contain_text("150%")
    law = planner.dialog("entry").get_by_label("Arbeidstijdenwet")
    expect(law).to_contain_text("ten hoogste 12:00 (ATW 5:7.2a)")
    field(planner, "Eindtijd").fill("17:00")
    expect(law).to_have_count(0)


def test_a_break_longer_than_the_shift_is_refused_at_its_field(planner):
    """S5.2.5."""
    opened(planner)
    field(planner, "Pauze").fill("600")
    alert = planner.dialog("entry").get_by_role("alert")
    expect(alert).to_contain_text("langer dan de totaaltijd")
    expect(field(planner, "Pauze")).to_have_attribute("aria-invalid", "true")
    planner.press("Enter")
    expect(planner.dialog("entry")).to_be_visible()
    expect(field(planner, "Pauze")).to_have_value("600")


def test_enter_in_a_field_saves_and_never_approves(planner):
    """S6.3: change and save everything first, approve afterwards."""
    opened(planner)
    field(planner, "Eindtijd").fill("16:00")
    planner.press("Enter")
    expect(planner.toast).to_contain_text("opgeslagen")
    assert not Decision.objects.exists()


def test_enter_without_having_typed_only_closes(planner):
    opened(planner)
    planner.press("Enter")
    expect(planner.dialog("entry")).to_have_count(0)
    planner.stands_on("Kowalski", 1)
    assert not Decision.objects.exists()


def test_approving_locks(planner, greenhouse):
    """S5.2.8-9."""
    opened(planner)
    button(planner, "Goedkeuren").click()
    expect(planner.cell("Kowalski", 1)).to_contain_text("goed")
    planner.stands_on("Kowalski", 1)
    opened(planner)
    expect(planner.dialog("entry")).to_contain_text("Deze uren staan vast.")
    expect(planner.dialog("entry").get_by_role("textbox")).to_have_count(0)
    assert greenhouse.one("Kowalski", 1).decision.by == greenhouse.planner


def test_rejecting_asks_why_and_locks(planner, greenhouse):
    """S5.2.10-11."""
    opened(planner)
    button(planner, "Afkeuren…").click()
    reasons = planner.dialog("rejecting").get_by_role("radio")
    expect(reasons).to_have_count(5)
    planner.dialog("rejecting").get_by_label("naar huis gestuurd").check()
    button(planner, "Afkeuren", "rejecting").click()
    cell = planner.cell("Kowalski", 1)
    expect(cell).to_contain_text("niet")
    expect(cell.locator("b")).to_have_text("0:00")
    assert greenhouse.one("Kowalski", 1).decision.reason == "sent_home"


def test_a_remark_is_seen_in_the_cell_and_in_the_dialog(planner):
    """S5.2.12."""
    planner.go_to("Kowalski", 1)
    planner.press("o")
    planner.type("Was eerder klaar")
    button(planner, "Opslaan", "remarking").click()
    expect(planner.cell("Kowalski", 1).locator("abbr")).to_have_text("1")
    opened(planner)
    expect(planner.dialog("entry")).to_contain_text("Was eerder klaar")
    expect(planner.dialog("entry")).to_contain_text("Petra Planner")
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    ("answer", "times"),
    [("Eerst opslaan", "07:00–16:00"), ("Niet opslaan", "07:00–15:30")],
)
def test_closing_with_something_typed_asks_first(planner, answer, times):
    """S5.2.13."""
    opened(planner)
    field(planner, "Eindtijd").fill("16:00")
    button(planner, "Sluiten").click()
    button(planner, "Terug", "unsaved").click()
    expect(field(planner, "Eindtijd")).to_have_value("16:00")
    planner.press("Escape")
    button(planner, answer, "unsaved").click()
    expect(planner.page.locator("dialog[open]")).to_have_count(0)
    expect(planner.cell("Kowalski", 1)).to_contain_text(times)


def test_a_remark_that_was_not_placed_is_asked_about_too(planner):
    planner.go_to("Kowalski", 1)
    planner.press("o")
    planner.type("Nog niet af")
    planner.press("Escape")
    button(planner, "Eerst opslaan", "unsaved").click()
    expect(planner.cell("Kowalski", 1).locator("abbr")).to_have_text("1")


def test_approving_with_something_typed_asks_first(planner):
    """S6.3."""
    opened(planner)
    field(planner, "Eindtijd").fill("16:00")
    button(planner, "Goedkeuren").click()
    button(planner, "Eerst opslaan", "unsaved").click()
    expect(planner.cell("Kowalski", 1)).to_have_attribute("data-s", "approved")
    expect(planner.cell("Kowalski", 1)).to_contain_text("07:00–16:00")


def test_a_selection_changes_only_what_was_filled_in(planner):
    """S5.2.14: two workers, the break only."""
    planner.worker("Kowalski").click(modifiers=["Control"])
    planner.worker("Visser").click(modifiers=["Control"])
    planner.press("Enter")
    expect(planner.dialog("bulk")).to_contain_text("10 werkbriefjes wijzigen")
    field(planner, "Pauze", "bulk").fill("15")
    button(planner, "Opslaan", "bulk").click()
    expect(planner.cell("Kowalski", 0)).to_contain_text("07:00–15:30 15")
    expect(planner.cell("Visser", 4)).to_contain_text("22:00–06:00 15")


def test_absent_is_said_and_needs_nothing(planner):
    """S5.2.17: never the reason."""
    # D5.2.17
    expect(planner.cell("Popescu", 1)).to_have_text("afwezig")
    opened(planner, "Popescu", 1)
    expect(planner.dialog("entry")).to_contain_text("hier hoeft niets mee")


def test_history_tells_who_did_what(planner):
    opened(planner)
    field(planner, "Eindtijd").fill("16:00")
    planner.press("Enter")
    opened(planner)
    planner.dialog("entry").get_by_text("Geschiedenis").click()
    expect(planner.dialog("entry")).to_contain_text(
        re.compile("gewijzigd door Petra Planner: 07:00–16:00, pauze 30")
    )


def test_a_line_is_set_by_hand_and_judged_again_when_the_hours_change(planner):
    """E60: first with the mouse, then with keys alone."""
    page = planner.page
    opened(planner)
    page.get_by_role("link", name="Loonregels met de hand").click()
    page.get_by_label("Percentage").fill("110")
    page.get_by_label("Waarom?").fill("afgesproken met de Job Coach")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator(".rates")).to_contain_text("met de hand 110%")
    page.get_by_role("link", name="week").first.click()
    page.wait_for_selector("[data-ready]")
    opened(planner)
    lines = planner.dialog("entry").locator(".lines")
    expect(lines).to_contain_text("100% 110%")
    field(planner, "Eindtijd").fill("16:00")
    expect(lines).to_contain_text("te beoordelen")
    planner.press("Enter")
    expect(planner.cell("Kowalski", 1)).to_have_attribute("title", WARNS)
    _judge_with_keys(planner)


def _judge_with_keys(planner):
    page = planner.page
    planner.press("Enter")
    planner.dialog("entry").wait_for()
    page.get_by_role("link", name="Loonregels met de hand").focus()
    planner.press("Enter")
    expect(page.get_by_label("Percentage")).to_have_value("110")
    page.get_by_label("Percentage").focus()
    planner.press("Enter")
    expect(page.locator(".rates")).to_contain_text("met de hand 110%")
    page.get_by_role("button", name="Terug naar de berekening").focus()
    planner.press("Enter")
    expect(page.locator(".rates")).to_have_text("berekend 100%")
