"""A whole week from both sides: the agency plans, the client works, the board is green.

The office's half of the contract in one go: import, base schedule, manual entry,
correction, reminder and judgement, each by the hands of whoever does it.
"""

from dataclasses import dataclass

import pytest
from django.conf import settings
from django.test import Client as Visitor
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.cast import Cast, placed
from tests.exchange.files import csv, shift
from werkbrief.notices.actions import post_due
from werkbrief.planning.actions import Block, Pattern, schedule
from werkbrief.words.weeks import Week


@dataclass
class Stage:
    """One browser in which people take turns, and last week."""

    page: Page
    root: str
    cast: Cast
    week: Week

    def as_jet(self, name, **more):
        return self._open(self.cast.jet, reverse(name, kwargs=more))

    def as_anna(self, name, **more):
        return self._open(
            self.cast.anna, reverse(name, kwargs={"client": "anker"} | more)
        )

    def _open(self, user, address):
        visitor = Visitor()
        visitor.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": visitor.cookies[name].value, "url": self.root}
        self.page.context.clear_cookies()
        self.page.context.add_cookies([cookie])
        self.page.goto(self.root + address)
        return self.page

    @property
    def grid(self):
        """The client's own week, ready for the hands."""
        page = self.as_anna("timesheets", week=self.week)
        page.wait_for_selector("week-grid[data-ready]")
        return page

    def cell(self, name, day):
        row = self.page.locator("#grid tbody tr", has_text=name)
        return row.locator(":scope > td").nth(day)


@pytest.fixture
def stage(page, live_server, cast):
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.set_default_timeout(20_000)
    cast.anna.email = "anna@anker.example"
    cast.anna.save()
    week = Week.of(timezone.localdate()).previous
    yield Stage(page, live_server.url, cast, week)
    assert page.complaints == []


def test_a_week_from_both_sides(stage, postbox):
    """S5.3.8, S6.2, S6.7 and section 7, played by two people."""
    take_in_the_planning(stage)
    fill_from_the_usual_week(stage)
    put_hours_in_by_hand(stage)
    approve_and_find_a_mistake(stage)
    remind(stage, postbox)
    convert_what_came_by_hand(stage)
    accept_the_correction(stage)
    approve_what_is_left(stage)
    see_a_green_board(stage)


def take_in_the_planning(stage):
    page = stage.as_jet("office_import")
    lines = [
        shift(f"{day:%d-%m-%Y}", who=("Anker", "Inpak", "Inpakker", number, name))
        for day in stage.week.days[:3]
        for number, name in (("00234", "Kowalski, Ania"), ("00235", "Nowak, Piotr"))
    ]
    file = {"name": "week.csv", "mimeType": "text/csv", "buffer": csv(*lines)}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Nakijken").click()
    page.get_by_role("heading", name="Klaar om in te lezen").wait_for()
    page.get_by_role("button", name="Inlezen").click()
    page.get_by_role("heading", name="Ingelezen").wait_for()


def fill_from_the_usual_week(stage):
    emre = placed(stage.cast.anker, "Yılmaz, Emre", "00236")
    blocks = tuple(Block(day, 480, 990, 30) for day in range(2))
    pattern = Pattern(stage.week.monday, blocks)
    schedule(emre, pattern, by=stage.cast.jet, at=timezone.now())
    page = stage.as_jet("office_planning_client", week=stage.week, client="anker")
    expect(stage.cell("Nowak", 0)).to_contain_text("07:00–15:30")
    page.get_by_role("button", name="Vul uit grondplan…").click()
    page.get_by_role("button", name="2 diensten inplannen").click()
    expect(stage.cell("Yılmaz", 1)).to_contain_text("08:00–16:30")


def put_hours_in_by_hand(stage):
    page = stage.as_anna("manual", week=stage.week)
    page.get_by_label("Naam en loonnummer").fill("Yilmas Emre 236")
    page.get_by_label("do ").check()
    page.get_by_label("Starttijd").fill("8")
    page.get_by_label("Eindtijd", exact=True).fill("12")
    page.get_by_label("Functie").select_option("Teler")
    page.get_by_role("button", name="Toevoegen").click()
    page.get_by_text("het bureau ziet het meteen").wait_for()


def approve_and_find_a_mistake(stage):
    page = stage.grid
    stage.cell("Kowalski", 0).click()
    page.keyboard.press("g")
    expect(stage.cell("Kowalski", 0)).to_have_attribute("data-s", "approved")
    stage.cell("Kowalski", 0).dblclick()
    page.get_by_role("link", name="Correctie aanvragen").click()
    page.get_by_label("Eindtijd", exact=True).fill("16:00")
    page.get_by_label("Wat klopt er niet?").fill("Bleef een half uur langer.")
    page.get_by_role("button", name="Correctie aanvragen").click()
    page.wait_for_load_state()


def remind(stage, postbox):
    page = stage.as_jet("office_week", week=stage.week)
    page.get_by_role("button", name="Herinner Anker").click()
    page.get_by_text("herinnering gestuurd aan 1 persoon").wait_for()
    assert post_due(at=timezone.now()) == 1
    to, letter = postbox.next()
    assert to == ["anna@anker.example"]
    assert stage.cast.agency.name in letter["From"]


def convert_what_came_by_hand(stage):
    page = stage.as_jet("office_manual")
    page.get_by_role("button", name="Omzetten: Yılmaz, Emre").click()
    page.get_by_text("Er ligt niets").first.wait_for()


def accept_the_correction(stage):
    page = stage.as_jet("office_corrections")
    page.get_by_text("Bleef een half uur langer.").wait_for()
    page.get_by_role("button", name="Overnemen").click()
    page.wait_for_load_state()
    stage.grid.wait_for_load_state()
    expect(stage.cell("Kowalski", 0)).to_contain_text("07:00–16:00")


def approve_what_is_left(stage):
    page = stage.grid
    expect(stage.cell("Yılmaz", 3)).to_contain_text("08:00–12:00")
    stage.cell("Nowak", 0).click()
    page.keyboard.press("Control+a")
    page.keyboard.press("g")
    page.get_by_text("Alles is doorgegeven.").wait_for()


def see_a_green_board(stage):
    page = stage.as_jet("office_week", week=stage.week)
    row = page.get_by_role("row", name="Anker")
    expect(row).to_contain_text("klaar")
    expect(row).to_contain_text("9/9")
    expect(row.get_by_role("button")).to_have_count(0)
