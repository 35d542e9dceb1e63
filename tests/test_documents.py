"""What the documents point at is there: tests, pages, commands."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
TEST = re.compile(r"`(tests/[\w/]+\.py)`")
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_document_points_at_is_there(page):
    text = page.read_text()
    tests = {name for name in TEST.findall(text) if not (ROOT / name).exists()}
    links = {to for to in LINK.findall(text) if not (page.parent / to).exists()}
    assert tests | links == set()


def test_every_command_that_a_document_names_is_in_the_makefile():
    there = set(
        re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    )
    named = {
        name
        for page in PAGES
        for name in re.findall(r"`make ([a-z]+)`", page.read_text())
    }
    assert named <= there
