"""The house stays small, and each file stands in a room that exists."""

import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).parents[1]
LIMITS = {".py": 250, ".html": 120, ".css": 250, ".js": 200}
REASONS: dict[str, str] = {}
FOLDERS = ("src", "ontrafelaar", "make", "tests", "bench")
FILES = [
    file
    for folder in FOLDERS
    for file in sorted((ROOT / folder).rglob("*"))
    if file.suffix in LIMITS and not {"migrations", "vendor"} & set(file.parts)
]
ROOM_FILES = {"models", "actions", "reads", "refusals", "admin", "apps", "migrations"}
ROOMS = (
    "journal",
    "staffing",
    "jobs",
    "planning",
    "timesheets",
    "pay",
    "accounts",
    "exchange",
    "privacy",
)
# The room of files has, beside its tables, a shelf per sort of file.
MORE: dict[str, set[str]] = {
    "accounts": {"sealing"},  # secrets at rest, people's and other systems'
    "jobs": {"aside"},  # how far a job is, where its own transaction hides it
    "exchange": {
        "calendars",  # shifts out, for a calendar program
        "arrivals",  # tells what came in
        "later",  # a library that few need
        "reading",  # sheets in
        "setu",  # messages in
        "timecards",  # messages out
        "workbooks",  # sheets out
        "management",  # the import command
        "payroll",  # sheets out, for a payroll package
        "transports",  # bringing messages to receivers
    },
}


def _name(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_a_file_fits_in_the_head(file):
    lines = len(file.read_text().splitlines())
    assert _name(file) in REASONS or lines <= LIMITS[file.suffix], (
        f"{lines} lines: split it, or say why"
    )


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_holds_only_what_every_room_holds(room):
    found = {
        part.stem
        for part in (ROOT / "src/werkbrief" / room).iterdir()
        if not part.name.startswith("__")
    }
    strange = found - ROOM_FILES - MORE.get(room, set())
    assert not strange, f"{strange}: a new kind of file, say why"


def test_every_model_stands_in_the_glossary():
    words = set(re.findall(r"`(\w+)`", (ROOT / "docs/glossary.md").read_text()))
    models = {
        model.__name__
        for model in apps.get_models()
        if model.__module__.startswith("werkbrief.")
    }
    assert models <= words, f"not in docs/glossary.md: {sorted(models - words)}"


def test_every_setting_stands_in_operations():
    source = (ROOT / "src/werkbrief/config/environment.py").read_text()
    settings = {
        f"WERKBRIEF_{name}" for name in re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', source)
    }
    told = set(
        re.findall(r"`(WERKBRIEF_\w+)`", (ROOT / "docs/operations.md").read_text())
    )
    assert len(settings) > 5
    assert settings == told
