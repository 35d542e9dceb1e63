"""Every page and every dialog: no axe violation, no broken policy, light and dark.

A new page is one line in PAGES; a state of a page (a dialog, an opened menu) is one
line in STATES. `{client}` and `{week}` are those of the greenhouse's planner;
`{judged}` is an approved entry, `{by_hand}` one with its pay set, `{colleague}` another
member, `{token}` a worker's own link.
"""

import pytest

from tests.browser.axe import violations
from tests.browser.desk import PHONE
from tests.browser.greenhouse import finish
from tests.browser.made import MADE
from tests.cast import person
from werkbrief.staffing.models import Client, Membership

WEEK = "/klanten/{client}/weken/{week}/werkbriefjes/"
# Who looks: nobody signed in; the planner; a newcomer; somebody with two clients.
PAGES = {
    "sign-in": ("nobody", "/inloggen/"),
    "forgotten password": ("nobody", "/wachtwoord/vergeten/"),
    "own password": ("newcomer", "/wachtwoord/kiezen/"),
    "choice of client": ("both", "/klanten/"),
    "home": ("planner", "/klanten/{client}/"),
    "timesheets": ("planner", WEEK),
    "timesheets, nobody found": ("planner", WEEK + "?zoek=niemand"),
    "timesheets, empty week": (
        "planner",
        "/klanten/{client}/weken/2020-W10/werkbriefjes/",
    ),
    "timesheets, planning hidden": ("planner", WEEK + "?verberg=planning"),
    "schedule": ("planner", "/klanten/{client}/weken/{week}/werkplanning/"),
    "workers": ("planner", "/klanten/{client}/werknemers/"),
    "check": ("planner", "/klanten/{client}/weken/{week}/controle/"),
    "manual entry": (
        "planner",
        "/klanten/{client}/weken/{week}/werkbriefjes/handmatig/",
    ),
    "correction": ("planner", WEEK + "{judged}/correctie/"),
    "pay lines by hand": ("planner", WEEK + "{by_hand}/loonregels/"),
    "account": ("planner", "/account/#{lent}"),
    "second step": ("planner", "/account/tweede-stap/"),
    "for a colleague": ("planner", WEEK.replace("{client}", "{lent}")),
    "colleagues": ("planner", "/klanten/{client}/collegas/"),
    "colleague": ("planner", "/klanten/{client}/collegas/{colleague}/"),
    "personal link": ("nobody", "/mijn/{token}/weken/{week}/"),
    "not found": ("planner", "/bestaat-niet/"),
}
CELL = "tr:has-text('{}') > td:nth-of-type({})"
# Where, then what to do there: ("click", "dblclick" or "fill", selector) or a key.
PLANNED = WEEK.replace("werkbriefjes", "werkplanning")
STATES = {
    "planning message": (
        PLANNED,
        [("click", "[data-dienst] >> nth=0"), "wait dialog[open]"],
    ),
    "usual week": (
        PLANNED,
        [
            ("click", "[data-plaatsing] >> nth=0"),
            ("click", "[value=other_pattern]"),
        ],
    ),
    "staff request": (
        PLANNED,
        [("click", "text=Personeel aanvragen"), "wait dialog[open]"],
    ),
    "calendar": (PLANNED, [("click", "[aria-label=Agenda]"), "wait dialog[open]"]),
    "entry, open": (WEEK, [("dblclick", CELL.format("Nowak", 5))]),
    "entry, changed": (WEEK, [("dblclick", CELL.format("El Idrissi", 4))]),
    "entry, approved": (WEEK, [("dblclick", CELL.format("Kowalski", 1))]),
    "entry, rejected": (WEEK, [("dblclick", CELL.format("Wójcik", 1))]),
    "entry, absent": (WEEK, [("dblclick", CELL.format("Popescu", 2))]),
    "selection": (WEEK, [("click", CELL.format("Nowak", 3)), "Control+Space"]),
    "bulk": (WEEK, [("click", CELL.format("Nowak", 3)), "Control+Space", "Enter"]),
    "rejecting": (WEEK, [("click", CELL.format("Nowak", 3)), "a"]),
    "remarking": (WEEK, [("click", CELL.format("Nowak", 3)), "o"]),
    "what fits": (WEEK, ["Shift+G", "wait dialog#fitting form"]),
    "pasting, with bad cells": (
        WEEK,
        [
            *(("click", ".extras summary"), ("click", "[data-deed=paste]")),
            ("fill", "#pasting textarea", "Nowak\tziek\nJansn\t8\nKowalski\t\t9u"),
            *(("click", "#pasting [value=check]"), "wait #pasting .bad"),
        ],
    ),
    "pasting, all right": (
        WEEK,
        [
            *(("click", ".extras summary"), ("click", "[data-deed=paste]")),
            ("fill", "#pasting textarea", "Kowalski\t\t9u"),
            *(("click", "#pasting [value=check]"), "wait #pasting .changes"),
        ],
    ),
    "the same as": (WEEK, [("click", CELL.format("Nowak", 3)), "z"]),
    "palette": (
        WEEK,
        [("click", CELL.format("Nowak", 3)), "Control+k", "wait [role=option]"],
    ),
    "kept filters": (WEEK + "?zoek=a", [("click", ".kept-filters summary")]),
    "more": (WEEK, [("click", ".extras summary")]),
    "keys": (WEEK, ["?"]),
    "account menu": (WEEK, [("click", ".account summary")]),
    "choosing a week": (WEEK, [("click", ".pick summary")]),
    "quick entry": (WEEK, [("click", CELL.format("Nowak", 3)), "7", "3"]),
    "refusal": (
        WEEK,
        [("click", CELL.format("Kowalski", 1)), "g", "wait #refusal span"],
    ),
    "toast": (WEEK, [("click", CELL.format("Nowak", 3)), "g", "wait #outcome span"]),
}


