"""How the system's Chromium is started for a measurement, and what it measures."""

import os

from playwright.sync_api import Browser, Page

from bench.frame.visitor import cookies_of
from werkbrief.accounts.models import User

# Root has no sandbox to give it.
ARGUMENTS = ["--no-sandbox"] if os.geteuid() == 0 else []


def signed_in(browser: Browser, root: str, person: User) -> Page:
    """A page of a browser of their own, at a desk's size."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    pairs = [pair.split("=", 1) for pair in cookies_of(person).split("; ")]
    context.add_cookies([{"name": n, "value": v, "url": root} for n, v in pairs])
    return context.new_page()


def usable(page: Page, address: str, until: str, part: str = "") -> float:
    """Milliseconds from the click on the address to what `until` waits for."""
    page.goto(address, wait_until="commit")
    return float(page.evaluate(until, part))
