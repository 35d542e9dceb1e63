"""The pictures of the manual, taken anew from the demo: `make pictures`.

Starts a portal of its own with the example agency, walks past every screen as the one
who works there, and writes docs/handleiding/beelden. Text and picture belong together:
a picture that no page of the manual shows, or the other way round, makes a test red.
"""

import io
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from make.machine import chromium

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/handleiding/beelden"
PASSWORD = "kas-in-de-zon"  # noqa: S105  (the demo's own; it stands in the README)
DESK, PHONE = (1280, 800), (390, 844)
PATIENCE = 180
# Where the pictures are: last week and this one, at the greenhouse of the planner.
CLIENT = "/klanten/halverzon/"
OFFICE = "/kantoor/"


@dataclass(frozen=True, slots=True)
class Picture:
    """One screen: whose, where, and what is done there first.

    `steps`: what to do ("click", "ctrl", "dblclick", "press", "type", "wait", "follow")
    and where; "follow" goes to the address that stands in a field.
    """

    who: str
    path: str
    steps: tuple[tuple[str, ...], ...] = ()
    size: tuple[int, int] = DESK


LAST = "{last}/"
SHOWN = {
    "inloggen": Picture("", "/inloggen/"),
    "tweede-stap": Picture("planner", "/account/tweede-stap/"),
    "home": Picture("planner", CLIENT),
    "home-telefoon": Picture("planner", CLIENT, size=PHONE),
    "werkplanning": Picture("planner", f"{CLIENT}weken/{LAST}werkplanning/"),
    "werknemers": Picture("planner", f"{CLIENT}werknemers/"),
    "werkbriefjes": Picture("planner", f"{CLIENT}weken/{LAST}werkbriefjes/"),
    "werkbriefjes-telefoon": Picture(
        "planner", f"{CLIENT}weken/{LAST}werkbriefjes/", size=PHONE
    ),
    "werkbriefje": Picture(
        "planner",
        f"{CLIENT}weken/{LAST}werkbriefjes/",
        (("dblclick", "#grid tbody td:has(*) >> nth=1"), ("wait", "dialog[open]")),
    ),
    "met-de-hand": Picture(
        "planner",
        f"{CLIENT}weken/{LAST}werkbriefjes/",
        (
            ("dblclick", "#grid tbody td[data-s=open]"),
            ("click", "a:has-text('Loonregels met de hand')"),
            ("click", "[name=percentage]"),
            ("type", "115"),
            ("press", "Tab"),
            ("type", "afgesproken voor deze week"),
            ("press", "Enter"),
            ("wait", "[data-set]"),
        ),
    ),
    "werkbriefjes-kiezen": Picture(
        "planner",
        f"{CLIENT}weken/{LAST}werkbriefjes/",
        (("ctrl", "#grid thead [data-day='1']"),),
    ),
    "handmatig": Picture("planner", f"{CLIENT}weken/{LAST}werkbriefjes/handmatig/"),
    "controle": Picture("planner", f"{CLIENT}weken/{LAST}controle/"),
    "account": Picture("planner", "/account/"),
    "collegas": Picture("planner", f"{CLIENT}collegas/"),
    "uitzendkracht": Picture(
        "jobcoach",
        f"{OFFICE}links/?zoek=10059",
        (
            ("click", "summary.button >> nth=0"),
            ("click", "button:has-text('Geef de link')"),
            ("follow", "input[readonly]"),
        ),
        PHONE,
    ),
    "kantoor-weekbord": Picture("jobcoach", f"{OFFICE}weken/{LAST}"),
    "kantoor-week": Picture("jobcoach", f"{OFFICE}weken/{LAST}halverzon/"),
    "kantoor-planning": Picture("jobcoach", f"{OFFICE}planning/"),
    "kantoor-grondplannen": Picture("jobcoach", f"{OFFICE}grondplannen/"),
    "kantoor-meldingen": Picture("jobcoach", f"{OFFICE}meldingen/"),
    "kantoor-handmatig": Picture("jobcoach", f"{OFFICE}handmatig/"),
    "kantoor-correcties": Picture("jobcoach", f"{OFFICE}correcties/"),
    "kantoor-opdrachtgevers": Picture("beheerder", f"{OFFICE}opdrachtgevers/"),
    "kantoor-medewerkers": Picture("beheerder", f"{OFFICE}medewerkers/"),
    "kantoor-uursoorten": Picture("administratie", f"{OFFICE}uursoorten/"),
    "kantoor-links": Picture("jobcoach", f"{OFFICE}links/?zoek=a"),
    "kantoor-inlezen": Picture("administratie", f"{OFFICE}inlezen/"),
    "kantoor-leveren": Picture("administratie", f"{OFFICE}leveren/"),
    "kantoor-vergelijken": Picture("administratie", f"{OFFICE}vergelijken/"),
    "kantoor-taken": Picture("administratie", f"{OFFICE}taken/"),
    "kantoor-koppelingen": Picture("beheerder", f"{OFFICE}koppelingen/"),
    "kantoor-gebruikers": Picture("beheerder", f"{OFFICE}gebruikers/"),
    "kantoor-aanmelding": Picture("beheerder", f"{OFFICE}aanmelding/"),
    "kantoor-vervanging": Picture("beheerder", f"{OFFICE}vervanging/"),
    "kantoor-instellingen": Picture("beheerder", f"{OFFICE}instellingen/"),
    "kantoor-logboek": Picture("beheerder", f"{OFFICE}logboek/"),
}


