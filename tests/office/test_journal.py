"""The journal on screen: searchable, before and after, each agency its own."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from tests.cast import NOW, crowd, entry, placed, seen
from werkbrief.office.verbs import VERBS
from werkbrief.timesheets.actions import approve, change, reopen
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.notation import Typed

PAGE = reverse("office_journal")
SCOPE = TimeEntry.objects


@pytest.fixture
def story(cast):
    mine = entry(placed(cast.anker, "Yılmaz, Zoë", "4711"))
    change(SCOPE.all(), seen(mine), Typed(end=1020), by=cast.anna, at=NOW)
    mine.refresh_from_db()
    approve(SCOPE.all(), seen(mine), by=cast.anna, at=NOW)
    reopen(SCOPE.all(), mine.pk, reason="verkeerde dag", by=cast.jet, at=NOW)
    return mine


def test_what_happened_is_told_with_before_and_after(cast, story, signed_in):
    page = signed_in(cast.jet).get(PAGE).text
    assert "heropend" in page
    assert "verkeerde dag" in page
    assert "<del>16:00</del> <ins>17:00</ins>" in page


def test_it_is_searched_by_worker_by_person_by_deed_and_by_day(cast, story, signed_in):
    other = entry(placed(cast.boot))
    approve(SCOPE.all(), seen(other), by=cast.bram, at=NOW)
    jet = signed_in(cast.jet)

    def told(**asked):
        page = jet.get(PAGE, asked).text
        return page[page.index("</form>") :]

    assert "Bram Boot" in told()
    assert "Bram Boot" not in told(wie="yilmaz")
    assert "Anna Anker" in told(wie="4711")
    assert "Anna Anker" not in told(door="jet")
    assert "verkeerde dag" not in told(daad="timesheets.approved")
    assert "Anna Anker" in told(van="2026-11-23", tot="2026-11-23")
    assert "Niets gevonden" in told(tot="2026-11-22")
    assert "Niets gevonden" in told(wie="niemand")
    assert "Bram Boot" in told(van="gisteren", voor="x")


def test_the_other_agency_reads_its_own_journal(cast, story, signed_in):
    assert "Niets gevonden" in signed_in(cast.daan).get(PAGE).text


def test_a_page_costs_the_same_however_much_a_deed_touched(
    cast, signed_in, django_assert_max_num_queries
):
    many = crowd(cast.anker, 60)
    approve(SCOPE.all(), seen(*many), by=cast.anna, at=NOW)
    for one in many[:55]:
        reopen(SCOPE.all(), one.pk, reason="toch niet", by=cast.jet, at=NOW)
    jet = signed_in(cast.jet)
    with django_assert_max_num_queries(8):
        page = jet.get(PAGE)
    assert "voor=" in page.text
    older = jet.get(PAGE, {"voor": str(page.context["older"].rpartition("=")[2])})
    assert "300" in older.text


def test_every_deed_has_a_dutch_word():
    """A new verb is a line in office/verbs.py."""
    source = Path(__file__).parents[2] / "src/werkbrief"
    found = {
        verb
        for file in source.rglob("*.py")
        for verb in re.findall(r'record\(\s*"(\w+\.\w+)"', file.read_text())
    }
    assert len(found) > 20
    assert found - set(VERBS) == set()
