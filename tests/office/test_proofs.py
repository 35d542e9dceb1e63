"""The proof of an entry, and a week as it stood at a moment (S8.8)."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import MONDAY, NOW, WEEK, entry, placed, seen
from werkbrief.office.proofs import digest
from werkbrief.timesheets.actions import approve, change, comment, reopen
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.reads.moments import week_as_of
from werkbrief.words.clock import clock
from werkbrief.words.notation import Typed, read_clock

SCOPE = TimeEntry.objects


def until(end):
    return Typed(end=read_clock(end))


def later(minutes):
    return NOW + timedelta(minutes=minutes)


@pytest.fixture
def mine(cast):
    """Changed at 1, remarked at 2, approved at 3, reopened at 4, changed at 5."""
    mine = entry(placed(cast.anker, "Żółć, Łucja", number="77"), MONDAY)
    change(SCOPE.all(), seen(mine), until("17:00"), by=cast.anna, at=later(1))
    comment(SCOPE.all(), [mine.pk], "liep uit", by=cast.anna, at=later(2))
    mine.refresh_from_db()
    approve(SCOPE.all(), seen(mine), by=cast.anna, at=later(3))
    reopen(SCOPE.all(), mine.pk, reason="verkeerd", by=cast.jet, at=later(4))
    mine.refresh_from_db()
    change(SCOPE.all(), seen(mine), until("18:00"), by=cast.anna, at=later(5))
    mine.refresh_from_db()
    return mine


def stood(cast, minutes):
    one = week_as_of(cast.anker, WEEK, later(minutes))[0]
    return clock(one.hours.end), one.verdict


def test_the_week_reads_as_it_stood_at_any_moment(cast, mine):
    told = [stood(cast, minutes) for minutes in range(6)]
    assert told == [
        ("16:00", ""),
        ("17:00", ""),
        ("17:00", ""),
        ("17:00", "approved"),
        ("17:00", ""),
        ("18:00", ""),
    ]


def proof(signed_in, cast, mine, kind):
    address = reverse(f"office_week_proof_{kind}", args=[WEEK, "anker", mine.pk])
    return signed_in(cast.jet).get(address).content


def test_the_proof_says_what_was_on_screen_when_it_was_approved(cast, signed_in, mine):
    told = json.loads(proof(signed_in, cast, mine, "json"))
    [judged] = told["judgements"]
    assert (judged["by"], judged["what"]) == ("Anna Anker", "goedgekeurd")
    assert judged["on_screen"]["entered"]["end"] == "17:00"
    assert judged["on_screen"]["judgement"] == "staat open"
    assert [one["text"] for one in judged["remarks_on_screen"]] == ["liep uit"]
    assert told["now"]["entered"]["end"] == "18:00"
    assert told["worker"] == "Żółć, Łucja"
    whats = [line["what"] for line in told["history"]]
    assert whats == [
        "uren gewijzigd",
        "opmerking geplaatst",
        "goedgekeurd",
        "heropend",
        "uren gewijzigd",
    ]


def test_whoever_changes_a_letter_of_the_proof_gets_another_digest(
    cast, signed_in, mine
):
    told = json.loads(proof(signed_in, cast, mine, "json"))
    assert digest(told) == told["digest"]
    told["judgements"][0]["on_screen"]["entered"]["end"] = "17:30"
    assert digest(told) != told["digest"]


def test_the_paper_is_a_real_pdf_with_names_of_every_letter(cast, signed_in, mine):
    paper = proof(signed_in, cast, mine, "pdf")
    assert paper.startswith(b"%PDF-")
    assert paper.rstrip().endswith(b"%%EOF")
    assert b"SourceSansPro" in paper


@pytest.mark.parametrize("typed", ["gisteren", "2026-99-99T10:00", "2026-11-24T25:00"])
def test_a_moment_that_is_none_is_refused_at_its_field(cast, signed_in, mine, typed):
    page = reverse("office_week_moment", args=[WEEK, "anker"])
    answer = signed_in(cast.jet).get(page, {"moment": typed})
    assert answer.status_code == 422
    assert "geen dag en tijd" in answer.content.decode()


def test_the_same_number_of_statements_for_any_number_of_workers(
    cast, mine, django_assert_num_queries
):
    for number in range(20):
        entry(placed(cast.anker, number=f"m{number}"), MONDAY)
    with django_assert_num_queries(3):
        assert len(week_as_of(cast.anker, WEEK, later(9))) == 21