def main(wanted: list[str]) -> int:
    """All, or those that are named; 1 when one could not be taken."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with _portal() as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chromium()), args=["--no-sandbox"]
        )
        failed = [
            name
            for name, picture in SHOWN.items()
            if (not wanted or name in wanted)
            and not _take(browser, root, name, picture)
        ]
        browser.close()
    print(
        f"{len(SHOWN)} beelden" + (f"; mislukt: {', '.join(failed)}" if failed else "")
    )
    return 1 if failed else 0


@contextmanager
def _portal() -> Iterator[str]:
    """The example agency on a free port, gone again afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        bind = f"127.0.0.1:{probe.getsockname()[1]}"
    with tempfile.TemporaryDirectory() as folder:
        own = {"WERKBRIEF_VAR": folder, "WERKBRIEF_BIND": bind}
        run = [sys.executable, "-m", "werkbrief.config.command", "run"]
        with subprocess.Popen(
            run, env={**os.environ, **own}, stdout=subprocess.DEVNULL, cwd=ROOT
        ) as portal:
            try:
                _wait_for(f"http://{bind}/klaar/")
                yield f"http://{bind}"
            finally:
                portal.terminate()


def _wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=2):  # noqa: S310  (our own address)
                return
        except (URLError, OSError):
            time.sleep(0.5)
    raise SystemExit("Het voorbeeldportaal kwam niet op gang.")


def _take(browser: Browser, root: str, name: str, picture: Picture) -> bool:
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="nl-NL"
    )
    page = context.new_page()
    try:
        if picture.who:
            _sign_in(page, root, picture.who)
        answer = page.goto(root + picture.path.format(last=_last_week()))
        if answer is None or not answer.ok:
            print(f"{name}: {picture.path} geeft {answer and answer.status}")
            return False
        for step in picture.steps:
            _do(page, *step)
        page.wait_for_timeout(300)
        image = Image.open(io.BytesIO(page.screenshot()))
        image.convert("RGB").save(PICTURES / f"{name}.webp", quality=78, method=6)
    finally:
        context.close()
    return True


def _sign_in(page: Page, root: str, who: str) -> None:
    page.goto(f"{root}/inloggen/")
    page.get_by_label("Gebruikersnaam of e-mailadres").fill(who)
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_load_state()


def _do(page: Page, deed: str, what: str) -> None:
    if deed == "press":
        page.keyboard.press(what)
    elif deed == "type":
        page.keyboard.type(what)
    elif deed == "wait":
        page.wait_for_selector(what)
    elif deed == "follow":
        page.goto(page.locator(what).first.input_value())
    else:
        found = page.locator(what).first
        if deed == "dblclick":
            found.dblclick()
        else:
            found.click(modifiers=["Control"] if deed == "ctrl" else [])


def _last_week() -> str:
    """The week before this one, as the addresses write it."""
    from datetime import UTC, datetime, timedelta  # noqa: PLC0415

    year, week, _ = (datetime.now(UTC) - timedelta(days=7)).isocalendar()  # noqa: TID251
    return f"{year}-W{week:02}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
