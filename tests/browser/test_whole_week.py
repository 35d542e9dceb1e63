"""The whole week, by one pair of hands: from the first sign-in to the workbook."""

import io
from datetime import datetime, time, timedelta

import openpyxl
from playwright.sync_api import expect

from tests.browser.greenhouse import Greenhouse
from tests.cast import PASSWORD, person
from werkbrief.staffing.models import Membership, Right

OWN = "drie kisten komkommers"
WORDS = {
    "open": "open",
    "changed": "gewijzigd",
    "approved": "goedgekeurd",
    "rejected": "afgekeurd",
    "absent": "afwezig",
}
ON_SCREEN = """() => [...document.querySelectorAll("#grid tbody tr:not(.group)")]
  .flatMap((row) => [...row.querySelectorAll("[data-v]")].map((entry) => [
    row.querySelector("th span").textContent,
    row.querySelector("th small").textContent,
    entry.closest("td").cellIndex,
    entry.dataset.s,
    entry.firstChild.textContent.trim(),
    entry.querySelector("small")?.textContent ?? "",
    entry.querySelector(":scope > b")?.textContent ?? "",
  ]))"""


def test_a_week_from_the_first_sign_in_to_the_workbook(desk, greenhouse):
    """S1.1-2, S5.1.1 to S5.2.16, S5.4.1-2."""
    newcomer = person("Nadia Nieuw", has_own_password=False)
    Membership.objects.create(
        user=newcomer, client=greenhouse.client, rights=[r.value for r in Right]
    )
    sign_in_for_the_first_time(desk)
    open_last_week(desk)
    correct_by_each_field(desk)
    enter_by_keyboard(desk)
    approve_a_column(desk)
    change_the_break_of_two_workers(desk)
    reject_with_a_reason(desk)
    remark_and_undo(desk)
    be_refused_on_what_is_final(desk, greenhouse)
    compare_with_the_workbook(desk)
    hide_the_planning(desk)
    compare_with_the_workbook(desk)
    assert desk.complaints == []


def sign_in_for_the_first_time(desk):
    desk.open("/inloggen/")
    desk.page.get_by_label("Gebruikersnaam of e-mailadres").fill("NADIA")
    desk.page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    desk.press("Enter")
    desk.page.wait_for_url("**/wachtwoord/kiezen/**")
    desk.page.get_by_label("Nieuw wachtwoord").fill(OWN)
    desk.page.get_by_label("Nog een keer").fill(OWN)
    desk.press("Enter")
    desk.page.get_by_role("heading", name="Goede").wait_for()


def open_last_week(desk):
    desk.page.get_by_role("link", name="Ga verder").click()
    desk.page.wait_for_selector("week-grid[data-ready]")
    assert desk.page.url.endswith(desk.greenhouse.path)


def correct_by_each_field(desk):
    fields = {"Starttijd": "6:30", "Eindtijd": "16", "Pauze": "45", "Totaaluren": "8,5"}
    for day, (name, typed) in enumerate(fields.items()):
        desk.cell("Kowalski", day).dblclick()
        desk.dialog("entry").get_by_label(name).fill(typed)
        desk.dialog("entry").get_by_role("button", name="Opslaan").click()
        expect(desk.page.locator("dialog[open]")).to_have_count(0)
    times = ("06:30–15:30 30", "07:00–16:00 30", "07:00–15:30 45", "07:00–16:00 30")
    for day, text in enumerate(times):
        expect(desk.cell("Kowalski", day)).to_contain_text(text)


def enter_by_keyboard(desk):
    desk.go_to("El Idrissi", 1)
    desk.type("0730-1600/30")
    desk.press("Enter")
    expect(desk.cell("El Idrissi", 1)).to_contain_text("07:30–16:00 30")


def approve_a_column(desk):
    desk.day(0).click(modifiers=["Control"])
    desk.press("g")
    expect(desk.toast).to_contain_text("20 werkbriefjes goedgekeurd.")


