"""E60: what goes out is the line that was set; the API and the proof tell both."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.cast import MONDAY, NOW, WEEK, entry, placed
from tests.exchange.handing import agreed, approve, hand_over, receiver
from werkbrief.exchange.reads.cards import cards_of
from werkbrief.pay.actions import Setting, set_by_hand
from werkbrief.timesheets.actions import Proposal, accept_correction, ask_correction
from werkbrief.timesheets.models import CorrectionRequest, TimeEntry
from werkbrief.words.notation import Typed

PLAIN, EVENING = ("", False, "100", 300), ("avond", False, "150", 210)


@pytest.fixture
def worked(cast):
    """Tuesday evening at 135 instead of 150, the hours before it at 110."""
    agreed(cast.anker)
    made = entry(placed(cast.anker), date(2026, 11, 17), "15:00", "23:30", 0)
    scope = cast.anker.time_entries.all()
    for which, percent in ((PLAIN, "110"), (EVENING, "135")):
        setting = Setting(which, Decimal(percent), "afgesproken")
        set_by_hand(scope, made.pk, setting, by=cast.anna, at=NOW)
    approve(cast, made)
    return TimeEntry.objects.get(pk=made.pk)


def pieces(cast):
    (card,) = cards_of(cast.agency, WEEK, has_absences=False)
    (one,) = card.worked
    return [(p.minutes, p.percent, p.rules, p.kind) for p in one.pieces], one.problem


def corrected(cast, made):
    """The evening ended at ten."""
    scope = cast.anker.time_entries.all()
    proposal = Proposal(Typed(end=22 * 60), "eerder klaar")
    asked = ask_correction(scope, made.pk, proposal, by=cast.anna, at=NOW)
    accept_correction(CorrectionRequest.objects.all(), asked.pk, by=cast.jet, at=NOW)


def test_the_line_that_was_set_goes_out(cast, worked):
    """Plain hours at another rate are told as such, not as regular hours."""
    assert pieces(cast) == (
        [
            (300, 110, ("met de hand",), "irregular"),
            (210, 135, ("avond",), "irregular"),
        ],
        "",
    )
    (batch,) = hand_over(receiver(cast, has_rates=True)).values()
    assert {(n["percent"], n["hours"]) for n in batch.content["lines"]} == {
        ("110", "5.00"),
        ("135", "3.50"),
    }


def test_after_a_correction_nothing_goes_out_until_it_is_judged(cast, worked):
    corrected(cast, worked)
    found, problem = pieces(cast)
    assert found[1][:2] == (120, None)
    assert "vraag de opdrachtgever haar te beoordelen" in problem


def test_the_proof_tells_both(cast, worked, signed_in):
    address = reverse("office_week_proof_json", args=[WEEK, "anker", worked.pk])
    told = json.loads(signed_in(cast.jet).get(address).content)
    evening = next(n for n in told["pay_lines"] if n["line"] == "avond")
    assert (evening["percentage"], evening["computed"]) == ("135%", "150%")
    assert (evening["why"], evening["is_to_judge"]) == ("afgesproken", False)
    assert MONDAY.isoformat()[:7] in told["day"]
    (line, *_) = [n for n in told["history"] if "loonregel" in n["what"]]
    assert {"field": "berekend", "before": "", "after": "100%"} in line["changes"]
    paper = reverse("office_week_proof_pdf", args=[WEEK, "anker", worked.pk])
    assert signed_in(cast.jet).get(paper).content.startswith(b"%PDF")
