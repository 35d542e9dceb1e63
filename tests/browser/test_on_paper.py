"""Two sheets that go on the wall: an A4 on its side, nothing cut off."""

import re

from playwright.sync_api import expect

from tests.browser.test_office_planning import coach_at_the_planning

# 297 mm minus twice 10 mm, at 96 dots per inch.
PAPER = {"width": 1046, "height": 700}
CUT = """(table) => [...document.querySelectorAll(`${table} :is(th, td)`)]
  .filter((one) => one.checkVisibility()
    && (one.scrollWidth > one.clientWidth + 1
      || one.getBoundingClientRect().right > innerWidth + 1))
  .map((one) => one.textContent)"""

SEPARATE = """(cells) => [...new Set(cells.map((one) =>
  [one, one.parentElement].map((each) => getComputedStyle(each)))
  .map(([cell, row]) => `${cell.display} ${row.position}`))]"""


def pages_of(page, table):
    """How many A4s on their side the printer gives, when no cell is cut."""
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)
    assert page.evaluate(CUT, table) == []
    paper = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert {(round(float(w)), round(float(h))) for w, h in sizes} == {(842, 595)}
    return len(sizes)


def test_the_check_fits_the_width_of_an_a4(busy_planner):
    page = busy_planner.page
    busy_planner.open(busy_planner.greenhouse.path.replace("werkbriefjes", "controle"))
    assert pages_of(page, ".check-table") <= 2, "twenty people and the figures"
    expect(page.locator(".check-table thead th").last).to_be_visible()
    expect(page.locator(".check-table .grand")).to_be_visible()
    expect(page.get_by_role("link", name="Excel")).to_be_hidden()


def test_the_planning_of_the_office_fits_the_width_of_an_a4(
    page, live_server, greenhouse
):
    desk = coach_at_the_planning(page, live_server.url, greenhouse, "Jet Jobcoach")
    assert pages_of(page, "#grid") <= 2, "twenty people and their totals"
    expect(page.locator("#grid thead th").last).to_be_visible()
    expect(page.locator("#totals")).to_be_visible()
    sums = page.locator("#grid td.sum").evaluate_all(SEPARATE)
    assert sums == ["table-cell static"], "in their column, over nobody's hours"
    expect(page.get_by_role("button", name="Week overnemen…")).to_be_hidden()
    assert desk.complaints == []
