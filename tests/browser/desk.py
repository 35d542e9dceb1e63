"""Somebody at a screen of the portal: where they are, and what their hands can do."""

from dataclasses import dataclass, field

from django.conf import settings
from django.test import Client as Visitor
from playwright.sync_api import Locator, Page, expect

from tests.browser.greenhouse import Greenhouse
from werkbrief.accounts.models import User

PHONE = {"width": 390, "height": 844}


@dataclass
class Desk:
    """A browser page, the greenhouse it may look at, and what the browser grumbled."""

    page: Page
    root: str
    greenhouse: Greenhouse
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(15_000)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._hear)

    def _hear(self, line) -> None:
        """A refusal is an answer of its own: the browser calls every 4xx an error."""
        refused = any(f"status of {code}" in line.text for code in (409, 422))
        if line.type == "error" and not refused:
            self.complaints.append(line.text)

    def sign_in(self, user: User | None = None) -> None:
        """Have the session of somebody, without the door: that has its own test."""
        visitor = Visitor()
        visitor.force_login(user or self.greenhouse.planner)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": visitor.cookies[name].value, "url": self.root}
        self.page.context.add_cookies([cookie])

    def open(self, path: str = "") -> None:
        """Go there; without a path to last week's Werkbriefjes, ready for the hands."""
        self.page.goto(self.root + (path or self.greenhouse.path))
        if self.page.locator("week-grid #grid, planning-week #grid").count():
            self.page.wait_for_selector("[data-ready]")

    def cell(self, name: str, day: int) -> Locator:
        """The cell of this worker on this day; 0 is Monday."""
        row = self.page.locator("#grid tbody tr", has_text=name)
        return row.locator(":scope > td").nth(day)

    def day(self, day: int) -> Locator:
        return self.page.locator(f"#grid thead [data-day='{day}']")

    def worker(self, name: str) -> Locator:
        return self.page.locator("#grid tbody th[scope]", has_text=name)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def go_to(self, name: str, day: int) -> None:
        """Stand on a cell, nothing selected."""
        self.cell(name, day).click()

    @property
    def selected(self) -> int:
        return self.page.locator(
            "#grid [aria-selected=true], #grid [aria-pressed=true]"
        ).count()

    @property
    def toast(self) -> Locator:
        return self.page.locator("#outcome")

    @property
    def refusal(self) -> Locator:
        return self.page.locator("#refusal")

    def dialog(self, name: str) -> Locator:
        return self.page.locator(f"dialog#{name}[open]")

    def stands_on(self, name: str, day: int) -> None:
        expect(self.cell(name, day)).to_be_focused()
