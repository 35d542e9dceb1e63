"""A card as a file on a real SFTP server: whole, once, and only where it may."""

import socket
from types import SimpleNamespace

import pytest

from tests.cast import NOW
from tests.exchange.dropbox import dropbox
from tests.exchange.handing import fates, one_card, receiver, rounds
from werkbrief.accounts.sealing import seal
from werkbrief.exchange.models import Delivery
from werkbrief.exchange.transports import sftp


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


def test_the_same_card_again_is_the_same_file(cast, made, folder):
    with dropbox(folder) as box:
        card = sent(cast, box)
        Delivery.objects.update(fate="waiting", due=NOW)
        rounds(2)
    assert fates() == ["delivered"]
    (file,) = (folder / "in").iterdir()
    assert file.read_text() == card.message


def test_a_server_that_says_nothing_is_left_and_tried_again(cast, made, monkeypatch):
    monkeypatch.setattr(sftp, "TIMEOUT", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        where = SimpleNamespace(
            address=f"sftp://127.0.0.1:{silent.getsockname()[1]}/in", fingerprint="x"
        )
        card = sent(cast, where)
    assert (card.fate, card.tries) == ("waiting", 1)
    assert "niet te bereiken" in card.told


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
