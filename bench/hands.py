"""Goal 10: what a week of 100 workers with ten deviations asks of a pair of hands.

The same week, from the sign-in page to 'Alles is doorgegeven', in a real browser: the
manual's way, the fast way, and the deviations pasted from a sheet. The page itself
counts every key that goes down (a modifier is one too) and every press of the mouse;
bringing a worker into view is counted here, one for each turn of the wheel.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.db import connection
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from bench.frame.cast import Place, settle
from bench.frame.chromium import ARGUMENTS
from bench.frame.served import served
from bench.frame.telling import figure, say
from make.machine import chromium
from werkbrief.timesheets.models import Decision, Verdict

WORKERS, LIMIT = 100, 90
PASSWORD = "groene kist!"
COUNT = """for (const type of ["keydown", "pointerdown"]) {
  addEventListener(type, (event) => {
    if (event.repeat) return;
    sessionStorage.setItem(type, Number(sessionStorage.getItem(type) ?? 0) + 1);
  }, true);
}"""
# Row, day, and what was different: until when, a total, a break, or nobody came.
DEVIATIONS = (
    *((4, 1, "until", "17"), (11, 0, "until", "16"), (23, 3, "until", "18")),
    *((31, 2, "total", "9"), (38, 4, "came", ""), (52, 1, "break", "45")),
    *((60, 0, "until", "17"), (71, 2, "total", "7"), (85, 3, "break", "60")),
    (97, 4, "came", ""),
)


@dataclass(slots=True)
class Hands:
    """Somebody at the grid of their week."""

    page: Page
    wheel: int = 0

    def cell(self, row: int, day: int) -> Locator:
        """This cell, in view: who works by mouse turns the wheel until it is there."""
        found = self.page.locator("#grid tbody tr:not(.group)").nth(row)
        cell = found.locator(":scope > td").nth(day)
        height = self.page.viewport_size["height"]  # type: ignore[index]
        while not 140 < (box := cell.bounding_box())["y"] < height - 160:  # type: ignore[index]
            self.page.mouse.move(700, 450)
            self.page.mouse.wheel(0, 400 if box["y"] > height / 2 else -400)  # type: ignore[index]
            self.page.wait_for_timeout(60)
            self.wheel += 1
        return cell

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def done(self) -> None:
        self.page.get_by_text("Alles is doorgegeven.").wait_for()

    @property
    def counted(self) -> tuple[int, int, int]:
        """Keys, presses of the mouse, turns of the wheel."""
        read = "(type) => Number(sessionStorage.getItem(type) ?? 0)"
        keys, clicks = (
            int(self.page.evaluate(read, type_)) for type_ in ("keydown", "pointerdown")
        )
        return keys, clicks, self.wheel


def main() -> None:
    # Playwright's own loop runs in this thread; Django would refuse to query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    ways: dict[str, Callable[[Hands, Place], None]] = {
        "handleiding": _by_the_manual,
        "snel": _fast,
        "plakken": _pasted,
    }
    places = {name: _place(name) for name in ways}
    connection.close()
    with served() as bind, sync_playwright() as playwright:
        path = str(chromium())
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        found = {
            name: _count(browser, f"http://{bind}", places[name], way)
            for name, way in ways.items()
        }
        browser.close()
    told = {
        name: f"{sum(each)} ({keys} toetsen, {clicks} klikken, {wheel} keer rollen)"
        for name, each in found.items()
        for keys, clicks, wheel in [each]
    }
    behind = f"{told['snel']} tegen {told['handleiding']} langs de handleiding"
    figure(
        "week van 100, 10 afwijkingen", sum(found["snel"]), limit=LIMIT, behind=behind
    )
    say(f"dezelfde week met de afwijkingen geplakt uit Excel: {told['plakken']}")


def _place(name: str) -> Place:
    place = settle(WORKERS, name=name)
    names = {"handleiding": "anna", "snel": "bram", "plakken": "coco"}
    place.planner.username = names[name]
    place.planner.password = make_password(PASSWORD)
    place.planner.save()
    return place


def _count(
    browser: Browser, root: str, place: Place, way: Callable[[Hands, Place], None]
) -> tuple[int, int, int]:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900},
        permissions=["clipboard-read", "clipboard-write"],
        base_url=root,
    )
    hands = Hands(context.new_page())
    hands.page.add_init_script(COUNT)
    hands.page.goto("/inloggen/")
    hands.type(place.planner.username)
    hands.press("Tab")
    hands.type(PASSWORD)
    hands.press("Enter")
    way(hands, place)
    hands.done()
    counted = hands.counted
    context.close()
    judged = Decision.objects.filter(entry__client=place.client)
    came = sum(kind != "came" for *_, kind, _ in DEVIATIONS)
    verdicts = [judged.filter(verdict=one).count() for one in Verdict]
    changed = place.client.time_entries.filter(is_touched=True).count()
    assert sorted(verdicts) == [len(DEVIATIONS) - came, WORKERS * 5 - 2], verdicts
    assert changed == came, changed
    return counted


def _open(hands: Hands, name: str) -> None:
    hands.page.get_by_role("link", name=name).click()
    hands.page.wait_for_selector("week-grid[data-ready]")


def _by_the_manual(hands: Hands, _place: Place) -> None:
    """Double click, a field, Opslaan; afterwards each day as a column: Goedkeuren."""
    page = hands.page
    _open(hands, "Ga verder")
    fields = {"until": ("Tab",), "break": ("Tab",) * 2, "total": ("Tab",) * 3}
    for row, day, kind, text in DEVIATIONS:
        hands.cell(row, day).dblclick()
        dialog = page.locator("dialog#entry[open]")
        dialog.wait_for()
        if kind == "came":
            dialog.get_by_role("button", name="Afkeuren…").click()
            page.locator("dialog#rejecting").get_by_role(
                "button", name="Afkeuren"
            ).click()
        else:
            hands.press(*fields[kind])
            hands.type(text)
            dialog.get_by_role("button", name="Opslaan").click()
        page.locator("dialog[open]").wait_for(state="detached")
    for day in range(5):
        page.keyboard.down("Control")
        page.locator(f"#grid thead [data-day='{day}']").click()
        page.keyboard.up("Control")
        page.locator(".selection [data-deed=approve]").click()
        page.locator(".selection").wait_for(state="hidden")


def _fast(hands: Hands, _place: Place) -> None:
    """A click and what was different; then what fits, and then the rest."""
    _open(hands, "Ga verder")
    for row, day, kind, text in DEVIATIONS:
        cell = hands.cell(row, day)
        cell.click()
        if kind == "came":
            hands.press("a", "Enter")
        else:
            hands.type(_quick(cell, kind, text))
            hands.press("Enter")
        state = "rejected" if kind == "came" else "changed"
        cell.and_(hands.page.locator(f"[data-s={state}]")).wait_for()
    _approve(hands)


def _quick(cell: Locator, kind: str, text: str) -> str:
    start = (cell.text_content() or "").strip().partition(":")[0].lstrip("0")
    return {"until": f"{start}-{text}", "total": f"{text}u", "break": f"/{text}"}[kind]


def _pasted(hands: Hands, _place: Place) -> None:
    """The foreman's sheet: numbers and hours; who did not come is rejected by hand."""
    _open(hands, "Ga verder")
    lines = []
    for row, day, kind, text in DEVIATIONS:
        line = hands.page.locator("#grid tbody tr:not(.group)").nth(row)
        cell = line.locator(":scope > td").nth(day)
        if kind != "came":
            hours = [""] * 7
            hours[day] = _quick(cell, kind, text)
            number = line.locator("th small").text_content()
            lines.append("\t".join([number or "", *hours]))
    write = "(text) => navigator.clipboard.writeText(text)"
    hands.page.evaluate(write, "\n".join(lines))
    for row, day, kind, _ in DEVIATIONS:
        if kind == "came":
            hands.cell(row, day).click()
            hands.press("a", "Enter")
            hands.page.locator("dialog[open]").wait_for(state="detached")
    hands.press("Control+v")
    hands.page.locator("#pasting .changes").wait_for()
    hands.press("Enter")
    hands.page.locator("dialog[open]").wait_for(state="detached")
    _approve(hands)


def _approve(hands: Hands) -> None:
    hands.press("Shift+G")
    hands.page.locator("dialog#fitting [value=approve]").wait_for()
    hands.press("Enter")
    hands.page.locator("dialog[open]").wait_for(state="detached")
    hands.press("Control+a", "g")
