"""What goes wrong is told in Dutch, with a way out and whom to call."""

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client as Browser
from django.urls import reverse

from tests.cast import PASSWORD, WEEK, member
from werkbrief.config import sessions
from werkbrief.exchange.models import ApiToken
from werkbrief.portal.views import timesheets

PHONE = "0174 123456"
TIMESHEETS = reverse("timesheets", args=["anker", WEEK])


def test_a_form_that_is_too_old_says_so_and_keeps_the_phone_number(cast):
    browser = Browser(enforce_csrf_checks=True)
    browser.force_login(cast.anna)
    address = reverse("approvals", args=["anker", WEEK])
    answer = browser.post(address, {"gezien": "1:1"})
    text = answer.content.decode()
    assert answer.status_code == 403
    assert "Deze pagina was te oud" in text
    assert "Er is niets opgeslagen" in text
    assert PHONE in text


def test_signing_in_from_a_page_of_before_is_told_too(cast):
    browser = Browser(enforce_csrf_checks=True)
    post = {"login": "anna", "password": PASSWORD}
    answer = browser.post(reverse("account_login"), post)
    assert "Deze pagina was te oud" in answer.content.decode()


def test_a_page_that_is_not_there_has_a_way_back_and_a_phone_number(cast, signed_in):
    answer = signed_in(cast.anna).get("/klanten/boot/")
    assert answer.status_code == 404
    text = answer.content.decode()
    assert "Deze pagina is er niet" in text
    assert PHONE in text
    assert "Boot" not in text


def test_what_breaks_here_says_whom_to_call_and_asks_no_database(
    cast, client, monkeypatch
):
    client.force_login(cast.anna)
    client.raise_request_exception = False

    def fall(*_args, **_kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(timesheets, "week_sheet", fall)
    answer = client.get(TIMESHEETS)
    text = answer.content.decode()
    assert answer.status_code == 500
    assert "Er ging iets mis aan onze kant" in text
    assert PHONE in text
    assert "ZeroDivision" not in text


def test_a_host_that_is_not_ours_gets_no_page_of_ours(client, db):
    answer = client.get(reverse("account_login"), headers={"host": "kwaad.example"})
    assert answer.status_code == 400
    assert "niet te lezen" in answer.content.decode()
    assert "kwaad" not in answer.content.decode()


def test_only_who_has_more_clients_is_offered_another(cast, signed_in):
    """S1.3, S1.5: the screen always says which client is on it."""
    anna = signed_in(cast.anna)
    one = anna.get(TIMESHEETS).content.decode()
    assert "<b>Anker</b>" in one
    assert "Andere opdrachtgever" not in one
    member(cast.anna, cast.boot)
    assert "Andere opdrachtgever kiezen" in anna.get(TIMESHEETS).content.decode()
    choice = anna.get(reverse("clients")).content.decode()
    assert "Anker" in choice
    assert "Boot" in choice


@pytest.mark.parametrize(
    ("rights", "titles"),
    [
        ([], ["Home"]),
        (["see_timesheets"], ["Home", "Werkbriefjes"]),
        (
            ["see_planning", "see_check"],
            ["Home", "Werkplanning", "Werkbriefjes controle"],
        ),
    ],
)
def test_the_menu_and_the_tiles_hold_what_the_rights_allow(
    cast, signed_in, rights, titles
):
    """S2.1, S2.2"""
    cast.annas.rights = rights
    cast.annas.save()
    answer = signed_in(cast.anna).get(reverse("client_home", args=["anker"]))
    assert [item.title for item in answer.context["menu"]] == titles
    text = answer.content.decode()
    for title in ("Werkplanning", "Werkbriefjes", "Werkbriefjes controle"):
        assert (f"<h2>{title}</h2>" in text) == (title in titles)


LULLS = [
    (OperationalError("connection refused"), "even niet te bereiken", 30),
    (InterfaceError("connection already closed"), "even niet te bereiken", 30),
    (OperationalError("database or disk is full"), "geen ruimte meer", 300),
    (OperationalError("database is locked"), "Iemand anders is hier", 5),
    (OperationalError("canceling statement due to lock timeout"), "Iemand anders", 5),
]


@pytest.mark.parametrize("lull", LULLS)
def test_a_database_that_is_away_is_said_with_a_moment_to_come_back(
    cast, client, monkeypatch, lull
):
    trouble, sentence, seconds = lull
    client.force_login(cast.anna)
    client.raise_request_exception = False

    def fall(*_args, **_kwargs):
        raise trouble

    monkeypatch.setattr(timesheets, "week_sheet", fall)
    page = client.get(TIMESHEETS)
    assert (page.status_code, page["Retry-After"]) == (503, str(seconds))
    assert page["Refresh"] == str(seconds)
    assert sentence in page.content.decode()
    assert PHONE in page.content.decode()
    piece = client.get(TIMESHEETS, headers={"X-Requested-With": "fetch"})
    assert piece.status_code == 503
    assert "Refresh" not in piece
    assert piece.content.decode().startswith('<div id="refusal"')


def test_a_database_that_is_away_at_the_door_is_said_too(db, client, monkeypatch):
    """Before anybody is known: in the browser's language."""
    client.raise_request_exception = False

    def gone(*_args, **_kwargs):
        raise OperationalError

    client.cookies["werkbrief"] = "x" * 32
    monkeypatch.setattr(sessions, "_session", gone)
    page = client.get("/", headers={"accept-language": "en"})
    assert page.status_code == 503
    assert "Try again" in page.content.decode()


def test_a_machine_hears_of_it_as_a_problem(db, client, monkeypatch):
    client.raise_request_exception = False

    def gone(*_args, **_kwargs):
        raise OperationalError

    monkeypatch.setattr(ApiToken.objects, "filter", gone)
    monkeypatch.setattr(ApiToken.objects, "select_related", gone)
    headers = {"authorization": "Bearer wb_iets"}
    answer = client.get("/api/v1/clients", headers=headers)
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert answer["Content-Type"] == "application/problem+json"
