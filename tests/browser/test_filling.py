"""Many hours in one go, by hand: a block from Excel, and 'Zelfde als' (S8.3)."""

from playwright.sync_api import expect


def copy(planner, text):
    """What Ctrl+C in Excel leaves on the clipboard."""
    planner.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    planner.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)


def test_a_block_from_excel_is_shown_mended_stored_and_undone(planner, greenhouse):
    copy(planner, "8-17\t9u\t\n7-16\tziek\t/45")
    planner.go_to("El Idrissi", 0)
    planner.press("Control+v")
    dialog = planner.dialog("pasting")
    expect(dialog).to_contain_text("1 cel klopt nog niet")
    field = dialog.get_by_label("Kowalski, Agnieszka di")
    expect(field).to_be_focused()
    assert greenhouse.entries.filter(version=1).count() == 101
    planner.press("Control+a")
    planner.type("8u")
    planner.press("Enter")
    expect(dialog.get_by_role("row")).to_have_count(5)
    planner.press("Enter")
    expect(dialog).to_have_count(0)
    planner.stands_on("El Idrissi", 0)
    expect(planner.cell("El Idrissi", 0)).to_contain_text("08:00–17:00")
    expect(planner.cell("Kowalski", 2)).to_contain_text("07:00–15:30 45")
    expect(planner.toast).to_contain_text("4 werkbriefjes opgeslagen.")
    planner.press("Control+z")
    expect(planner.cell("El Idrissi", 0)).to_contain_text("07:00–15:30 30")


def test_without_a_keyboard_the_block_goes_into_a_field(planner):
    page = planner.page
    page.get_by_label("Meer", exact=True).click()
    page.get_by_role("button", name="Plakken uit Excel").click()
    page.get_by_label("Cellen").fill("Nowak\t9u\nKowalski\t7-16")
    page.get_by_role("button", name="Kijk na").click()
    page.get_by_role("button", name="Opslaan").click()
    expect(planner.cell("Kowalski", 0)).to_contain_text("07:00–16:00")
    expect(planner.cell("Nowak", 0)).to_contain_text("9:00")


def test_a_selection_gets_the_hours_of_yesterday_by_two_keys(planner):
    planner.go_to("Kowalski", 1)
    planner.type("6-17")
    planner.press("Enter")
    planner.stands_on("Nowak", 1)
    planner.press("ArrowUp", "ArrowRight", "Shift+ArrowRight", "z", "g")
    for day in (2, 3):
        expect(planner.cell("Kowalski", day)).to_contain_text("06:00–17:00")
    expect(planner.toast).to_contain_text("2 werkbriefjes opgeslagen.")


def test_a_colleagues_hours_ask_first_where_hours_were_typed(planner):
    planner.go_to("Kowalski", 1)
    planner.type("6-17")
    planner.press("Enter")
    expect(planner.cell("Kowalski", 1)).to_contain_text("06:00–17:00")
    planner.cell("Kowalski", 1).click()
    planner.press("z")
    dialog = planner.dialog("likening")
    dialog.get_by_label("Collega").select_option("de Vries, Sanne")
    dialog.get_by_role("button", name="Deze collega").click()
    expect(dialog).to_contain_text("1 was al eens gewijzigd")
    dialog.get_by_role("button", name="Opslaan").click()
    expect(planner.cell("Kowalski", 1)).to_contain_text("07:00–15:30")