def change_the_break_of_two_workers(desk):
    for name in ("Jansen", "Visser"):
        for day in (1, 2):
            desk.cell(name, day).click(modifiers=["Control"])
    desk.press("Enter")
    desk.dialog("bulk").get_by_label("Pauze").fill("15")
    desk.press("Enter")
    expect(desk.cell("Jansen", 2)).to_contain_text("06:30–15:00 15")
    expect(desk.cell("Visser", 1)).to_contain_text("22:00–06:00 15")


def reject_with_a_reason(desk):
    desk.go_to("Wójcik", 1)
    desk.press("a")
    desk.dialog("rejecting").get_by_label("geruild met een collega").check()
    desk.dialog("rejecting").get_by_role("button", name="Afkeuren").click()
    expect(desk.cell("Wójcik", 1)).to_have_attribute("data-s", "rejected")


def remark_and_undo(desk):
    desk.go_to("Bakker", 1)
    desk.press("o")
    desk.type("Kwam met de late bus")
    desk.dialog("remarking").get_by_role("button", name="Opslaan").click()
    expect(desk.cell("Bakker", 1).locator("abbr")).to_have_text("1")
    desk.press("g")
    expect(desk.cell("Bakker", 1)).to_have_attribute("data-s", "approved")
    desk.press("Control+z")
    expect(desk.cell("Bakker", 1)).to_have_attribute("data-s", "open")


def be_refused_on_what_is_final(desk, greenhouse: Greenhouse):
    before = greenhouse.one("Jansen", 0).end
    desk.go_to("Jansen", 0)
    desk.type("7-17")
    desk.press("Enter")
    expect(desk.refusal).to_contain_text("Deze uren staan al vast: Jansen, Daan")
    desk.press("Escape")
    expect(desk.cell("Jansen", 0)).to_contain_text("06:30–15:00")
    assert greenhouse.one("Jansen", 0).end == before


def hide_the_planning(desk):
    desk.page.get_by_label("Verberg planning").check()
    desk.page.wait_for_url("**verberg=planning**")
    desk.page.wait_for_selector("week-grid[data-ready]")
    assert set(desk.page.eval_on_selector_all("#grid [data-v]", STATES)) == {"approved"}


STATES = "(all) => all.map((entry) => entry.dataset.s)"


def compare_with_the_workbook(desk):
    """Every cell of the screen stands in the workbook, and nothing else does."""
    with desk.page.expect_download() as download:
        desk.page.get_by_role("link", name="Excel").click()
    content = io.BytesIO(download.value.path().read_bytes())
    sheet = openpyxl.load_workbook(content, data_only=True)["Werkbriefjes"]
    header, *body = sheet.iter_rows(values_only=True)
    rows = [dict(zip(header, row, strict=True)) for row in body]
    written = [_written(row, desk) for row in rows if row["Loonnummer"]]
    seen = [_seen(*cell) for cell in desk.page.evaluate(ON_SCREEN)]
    assert len(seen) > 10
    assert written == seen


def _written(row, desk):
    day = (row["Datum"].date() - desk.greenhouse.week.monday).days + 1
    who = (row["Naam"], row["Loonnummer"], day, row["Status"])
    if row["Status"] == "afwezig":
        assert row["Start"] is None
        return (*who, "", "", "")
    times = f"{row['Start']:%H:%M}–{row['Eind']:%H:%M}"
    return (*who, times, str(_minutes(row["Pauze"])), _hours(_minutes(row["Totaal"])))


def _seen(name, number, day, state, times, pause, total):  # noqa: PLR0913, PLR0917
    if state == "absent":
        return name, number, day, WORDS[state], "", "", ""
    return name, number, day, WORDS[state], times, pause, total


def _minutes(value: timedelta | time | datetime) -> int:
    if isinstance(value, timedelta):
        return int(value.total_seconds()) // 60
    return value.hour * 60 + value.minute


def _hours(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
