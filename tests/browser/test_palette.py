"""Ctrl+K: everything that can be pressed on a page, by a few letters."""

from playwright.sync_api import expect


def options(planner):
    return planner.page.locator(".palette").get_by_role("option")


def call(planner, words):
    planner.page.wait_for_selector("command-palette:defined", state="attached")
    planner.press("Control+k")
    planner.type(words)


def test_a_worker_is_found_and_approved_without_the_mouse(planner, greenhouse):
    call(planner, "dabr luk")
    expect(options(planner)).to_have_text(["Dąbrowski, Łukasz 10678"])
    planner.press("Enter")
    planner.stands_on("Dąbrowski", 0)
    call(planner, "goedk")
    group = planner.page.get_by_role("group", name="Dąbrowski, Łukasz · ma")
    expect(group.get_by_role("option")).to_have_text("Goedkeureng")
    planner.press("Enter")
    expect(planner.toast).to_contain_text("1 werkbriefje goedgekeurd.")
    assert hasattr(greenhouse.one("Dąbrowski", 0), "decision")


def test_a_deed_is_about_the_selection(planner):
    planner.go_to("Kowalski", 1)
    planner.press("Control+Space")
    call(planner, "goedkeuren")
    planner.press("Enter")
    expect(planner.toast).to_contain_text("19 werkbriefjes goedgekeurd.")


def test_any_week_and_any_screen_is_a_few_letters_away(planner, greenhouse):
    call(planner, "week 3")
    expect(options(planner).first).to_contain_text("week 3 ·")
    planner.press("Enter")
    planner.page.wait_for_url(f"**/weken/{greenhouse.week.year}-W03/werkbriefjes/")
    call(planner, "werkpl")
    planner.press("Enter")
    planner.page.wait_for_url(f"**/{greenhouse.week.year}-W03/werkplanning/")


def test_escape_leaves_the_hands_where_they_were(planner):
    planner.go_to("Kowalski", 1)
    call(planner, "bestaat niet")
    expect(planner.page.get_by_text("Niets gevonden.")).to_be_visible()
    planner.press("Escape")
    planner.stands_on("Kowalski", 1)