def _visitor(name, greenhouse):
    if name == "planner":
        return greenhouse.planner
    user = person(name, has_own_password=name == "both")
    boot = Client.objects.create(
        agency=greenhouse.client.agency, name="Boot Bloemen", slug="boot"
    )
    for client in (greenhouse.client, boot):
        Membership.objects.create(user=user, client=client)
    return user


def _address(path, greenhouse):
    places = {"client": greenhouse.client.slug, "week": greenhouse.week}
    made = {name: make for name, make in MADE.items() if f"{{{name}}}" in path}
    return path.format(
        **places, **{name: make(greenhouse) for name, make in made.items()}
    )


def _do(page, step):
    if isinstance(step, tuple):
        getattr(page, step[0])(*step[1:])
    elif step.startswith("wait "):
        page.wait_for_selector(step.removeprefix("wait "))
    else:
        page.keyboard.press(step)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_open_to_everybody(desk, mixed, name):
    who, path = PAGES[name]
    if who != "nobody":
        desk.sign_in(_visitor(who, mixed))
    desk.open(_address(path, mixed))
    assert violations(desk.page) == []
    expected = 1 if name == "not found" else 0
    assert len(desk.complaints) == expected, desk.complaints


@pytest.mark.parametrize("name", STATES)
def test_a_dialog_is_open_to_everybody(desk, mixed, name):
    path, steps = STATES[name]
    desk.sign_in()
    desk.open(_address(path, mixed))
    for step in steps:
        _do(desk.page, step)
    if "entry," in name:
        desk.page.wait_for_selector("dialog#entry[open]")
    assert violations(desk.page) == []
    assert desk.complaints == []


def test_a_phone_is_open_to_everybody(busy_planner):
    page = busy_planner.page
    page.set_viewport_size(PHONE)
    page.locator(".days button").nth(3).click()
    assert violations(page) == []
    page.get_by_role("button", name="Filters").click()
    assert violations(page) == []
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"], "the page may not scroll sideways"


def test_a_phone_shows_every_day_of_the_check_to_who_asks(busy_planner):
    page = busy_planner.page
    page.set_viewport_size(PHONE)
    page.goto(page.url.split("?")[0].replace("werkbriefjes", "controle"))
    friday = page.locator(".check-table tr", has_text="Nowak").locator("td").nth(4)
    assert not friday.is_visible(), "nothing differs there"
    page.get_by_label("Toon alle dagen").check()
    assert friday.is_visible()
    assert violations(page) == []
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"], "the page may not scroll sideways"


def test_a_finished_week_says_so(desk, greenhouse):
    finish(greenhouse)
    desk.sign_in()
    desk.open()
    desk.page.get_by_text("Alles is doorgegeven.").wait_for()
    assert violations(desk.page) == []
