"""Goal 9 for the other screens: 2,000 workers of one client, each in a real browser.

The week itself stands beside them: on a busy machine the ratio to it tells more.
"""

import os
import statistics

from django.db import connection
from playwright.sync_api import sync_playwright

from bench.frame.cast import Place, settle
from bench.frame.chromium import ARGUMENTS, signed_in, usable
from bench.frame.served import served
from bench.frame.telling import figure
from bench.week import half_done
from make.machine import chromium
from werkbrief.accounts.models import User
from werkbrief.staffing.models import AgencyRole, Role

WORKERS, LIMIT, ROUNDS = 2000, 600, 7
WEEK = "werkbriefjes"
# The whole page is there, its hands are on it, and a frame of that was painted.
WHOLE = """async (part) => {
  if (document.readyState === "loading")
    await new Promise(done => addEventListener("DOMContentLoaded", done));
  await customElements.whenDefined(part);
  return new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));
}"""


def main() -> None:
    # Playwright's own loop runs in this thread; Django would refuse to query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    place = settle(WORKERS)
    half_done(place)
    jet = _coach(place)
    connection.close()
    home = f"/klanten/{place.client.slug}/"
    office = f"/kantoor/planning/{place.week}/{place.client.slug}/"
    screens = {
        WEEK: (place.planner, place.path(), "week-grid"),
        "werkplanning": (place.planner, place.path("werkplanning/"), "planning-week"),
        "controle": (place.planner, place.path("controle/"), "filter-form"),
        "werknemers": (place.planner, f"{home}werknemers/", "command-palette"),
        "planning van het kantoor": (jet, office, "planning-board"),
    }
    with served() as bind, sync_playwright() as playwright:
        root, path = f"http://{bind}", str(chromium())
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        pages = {who: signed_in(browser, root, who) for who in (place.planner, jet)}
        taken: dict[str, list[float]] = {name: [] for name in screens}
        for number in range(ROUNDS + 1):
            for name, (who, address, part) in screens.items():
                spent = usable(pages[who], root + address, WHOLE, part)
                if number:
                    taken[name].append(spent)
        browser.close()
    middle = {name: statistics.median(each) for name, each in taken.items()}
    for name, spent in middle.items():
        goal = f"{name}, {WORKERS} medewerkers bruikbaar"
        behind = f"{spent / middle[WEEK]:.2f}× de week"
        figure(goal, spent, limit=LIMIT, unit=" ms", behind=behind)


def _coach(place: Place) -> User:
    jet = User.objects.create(username="jet", name="Jet", has_own_password=True)
    agency = place.client.agency
    AgencyRole.objects.create(agency=agency, user=jet, role=Role.JOB_COACH)
    return jet
