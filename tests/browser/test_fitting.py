"""Keur goed wat klopt, and what colleagues do at the same time (S8.2, S8.5)."""

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.cast import person
from werkbrief.staffing.models import Membership, Right


def test_what_fits_is_approved_in_one_action(busy_planner, greenhouse):
    """Ninety-nine entries: twenty judged, three changed, one with a remark, two odd."""
    busy_planner.press("Shift+G")
    dialog = busy_planner.dialog("fitting")
    expect(dialog).to_contain_text("gelijk aan de planning")
    expect(dialog).to_contain_text("Kowalski, Agnieszka")
    expect(dialog).to_contain_text("wijkt af: gepland 07:00–15:30, pauze 30")
    expect(dialog).to_contain_text("er staat een opmerking bij")
    expect(dialog).to_contain_text("13:45 gewerkt in één dienst")
    promised = int(dialog.get_by_role("button", name="Keur").inner_text().split()[1])
    busy_planner.press("Enter")
    expect(busy_planner.toast).to_contain_text(f"{promised} werkbriefjes goedgekeurd.")
    left = greenhouse.entries.filter(decision__isnull=True, is_touched=False)
    assert left.filter(comments__isnull=False).count() == 1
    busy_planner.press("Control+z")
    expect(busy_planner.toast).to_contain_text("Ongedaan gemaakt.")
    assert greenhouse.entries.filter(decision__isnull=False).count() == 20


def test_an_exception_leads_to_its_cell(busy_planner):
    busy_planner.press("Shift+G")
    busy_planner.dialog("fitting").get_by_role("button", name="El Idrissi").click()
    busy_planner.stands_on("El Idrissi", 3)


def test_a_warning_of_the_law_is_marked_in_its_cell(busy_planner):
    cell = busy_planner.cell("El Idrissi", 3)
    expect(cell).to_have_attribute("data-warns", "")
    title = cell.get_attribute("title")
    assert "ten hoogste 12:00" in title


@pytest.fixture
def colleague(browser, live_server, greenhouse):
    user = person("Cees Collega")
    rights = [right.value for right in Right]
    Membership.objects.create(user=user, client=greenhouse.client, rights=rights)
    context = browser.new_context(locale="nl-NL")
    desk = Desk(context.new_page(), live_server.url, greenhouse)
    desk.sign_in(user)
    desk.open()
    yield desk
    context.close()


def test_a_colleagues_change_appears_by_itself(planner, colleague):
    # S8.5
    planner.go_to("Nowak", 1)
    planner.press("Shift+ArrowRight")
    planner.go_to("Kowalski", 3)
    planner.type("9-1")
    colleague.go_to("Kowalski", 1)
    colleague.type("8-17")
    colleague.press("Enter")
    expect(colleague.cell("Kowalski", 1)).to_contain_text("08:00–17:00")
    expect(planner.cell("Kowalski", 1)).to_contain_text("08:00–17:00")
    field = planner.cell("Kowalski", 3).locator("input")
    expect(field).to_be_focused()
    expect(field).to_have_value("9-1")
    planner.press("Escape")


def test_a_colleagues_judgement_moves_the_totals_and_leaves_the_selection(
    planner, colleague
):
    planner.cell("Nowak", 1).click(modifiers=["Control"])
    colleague.day(0).click(modifiers=["Control"])
    colleague.press("g")
    total = planner.page.locator("#grid tfoot .grand td").first
    expect(total).to_have_text("159:30")
    assert planner.selected == 1
    planner.stands_on("Nowak", 1)


def test_a_judgement_on_what_a_colleague_changed_is_refused_with_the_difference(
    planner, colleague, greenhouse
):
    """S8.5: whose screen is behind, learns what it would have approved."""
    planner.page.route("**/nieuws/**", lambda route: route.abort())
    colleague.go_to("Kowalski", 1)
    colleague.type("8-17")
    colleague.press("Enter")
    expect(colleague.toast).to_contain_text("opgeslagen")
    expect(planner.cell("Kowalski", 1)).to_contain_text("07:00–15:30")
    planner.go_to("Kowalski", 1)
    planner.press("g")
    for part in ("was 07:00–15:30 pauze 30", "is nu 08:00–17:00", "Cees Collega"):
        expect(planner.refusal).to_contain_text(part)
    expect(planner.cell("Kowalski", 1)).to_contain_text("08:00–17:00")
    assert not hasattr(greenhouse.one("Kowalski", 1), "decision")
    planner.press("g")
    expect(planner.cell("Kowalski", 1)).to_have_attribute("data-s", "approved")
    planner.complaints.clear()
