"""Cards reach a back office once, in order, whatever goes wrong on the way."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, NOW
from tests.exchange.handing import (
    approved,
    fates,
    one_card,
    receiver,
    reopened,
    retimed,
    rounds,
)
from werkbrief.accounts.sealing import seal, unseal
from werkbrief.exchange.actions.delivering import MOST_TRIES, claim, deliver_due
from werkbrief.exchange.models import Delivery
from werkbrief.exchange.transports import rest

PLAIN = ("7:00", "15:30", 30)


@pytest.fixture
def hurried(monkeypatch):
    """Half a second is long, for a back office that answers after one."""
    monkeypatch.setattr(rest, "TIMEOUT", 0.5)


@pytest.fixture
def to(cast, office):
    return receiver(
        cast, transport="rest", address=office.address, secret=seal("geheim")
    )


def test_a_card_waits_until_the_background_brings_it(office, to, made):
    card = one_card(to)
    assert (card.fate, office.seen) == ("waiting", [])
    assert deliver_due(at=NOW) == 1
    assert office.hours() == {card.content["document"]: ["8.00"]}
    assert deliver_due(at=NOW) == 0, "what arrived is not sent again"
    assert fates() == ["delivered"]


def test_a_correction_replaces_and_deletes_the_lines_that_are_gone(
    cast, office, to, made
):
    other = approved(cast, made.assignment, MONDAY + timedelta(days=1), *PLAIN)
    one_card(to)
    rounds(1)
    retimed(cast, made, 60)
    reopened(other)
    one_card(to)
    rounds(1)
    assert list(office.hours().values()) == [["9.00"]], (
        "a PUT alone leaves lines behind"
    )
    assert fates() == ["delivered", "delivered"]


def test_a_withdrawal_deletes_the_card(office, to, made):
    one_card(to)
    rounds(1)
    reopened(made)
    one_card(to)
    rounds(1)
    assert office.cards == {}


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("trouble", ["lost", "late"])
def test_an_answer_that_gets_lost_sends_nothing_twice(office, to, made, trouble):
    office.trouble.append(trouble)
    one_card(to)
    rounds(1)
    assert fates() == ["waiting"]
    rounds(2)
    assert (fates(), office.created, len(office.cards)) == (["delivered"], 1, 1)


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize(
    "case",
    [
        ("correct", 500),
        ("correct", "late"),
        ("correct", "gone"),
        ("withdraw", 503),
        ("withdraw", "lost"),
        ("withdraw", "gone"),
    ],
)
def test_trouble_with_a_put_or_a_delete_ends_well(cast, office, to, made, case):
    deed, trouble = case
    one_card(to)
    rounds(1)
    if trouble == "gone":
        office.cards.clear()
    else:
        office.trouble.append(trouble)
    if deed == "correct":
        retimed(cast, made, 60)
    else:
        reopened(made)
    one_card(to)
    rounds(1)
    rounds()
    assert fates() == ["delivered", "delivered"]
    left = [["9.00"]] if deed == "correct" else []
    assert list(office.hours().values()) == left
    assert office.created == 1 + (trouble == "gone" and deed == "correct")


def test_a_refused_correction_comes_along_next_time(cast, office, to, made):
    one_card(to)
    rounds(1)
    office.trouble.append(422)
    retimed(cast, made, 60)
    one_card(to)
    rounds()
    assert list(office.hours().values()) == [["8.00"]]
    one_card(to)
    rounds()
    assert fates() == ["delivered", "refused", "delivered"]
    assert list(office.hours().values()) == [["9.00"]]


def test_a_card_that_is_there_already_is_replaced_and_not_doubled(office, to, made):
    card = one_card(to)
    office.cards[str(card.timecard.resource)] = {}
    rounds(1)
    assert (fates(), office.created) == (["delivered"], 0)
    assert office.hours() == {card.content["document"]: ["8.00"]}


@pytest.mark.parametrize("status", [500, 503, 429, 408])
def test_what_may_pass_is_tried_again(office, to, made, status):
    office.trouble.extend([status, status])
    one_card(to)
    rounds(1)
    waiting = Delivery.objects.get()
    assert (waiting.fate, waiting.tries) == ("waiting", 1)
    assert f"storing {status}" in waiting.told
    rounds()
    assert (fates(), office.created) == (["delivered"], 1)


def test_a_refusal_is_final_and_the_card_comes_along_next_time(office, to, made):
    office.trouble.append(400)
    one_card(to)
    rounds()
    card = Delivery.objects.get()
    assert (card.fate, card.told) == ("refused", "Antwoord 400: storing 400")
    assert len(office.seen) == 1
    assert one_card(to).revision == 2
    rounds()
    assert (fates(), office.created) == (["refused", "delivered"], 1)


def test_a_wrong_secret_waits_until_it_is_put_right(office, to, made):
    office.secret = "anders"
    one_card(to)
    rounds(2)
    assert fates() == ["waiting"]
    office.secret = "geheim"
    rounds()
    assert fates() == ["delivered"]


def test_a_correction_waits_for_the_card_that_it_corrects(cast, office, to, made):
    one_card(to)
    retimed(cast, made, 60)
    one_card(to)
    office.trouble.append(503)
    rounds(1)
    assert (fates(), office.cards) == (["waiting", "waiting"], {})
    rounds()
    assert list(office.hours().values()) == [["9.00"]]
    assert fates() == ["delivered", "delivered"]


def test_after_many_tries_it_says_so(office, to, made):
    one_card(to)
    Delivery.objects.update(tries=MOST_TRIES - 1)
    office.trouble.append(500)
    rounds(1)
    card = Delivery.objects.get()
    assert card.fate == "refused"
    assert card.told.endswith("Er is niet verder geprobeerd.")


def test_nobody_answers_at_all(cast, made):
    to = receiver(cast, transport="rest", address="http://127.0.0.1:9")
    one_card(to)
    rounds(1)
    assert "niet te bereiken" in Delivery.objects.get().told


def test_a_receiver_in_trouble_holds_up_no_other(cast, office, to, made):
    broken = receiver(
        cast, name="kapot", transport="rest", address="http://[", secret="x"
    )
    one_card(broken)
    one_card(to)
    rounds(1)
    assert sorted(fates()) == ["delivered", "waiting"]


def test_a_secret_is_sealed(to):
    assert "geheim" not in to.secret
    assert unseal(to.secret) == "geheim"


def test_two_workers_at_once_send_nothing_twice(office, to, made):
    """Both saw it waiting; one claims it, the other leaves it."""
    one_card(to)
    mine, yours = Delivery.objects.get(), Delivery.objects.get()
    assert claim(mine, NOW)
    assert not claim(yours, NOW)
    rounds(2)
    assert (office.created, len(office.cards)) == (1, 1)
