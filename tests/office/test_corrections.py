"""The office answers what was asked: evidence beside the decision (P6.2, P6.9)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import NOW, crowd, entry, placed, seen
from werkbrief.accounts.models import Language
from werkbrief.staffing.actions import give_link
from werkbrief.timesheets import actions
from werkbrief.timesheets.actions import Proposal
from werkbrief.timesheets.models import CorrectionRequest, TimeEntry
from werkbrief.words.notation import Typed, read_clock

QUEUE = "/kantoor/correcties/"


@pytest.fixture
def jet(cast, signed_in):
    return signed_in(cast.jet)


@pytest.fixture
def asked(cast):
    hours = entry(placed(cast.anker))
    entries = cast.anker.time_entries.all()
    actions.approve(entries, seen(hours), by=cast.anna, at=NOW)
    proposal = Proposal(Typed(end=read_clock("17:00")), "tot vijf uur gebleven")
    return actions.ask_correction(entries, hours.pk, proposal, by=cast.anna, at=NOW)


def test_both_versions_and_the_reason_stand_beside_the_buttons(jet, asked):
    # S8.6
    page = jet.get(QUEUE).content.decode()
    assert "07:30–16:00, pauze 30 (8:00)" in page
    assert "07:30–17:00, pauze 30 (9:00)" in page
    assert "tot vijf uur gebleven" in page


def test_taking_over_moves_the_hours_at_once(jet, asked):
    assert jet.post(f"{QUEUE}{asked.pk}/overname/").status_code == 302
    assert TimeEntry.objects.get(pk=asked.entry_id).end == asked.end
    assert "Er ligt niets" in jet.get(QUEUE).content.decode()


def test_pressing_it_twice_tells_who_was_first(jet, asked):
    jet.post(f"{QUEUE}{asked.pk}/overname/")
    again = jet.post(f"{QUEUE}{asked.pk}/overname/")
    assert again.status_code == 409
    assert "al overgenomen door Jet Jobcoach" in again.content.decode()


def test_declining_asks_why_and_keeps_what_was_typed(jet, asked):
    refused = jet.post(f"{QUEUE}{asked.pk}/afwijzing/", {"antwoord": " "})
    assert refused.status_code == 422
    assert CorrectionRequest.objects.pending().count() == 1
    jet.post(f"{QUEUE}{asked.pk}/afwijzing/", {"antwoord": "De klok zegt vier uur"})
    assert "De klok zegt vier uur" in jet.get(QUEUE).content.decode()


def test_the_other_agency_finds_nothing(cast, signed_in, asked):
    daan = signed_in(cast.daan)
    assert "Kowalski" not in daan.get(QUEUE).content.decode()
    assert daan.post(f"{QUEUE}{asked.pk}/overname/").status_code == 404


def test_not_right_is_answered_in_a_sentence(cast, jet, asked):
    hours = asked.entry
    link = give_link(hours.worker, Language.NL, by=cast.jet, at=timezone.now())
    objection = actions.object_to(
        TimeEntry.objects.all(), hours.pk, "Het was tot zes", link=link, at=NOW
    )
    assert "Het was tot zes" in jet.get(QUEUE).content.decode()
    address = f"/kantoor/bezwaren/{objection.pk}/antwoord/"
    assert jet.post(address, {"antwoord": "We vragen het na"}).status_code == 302
    again = jet.post(address, {"antwoord": "Nog eens"})
    assert "Jet Jobcoach heeft dit al beantwoord" in again.content.decode()


@pytest.mark.parametrize("cases", [2, 40])
def test_the_queue_takes_as_many_statements_for_any_number(
    cast, jet, cases, django_assert_max_num_queries
):
    entries = crowd(cast.anker, cases, days=1)
    scope = cast.anker.time_entries.all()
    actions.approve(scope, seen(*entries), by=cast.anna, at=NOW + timedelta(days=1))
    for one in entries:
        proposal = Proposal(None, "niet gewerkt")
        actions.ask_correction(scope, one.pk, proposal, by=cast.anna, at=NOW)
    with django_assert_max_num_queries(8):
        jet.get(QUEUE)
