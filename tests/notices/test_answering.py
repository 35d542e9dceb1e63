"""Whoever sent a message or asked for staff hears by mail what became of it."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, NOW, placed, shift
from werkbrief.notices.actions import tell_answered
from werkbrief.notices.models import Letter
from werkbrief.planning.actions import (
    Need,
    Proposal,
    accept,
    ask_for_staff,
    confirm_request,
    decline,
    decline_request,
    send,
    withdraw,
)
from werkbrief.planning.models import About, MessageKind

SOON = NOW + timedelta(minutes=2)
LATER = NOW + timedelta(minutes=10)


@pytest.fixture
def planned(cast):
    return shift(placed(cast.anker))


def told(cast, planned, kind=MessageKind.NO_SHOW, text=""):
    proposal = Proposal(
        kind, About.SHIFT, MONDAY, planned.assignment, planned, text=text
    )
    scope = cast.anker.shifts.all()
    return send(proposal, client=cast.anker, scope=scope, by=cast.anna, at=NOW)


def asked(cast, planned, days=1):
    need = Need(
        2,
        planned.assignment.job_function,
        [MONDAY + timedelta(days=n) for n in range(days)],
        420,
        930,
        30,
    )
    return ask_for_staff(need, client=cast.anker, by=cast.anna, at=NOW)


def test_an_accepted_message_is_told_once_and_after_a_moment(cast, anna, planned):
    accept(told(cast, planned), by=cast.jet, at=NOW)
    assert tell_answered(at=NOW) == 0, "the sitting is not over yet"
    assert tell_answered(at=SOON) == 1
    assert tell_answered(at=LATER) == 0
    letter = Letter.objects.get()
    assert letter.to == "anna@anker.nl"
    assert letter.subject == "Kasdorp heeft geantwoord"
    assert "komt niet, Kowalski, Anna, maandag 16 november: aangenomen" in letter.text
    assert f"/klanten/anker/weken/{'2026-W47'}/werkplanning/" in letter.text


def test_a_declined_one_is_told_with_the_reason(cast, anna, planned):
    message = told(cast, planned)
    decline(message, "Hij komt toch", by=cast.jet, at=NOW)
    tell_answered(at=SOON)
    assert "afgewezen. “Hij komt toch”" in Letter.objects.get().text


def test_answers_of_one_sitting_go_in_one_mail_and_the_next_in_another(
    cast, anna, planned
):
    orders = asked(cast, planned, days=3)
    confirm_request(orders[:1], by=cast.jet, at=NOW)
    decline_request(orders[1:2], "Niemand vrij", by=cast.jet, at=NOW)
    assert tell_answered(at=SOON) == 1
    confirm_request(orders[2:], by=cast.jet, at=SOON)
    assert tell_answered(at=LATER) == 1
    first, second = Letter.objects.order_by("pk")
    assert "2 keer geantwoord" in first.subject
    assert "2 × Teler, 07:00–15:30, dinsdag 17 november: afgewezen" in first.text
    assert "woensdag 18 november" in second.text
    assert "dinsdag" not in second.text


def test_in_the_reader_s_language(cast, anna, planned):
    anna.language = "en"
    anna.save()
    accept(told(cast, planned), by=cast.jet, at=NOW)
    tell_answered(at=SOON)
    letter = Letter.objects.get()
    assert "Monday" in letter.text
    assert "aangenomen" not in letter.text
    assert "komt niet" not in letter.text


def test_what_one_took_back_oneself_is_no_news(cast, anna, planned):
    withdraw(told(cast, planned), by=cast.anna, at=NOW)
    assert tell_answered(at=SOON) == 0


def test_who_left_or_has_no_address_gets_nothing(cast, planned):
    accept(told(cast, planned), by=cast.jet, at=NOW)
    assert tell_answered(at=SOON) == 0
    cast.anna.email = "anna@anker.nl"
    cast.anna.save()
    cast.annas.delete()
    assert tell_answered(at=SOON) == 0


def test_after_a_standstill_yesterday_s_answers_stay_unsaid(cast, anna, planned):
    accept(told(cast, planned), by=cast.jet, at=NOW)
    assert tell_answered(at=NOW + timedelta(hours=25)) == 0


def test_many_senders_ask_the_same(cast, anna, planned, django_assert_num_queries):
    orders = asked(cast, planned, days=6)
    confirm_request(orders[:1], by=cast.jet, at=NOW)
    with django_assert_num_queries(7):
        tell_answered(at=SOON)
    confirm_request(orders[1:], by=cast.jet, at=SOON)
    with django_assert_num_queries(7):
        tell_answered(at=LATER)
