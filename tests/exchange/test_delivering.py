"""Cards reach a back office once, in order, whatever goes wrong on the way."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, NOW, placed
from tests.exchange.back_office import BackOffice
from tests.exchange.dropbox import dropbox
from tests.exchange.handing import (
    agreed,
    approved,
    one_card,
    receiver,
    reopened,
    retimed,
)
from werkbrief.accounts.sealing import seal, unseal
from werkbrief.exchange.actions.delivering import MOST_TRIES, claim, deliver_due
from werkbrief.exchange.models import Delivery
from werkbrief.exchange.transports import rest

PLAIN = ("7:00", "15:30", 30)


@pytest.fixture
def office():
    server = BackOffice()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def made(cast):
    agreed(cast.anker)
    return approved(cast, placed(cast.anker, number="1001"), MONDAY, *PLAIN)


@pytest.fixture
def to(cast, office):
    return receiver(
        cast, transport="rest", address=office.address, secret=seal("geheim")
    )


def rounds(number=4):
    """So many rounds of the background, far enough apart for each to try again."""
    for n in range(number):
        deliver_due(at=NOW + timedelta(hours=7 * n))


def fates():
    return list(Delivery.objects.order_by("revision").values_list("fate", flat=True))


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


@pytest.mark.parametrize("trouble", ["lost", "late"])
def test_an_answer_that_gets_lost_sends_nothing_twice(
    office, to, made, trouble, monkeypatch
):
    monkeypatch.setattr(rest, "TIMEOUT", 0.4)
    office.trouble.append(trouble)
    one_card(to)
    rounds(1)
    assert fates() == ["waiting"]
    monkeypatch.setattr(rest, "TIMEOUT", 20.0)
    rounds(2)
    assert (fates(), office.created, len(office.cards)) == (["delivered"], 1, 1)


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


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    return tmp_path


def sent(cast, box, **fields):
    fields = {
        "transport": "sftp",
        "address": box.address,
        "account": "jet",
        "secret": seal("geheim"),
        "fingerprint": box.fingerprint,
    } | fields
    card = one_card(receiver(cast, "1.4-xml", **fields))
    rounds(1)
    card.refresh_from_db()
    return card


def test_a_card_is_a_file_that_is_whole(cast, made, folder):
    with dropbox(folder) as box:
        card = sent(cast, box)
    (file,) = (folder / "in").iterdir()
    assert (card.fate, file.read_text()) == ("delivered", card.message)
    assert file.name == f"{card.timecard.document}-v1.xml"


def test_another_key_than_the_known_one_gets_nothing(cast, made, folder):
    with dropbox(folder) as box:
        card = sent(cast, box, fingerprint="SHA256:iets-anders")
    assert (card.fate, list((folder / "in").iterdir())) == ("waiting", [])
    assert "sleutel" in card.told


def test_a_wrong_password_waits(cast, made, folder):
    with dropbox(folder) as box:
        card = sent(cast, box, secret=seal("fout"))
    assert (card.fate, "wachtwoord" in card.told) == ("waiting", True)


def test_a_folder_that_is_not_there_is_told(cast, made, folder):
    with dropbox(folder) as box:
        card = sent(cast, box, address=box.address + "/nergens")
    assert (card.fate, "bestaat niet" in card.told) == ("refused", True)


def test_two_workers_at_once_send_nothing_twice(office, to, made):
    """Both saw it waiting; one claims it, the other leaves it."""
    one_card(to)
    mine, yours = Delivery.objects.get(), Delivery.objects.get()
    assert claim(mine, NOW)
    assert not claim(yours, NOW)
    rounds(2)
    assert (office.created, len(office.cards)) == (1, 1)
