"""The Python file for other systems: of today, and it does what the page says."""

import contextlib
import io
import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.cast import WEEK, crowd, entry, placed
from tests.exchange.files import csv, shift
from werkbrief.api import access
from werkbrief.timesheets.models import Decision

DOCS = Path(__file__).parents[2] / "docs"
FILE = DOCS / "werkbrief_api.py"


@pytest.fixture
def library(monkeypatch):
    """The file itself, as somebody else would import it; it waits no time."""
    spec = spec_from_file_location("werkbrief_api", FILE)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    module.waited = []
    monkeypatch.setattr(module.time, "sleep", module.waited.append)
    monkeypatch.setitem(sys.modules, "werkbrief_api", module)
    return module


@pytest.fixture
def address(transactional_db, live_server):
    return f"{live_server.url}/api/v1"


def test_the_file_is_what_the_description_makes_of_it():
    fresh = io.StringIO()
    call_command("connector", stdout=fresh)
    assert FILE.read_text() == fresh.getvalue(), (
        "werkbrief connector > docs/werkbrief_api.py"
    )


def test_another_system_reads_judges_and_hears_what_is_wrong(
    address, cast, token_of, library, monkeypatch
):
    machine = token_of()
    made = [*crowd(cast.anker, 1), entry(placed(cast.anker, number="9"))]
    _as_the_page_says(address, machine.secret)
    assert Decision.objects.count() == len(made)

    api = library.Werkbrief(address, machine.secret)
    listed = list(api.entries("anker", str(WEEK), limit=2))
    assert [one["id"] for one in listed] == [one.pk for one in made]
    assert {one["state"] for one in listed} == {"approved"}
    _refusals(api, library, listed[0])
    wrong = csv(shift("gisteren"))
    with pytest.raises(library.NotRight) as told:
        api.import_file(wrong, what="planning", trial=True)
    assert told.value.errors[0]["line"] == 2
    _reads_nothing_twice(api, cast)
    monkeypatch.setattr(access, "A_MINUTE", 0)
    with pytest.raises(library.TooFast):
        api.clients()
    assert len(library.waited) == api.tries - 1
    assert all(0 < seconds <= 60 for seconds in library.waited)


def _as_the_page_says(address, secret):
    page = (DOCS / "api.md").read_text()
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    example = example.replace("https://uren.example/api/v1", address)
    with contextlib.redirect_stdout(io.StringIO()) as said:
        exec(example.replace("wb_…", secret).replace("2026-W47", str(WEEK)), {})
    assert said.getvalue() == ""


def _refusals(api, library, one):
    judged = {"verdict": "rejected", "reason": "other"}
    with pytest.raises(library.Changed):
        api.decide(one["id"], judged, if_match='"1-0"')
    with pytest.raises(library.NotNow, match="staan al vast"):
        api.decide(one["id"], judged, if_match=one["etag"])
    with pytest.raises(library.NotThere):
        api.entry(10**9)
    with pytest.raises(library.NotLetIn):
        library.Werkbrief(api.address, "wb_geraden").clients()


def _reads_nothing_twice(api, cast):
    """What is remembered counts for as long as its ETag does."""
    api.clients()
    (place,) = [url for url in api._read if url.endswith("/clients")]
    tag, kind, _ = api._read[place]
    api._read[place] = (tag, kind, b'{"items": []}')
    assert api.clients() == {"items": []}
    cast.anker.name = "Anker en Zoon"
    cast.anker.save()
    assert api.clients()["items"][0]["name"] == "Anker en Zoon"
