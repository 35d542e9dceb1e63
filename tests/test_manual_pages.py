"""The manual shows every screen, and every picture is taken by `make pictures`."""

import re
from pathlib import Path

import pytest

from make.picturing import PICTURES, SHOWN
from werkbrief.office.navigation import SCREENS as OFFICE
from werkbrief.portal.menu import SCREENS as PORTAL

MANUAL = PICTURES.parent
SHOWS = re.compile(r"!\[[^\]]+\]\(beelden/([\w-]+)\.webp\)")
LEADS = re.compile(r"\]\(#([\w-]+)\)")


def text(name: str) -> str:
    return (MANUAL / name).read_text()


def test_every_picture_is_shown_and_every_picture_shown_is_taken():
    shown = {name for page in MANUAL.glob("*.md") for name in SHOWS.findall(text(page))}
    assert shown == set(SHOWN)
    assert {file.stem for file in PICTURES.glob("*.webp")} == set(SHOWN)


@pytest.mark.parametrize("screen", [str(screen.title) for screen in PORTAL])
def test_the_client_reads_about_every_screen(screen):
    assert f"\n## {screen}\n" in text("opdrachtgever.md")


@pytest.mark.parametrize("screen", [screen.title for screen in OFFICE])
def test_the_office_reads_about_every_screen(screen):
    assert f"\n## {screen}\n" in text("kantoor.md")


@pytest.mark.parametrize("page", ["opdrachtgever.md", "kantoor.md"])
def test_what_the_list_leads_to_is_there(page):
    heads = re.findall(r"^## (.+)$", text(page), re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
    assert set(LEADS.findall(text(page))) == anchors


def test_no_page_leads_nowhere():
    for page in MANUAL.glob("*.md"):
        for target in re.findall(r"\]\((\w+\.md)\)", page.read_text()):
            assert (Path(MANUAL) / target).exists()
