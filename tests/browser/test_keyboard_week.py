"""A whole week by the keyboard alone, from the sign-in page to all passed on."""

from playwright.sync_api import expect

from tests.cast import PASSWORD
from werkbrief.timesheets.models import Decision, Reason, Verdict

# A hand that reaches for the mouse leaves a mark, however it presses.
NO_MOUSE = """for (const type of ["pointerdown", "mousedown", "touchstart"])
  addEventListener(type, () => sessionStorage.setItem("mouse", type), true);"""


def test_a_whole_week_without_a_mouse(desk, greenhouse):
    """S8.3: arrows, quick entry, g, a, o, z, Ctrl+K, Ctrl+V, Ctrl+Z and Shift+G."""
    desk.page.add_init_script(NO_MOUSE)
    sign_in(desk)
    go_to_the_week(desk, greenhouse)
    type_what_deviated(desk)
    paste_a_line(desk)
    do_as_yesterday(desk)
    reject_who_did_not_come(desk)
    remark_and_think_again(desk)
    approve_what_fits_and_then_the_rest(desk)
    assert desk.page.evaluate("sessionStorage.getItem('mouse')") is None
    assert desk.complaints == []
    judged = Decision.objects.filter(entry__in=greenhouse.entries)
    assert judged.filter(verdict=Verdict.REJECTED, reason=Reason.NO_SHOW).count() == 1
    assert judged.filter(verdict=Verdict.APPROVED).count() == 98, "all but the absent"


def sign_in(desk):
    """The field is waiting for the name; Tab leads to the password."""
    desk.open("/inloggen/")
    desk.type("planner@delier.example")
    desk.press("Tab")
    desk.type(PASSWORD)
    desk.press("Enter")
    desk.page.get_by_role("heading", name="Goede").wait_for()


def go_to_the_week(desk, greenhouse):
    call(desk, "werkbriefjes")
    desk.page.wait_for_url(f"**{greenhouse.path}")
    desk.page.wait_for_selector("week-grid[data-ready]")


def call(desk, words):
    """Ctrl+K, a few letters, Enter."""
    desk.page.wait_for_selector("command-palette:defined", state="attached")
    desk.press("Control+k")
    desk.type(words)
    desk.page.locator(".palette [role=option]").first.wait_for()
    desk.press("Enter")


def type_what_deviated(desk):
    call(desk, "kowal")
    desk.stands_on("Kowalski", 0)
    desk.press("ArrowRight")
    desk.type("0730-1600/30")
    desk.press("Enter")
    desk.stands_on("Nowak", 1)
    desk.type("9u")
    desk.press("Tab")
    desk.stands_on("Nowak", 2)
    expect(desk.cell("Kowalski", 1)).to_contain_text("07:30–16:00 30")
    expect(desk.cell("Nowak", 1).locator("b")).to_have_text("9:00")


def paste_a_line(desk):
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.page.evaluate("navigator.clipboard.writeText('10382\\t\\t7-16\\t9u')")
    desk.press("Control+v")
    expect(desk.dialog("pasting")).to_contain_text("2 werkbriefjes veranderen")
    desk.press("Enter")
    expect(desk.cell("de Vries", 1)).to_contain_text("07:00–16:00")
    desk.stands_on("Nowak", 2)


def do_as_yesterday(desk):
    desk.press("z", "g")
    expect(desk.cell("Nowak", 2).locator("b")).to_have_text("9:00")
    desk.stands_on("Nowak", 2)


def reject_who_did_not_come(desk):
    call(desk, "wojcik")
    desk.stands_on("Wójcik", 0)
    desk.press("a")
    desk.dialog("rejecting").wait_for()
    desk.press("Enter")
    expect(desk.cell("Wójcik", 0)).to_have_attribute("data-s", "rejected")


def remark_and_think_again(desk):
    desk.press("ArrowRight", "o")
    desk.dialog("remarking").wait_for()
    desk.type("Kwam met de late bus.")
    desk.press("Tab", "Enter")
    expect(desk.cell("Wójcik", 1).locator("abbr")).to_have_text("1")
    desk.stands_on("Wójcik", 1)
    desk.press("g")
    expect(desk.cell("Wójcik", 1)).to_have_attribute("data-s", "approved")
    desk.press("Control+z")
    expect(desk.cell("Wójcik", 1)).to_have_attribute("data-s", "open")


def approve_what_fits_and_then_the_rest(desk):
    # Whatever is pressed before the list is there, it approves nothing.
    desk.press("Shift+G", "Enter")
    expect(desk.dialog("fitting")).to_contain_text("6 om zelf te bekijken")
    desk.press("Enter")
    expect(desk.dialog("fitting")).to_have_count(0)
    desk.press("Control+a", "g")
    desk.page.get_by_text("Alles is doorgegeven.").wait_for()
