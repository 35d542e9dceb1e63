"""Every page of docs/rules runs: its packs are read, its cases come out exactly."""

import re
from pathlib import Path

import pytest

from naive.chances import Case
from naive.comparing import differences
from ontrafelaar import (
    findings,
    load,
    read_convention,
    read_facts,
    read_shifts,
    unravel,
)
from ontrafelaar.checking import failures
from ontrafelaar.reading import read_pack
from ontrafelaar.reading.packs import CAO
from ontrafelaar.reading.rules import KEYS

FOLDER = Path(__file__).parents[1] / "docs/rules"
PAGES = sorted(FOLDER.glob("*.md"))
HEAD = '[cao]\nid = "klein"\nname = "Kleine cao"\nvalid = 2020-01-01\nsource = "1"\n'
BLOCK = re.compile(r"^```(toml|cases|findings)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _said(text):
    """Facts and conventions behind the bar: `contract=32:00; afspraak pauze=midden`."""
    facts, convention, tags = {}, {}, []
    for part in filter(None, (part.strip() for part in text.split("; "))):
        name, _, value = part.partition("=")
        if name == "woord":
            tags.append(value)
        elif name.startswith("afspraak "):
            name = name.removeprefix("afspraak ")
            convention[name] = [value] if name in ("zonder", "normaal") else value
        else:
            facts[name] = value
    return facts | {"tags": tags}, convention


def _settings(text):
    facts, convention = _said(text)
    return read_facts(facts), read_convention(convention)


def _cases():
    for page in PAGES:
        pack = None
        for kind, text in BLOCK.findall(page.read_text(encoding="utf-8")):
            if kind == "toml":
                pack = text
                continue
            for line in text.splitlines():
                told, _, result = line.partition("=>")
                shifts, _, more = told.partition(" | ")
                name = f"{page.stem}: {told.strip()}"
                yield pytest.param(
                    kind, pack, shifts, more.strip(), result.strip(), id=name
                )


CASES = list(_cases())


@pytest.mark.parametrize(("kind", "pack", "shifts", "more", "result"), CASES)
def test_a_case_of_a_page_comes_out_exactly(kind, pack, shifts, more, result):
    facts, convention = _settings(more)
    given = read_shifts(shifts)
    if kind == "findings":
        codes = sorted({one.code for one in findings(given, tags=facts.tags)})
        assert codes == result.split()
        return
    outcome = unravel(
        given, read_pack(HEAD + pack, "page"), convention=convention, facts=facts
    )
    assert str(outcome) == result


def test_the_whole_pack_of_the_guide_is_right():
    """What a clerk copies from the guide loads, and its own examples come out."""
    page = (FOLDER / "van-begin-tot-eind.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"^```pack\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    pack = read_pack(text, "hoveniers.toml")
    assert len(pack.examples) >= 6
    assert failures(pack) == ()
    assert pack.until is not None
    shipped = load("hoveniers", pack.valid)
    for example in (*shipped.examples, *pack.examples):
        given, facts = read_shifts(example.shifts), read_facts(example.facts)
        assert str(unravel(given, pack, facts=facts)) == example.result


@pytest.mark.parametrize(
    ("kind", "pack", "shifts", "more", "result"),
    [case for case in CASES if case.values[0] == "cases"],
)
def test_a_second_reading_of_a_page_agrees(kind, pack, shifts, more, result):
    case = Case((HEAD + pack,), read_shifts(shifts), *_said(more))
    assert differences(case) == []


def test_every_page_has_cases():
    assert {page.stem for page in PAGES} == {
        case.id.partition(":")[0] for case in CASES
    }


def test_every_key_of_a_pack_stands_on_a_page():
    text = " ".join(page.read_text(encoding="utf-8") for page in PAGES)
    told = set(re.findall(r"`\[?(?:\[?)(\w+)", text)) | set(
        re.findall(r"^(\w+) += ", text, re.MULTILINE)
    )
    assert (KEYS | CAO | {"matrix", "stack", "example", "aangewezen"}) <= told


def test_every_page_is_reached_from_the_guide():
    guide = (FOLDER / "README.md").read_text(encoding="utf-8")
    for page in PAGES:
        assert page.name == "README.md" or f"({page.name})" in guide
