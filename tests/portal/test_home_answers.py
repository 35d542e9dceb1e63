"""Home tells what the agency answered since the last visit, and the way (P2.3)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import entry, member, person, placed, seen, shift
from tests.portal.test_home_news import WEEK, news
from tests.portal.test_query_budgets import asked
from werkbrief.planning.actions import (
    Need,
    Proposal,
    accept,
    ask_for_staff,
    confirm_request,
    decline,
    send,
    withdraw,
)
from werkbrief.planning.models import About, MessageKind
from werkbrief.staffing.models import Membership, Right
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import CorrectionRequest, ManualEntry
from werkbrief.words.notation import Typed

JET = "Jet Jobcoach (Kasdorp)"
HOME = reverse("client_home", args=["anker"])


@pytest.fixture
def anna(cast, signed_in):
    """Anna was at home yesterday afternoon, and not since."""
    then = timezone.now() - timedelta(hours=20)
    Membership.objects.filter(client=cast.anker).update(seen_at=then)
    return signed_in(cast.anna)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def told(cast, now):
    """A message of Anna's about a shift of last week."""

    def told(planned):
        proposal = Proposal(
            MessageKind.NO_SHOW, About.SHIFT, WEEK.monday, planned.assignment, planned
        )
        scope = cast.anker.shifts.all()
        return send(proposal, client=cast.anker, scope=scope, by=cast.anna, at=now)

    return told


@pytest.fixture
def slip(cast, now):
    def slip(row):
        day, typed = [WEEK.monday], Typed(start=480, end=720)
        slip = actions.Slip(row.job_function, "Kowalski 1000", day, typed)
        return actions.add_manual(cast.anker, slip, by=cast.anna, at=now)

    return slip


def test_messages_requests_slips_and_corrections_are_told_each_with_its_way(
    cast, anna, now, told, slip
):
    row, jet = placed(cast.anker), {"by": cast.jet, "at": now}
    accept(told(shift(row, WEEK.monday)), **jet)
    decline(told(shift(row, WEEK.days[1])), "Hij komt toch", **jet)
    need = Need(2, row.job_function, [WEEK.monday], 420, 930, 30)
    confirm_request(ask_for_staff(need, client=cast.anker, by=cast.anna, at=now), **jet)
    slips = ManualEntry.objects.all()
    actions.decline_manual(slips, slip(row).pk, "Stond er al.", **jet)
    judged = entry(row, WEEK.days[2])
    scope = cast.anker.time_entries.all()
    actions.approve(scope, seen(judged), by=cast.anna, at=now)
    wrong = actions.Proposal(None, "niet gewerkt")
    asked_for = actions.ask_correction(scope, judged.pk, wrong, by=cast.anna, at=now)
    pending = CorrectionRequest.objects.all()
    actions.decline_correction(pending, asked_for.pk, reason="Wel gewerkt.", **jet)
    assert sorted(news(anna)) == [
        (WEEK, JET, "1 aanvraag aangenomen"),
        (WEEK, JET, "1 correctie afgewezen"),
        (WEEK, JET, "1 handmatig werkbriefje afgewezen"),
        (WEEK, JET, "1 melding aangenomen, 1 melding afgewezen"),
    ]
    page = anna.get(HOME).content.decode()
    for way in (
        "werkplanning/#sent-list",
        "handmatig/#handmatig",
        "controle/#correcties",
    ):
        assert way in page


def test_what_was_withdrawn_or_is_not_ones_to_see_is_no_news(cast, anna, now, told):
    row = placed(cast.anker, department="Kas 2")
    withdraw(told(shift(row, WEEK.monday)), by=cast.anna, at=now)
    assert news(anna) == []
    bea = member(person("Bea Smit"), cast.anker, [Right.SEE_TIMESHEETS])
    Membership.objects.filter(pk=bea.pk).update(seen_at=now - timedelta(hours=5))
    accept(told(shift(row, WEEK.days[1])), by=cast.jet, at=now)
    assert len(news(anna)) == 1
    anna.force_login(bea.user)
    assert news(anna) == [], "Bea has no planning"
    bea.rights = [Right.SEE_PLANNING]
    bea.is_narrowed = True
    bea.save()
    assert news(anna) == [], "nor this department"


def test_five_of_each_ask_no_more_than_one(cast, anna, now, told, slip):
    row, counts = placed(cast.anker), []
    slips, jet = ManualEntry.objects.all(), {"by": cast.jet, "at": now}
    for day in WEEK.days[:5]:
        accept(told(shift(row, day)), **jet)
        actions.decline_manual(slips, slip(row).pk, "Stond er al.", **jet)
        counts.append(asked(anna, HOME))
    assert counts[1] == counts[-1] <= 24, counts
