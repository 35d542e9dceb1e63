"""Goal 9: the week in a real browser: usable when, how heavy, how quick a key."""

import gzip
import os
import statistics
from collections.abc import Callable
from urllib.parse import urlsplit

from django.db import connection
from playwright.sync_api import Browser, Page, sync_playwright

from bench.floors.table import serve_table
from bench.frame.cast import Place, settle
from bench.frame.chromium import ARGUMENTS, signed_in, usable
from bench.frame.served import served
from bench.frame.telling import figure, say
from bench.frame.visitor import sign_in
from bench.week import half_done
from make.machine import chromium

ROUNDS = 7
# From the click on the address to a frame painted with the grid's hands on it.
USABLE = """() => customElements.whenDefined("week-grid").then(() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))))"""
PAINTED = """() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"""
# A key at the start of a frame, until that frame is on screen.
KEY = """() => new Promise(done => requestAnimationFrame(() => {
  const from = performance.now(), channel = new MessageChannel();
  channel.port1.onmessage = () => done(performance.now() - from);
  document.activeElement.dispatchEvent(
    new KeyboardEvent("keydown", {key: "ArrowDown", bubbles: true, cancelable: true}));
  channel.port2.postMessage(0);
}))"""


def main() -> None:
    # Playwright's own loop runs in this thread; Django would refuse to query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    places = {size: settle(size) for size in (200, 1000, 2000)}
    for place in places.values():
        half_done(place)
    connection.close()
    with served() as bind, sync_playwright() as playwright:
        path = str(chromium())
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        _open_weeks(browser, f"http://{bind}", places)
        browser.close()


def _open_weeks(browser: Browser, root: str, places: dict[int, Place]) -> None:
    pages = {
        size: signed_in(browser, root, place.planner) for size, place in places.items()
    }
    plain = browser.new_page()
    with serve_table(places[1000]) as floor:
        sides: dict[str, Callable[[], float]] = {
            f"{size}": lambda size=size: usable(
                pages[size], root + places[size].path(), USABLE
            )
            for size in places
        }
        sides["floor"] = lambda: usable(plain, floor, PAINTED)
        taken: dict[str, list[float]] = {name: [] for name in sides}
        for number in range(ROUNDS + 1):
            for name, side in sides.items():
                spent = side()
                if number:
                    taken[name].append(spent)
    middle = {name: statistics.median(each) for name, each in taken.items()}
    figure("200 medewerkers bruikbaar", middle["200"], limit=250, unit=" ms")
    behind = f"{middle['1000']:.0f} ms tegen {middle['floor']:.0f} ms kale tabel"
    value = middle["1000"] / middle["floor"]
    figure("1000 medewerkers bruikbaar", value, limit=1.0, unit="×", behind=behind)
    figure("2000 medewerkers bruikbaar", middle["2000"], limit=600, unit=" ms")
    _feel(pages[1000])
    _weigh(browser, root, places[200])


def _feel(page: Page) -> None:
    page.locator("[role=gridcell]").first.focus()
    keys = [float(page.evaluate(KEY)) for _ in range(40)]
    figure("pijltoets tot beeld", statistics.median(keys), limit=16, unit=" ms")


def _weigh(browser: Browser, root: str, place: Place) -> None:
    page = signed_in(browser, root, place.planner)
    scripts: dict[str, int] = {}

    def note(response) -> None:
        path = urlsplit(response.url).path
        if path.startswith("/static/ui/js/"):
            scripts[path] = len(gzip.compress(response.body(), 9))

    page.on("response", note)
    page.goto(root + place.path(), wait_until="networkidle")
    wire = len(sign_in(place.planner).get(place.path())) / 1000
    figure("pagina van 200 over de lijn", wire, limit=25, unit=" kB")
    total = sum(scripts.values()) / 1000
    behind = f"{len(scripts)} modules"
    figure("eigen JavaScript, ingepakt", total, limit=20, unit=" kB", behind=behind)
    if not scripts:
        say("geen script gezien: is het pad veranderd?")
