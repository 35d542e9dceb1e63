"""A forgotten password: by mail, once, and without telling who has an account."""

import re
from datetime import timedelta
from threading import Event

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import PASSWORD, member, person
from tests.postbox import LONG
from werkbrief.notices.actions import post_due
from werkbrief.notices.models import Letter

FORGOTTEN = reverse("account_reset_password")
NEW = "drie natte laarzen"


@pytest.fixture
def anna(cast):
    cast.anna.email = "anna@anker.nl"
    cast.anna.save()
    return cast.anna


def ask(client, email="anna@anker.nl"):
    return client.post(FORGOTTEN, {"email": email})


def link(letter):
    text = letter.get_body(("plain",)).get_content()
    return re.search(r"http://testserver(\S+)", text)[1]


def test_the_mail_is_dutch_in_text_and_html_with_one_button(postbox, anna, client):
    ask(client)
    to, letter = postbox.next()
    assert to == ["anna@anker.nl"]
    assert letter["Subject"] == "Nieuw wachtwoord voor het urenportaal"
    html = letter.get_body(("html",)).get_content()
    assert html.count("<a ") == 1
    assert link(letter) in html
    for text in (html, letter.get_body(("plain",)).get_content()):
        assert "Kies een nieuw wachtwoord" in text
        assert "vier uur" in text
        assert "anna" in text


def test_the_link_opens_once(postbox, anna, client):
    # P1.4
    ask(client)
    address = link(postbox.next()[1])
    form = client.get(address, follow=True)
    assert "Nieuw wachtwoord" in form.content.decode()
    assert address not in form.request["PATH_INFO"], "the key leaves the address"
    post = {"password1": NEW, "password2": NEW}
    done = client.post(form.request["PATH_INFO"], post, follow=True)
    assert "Het wachtwoord is gewijzigd" in done.content.decode()
    anna.refresh_from_db()
    assert anna.check_password(NEW)
    again = client.get(address, follow=True).content.decode()
    assert "al gebruikt of te oud" in again
    client.post(form.request["PATH_INFO"], post | {"password1": "x"})
    anna.refresh_from_db()
    assert anna.check_password(NEW)


def test_the_link_grows_old(postbox, anna, client, settings):
    ask(client)
    address = link(postbox.next()[1])
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert "te oud" in client.get(address, follow=True).content.decode()


def test_a_new_request_leaves_the_older_link_but_a_new_password_kills_both(
    postbox, anna, client
):
    ask(client)
    ask(client)
    first, second = link(postbox.next()[1]), link(postbox.next()[1])
    form = client.get(second, follow=True).request["PATH_INFO"]
    client.post(form, {"password1": NEW, "password2": NEW})
    assert "te oud" in client.get(first, follow=True).content.decode()


def test_a_password_from_the_mail_is_an_own_one(postbox, cast, client):
    nina = person("Nina", email="nina@anker.nl", has_own_password=False)
    ask(client, "NINA@anker.nl")
    to, letter = postbox.next()
    assert to == ["nina@anker.nl"], "to the address as we know it"
    form = client.get(link(letter), follow=True).request["PATH_INFO"]
    refused = client.post(form, {"password1": PASSWORD, "password2": PASSWORD})
    assert "wachtwoord dat je al had" in refused.content.decode()
    client.post(form, {"password1": NEW, "password2": NEW})
    nina.refresh_from_db()
    assert nina.has_own_password


def test_a_slip_of_the_finger_is_told_in_dutch(postbox, anna, client):
    ask(client)
    form = client.get(link(postbox.next()[1]), follow=True).request["PATH_INFO"]
    text = client.post(form, {"password1": NEW, "password2": "anders"}).content.decode()
    assert "De twee wachtwoorden zijn niet gelijk" in text


def test_a_new_password_takes_the_lock_off(postbox, anna, client):
    for _ in range(6):
        client.post(reverse("account_login"), {"login": "anna", "password": "mis"})
    ask(client)
    form = client.get(link(postbox.next()[1]), follow=True).request["PATH_INFO"]
    client.post(form, {"password1": NEW, "password2": NEW})
    post = {"login": "anna", "password": NEW}
    assert client.post(reverse("account_login"), post).status_code == 302


def test_whoever_asks_gets_the_same_answer(postbox, anna, client):
    # P1.8
    person("Weg", email="weg@anker.nl", is_active=False)
    known, unknown, gone = (
        ask(client, f"{name}@anker.nl") for name in ("anna", "niemand", "weg")
    )
    for answer in (known, unknown, gone):
        assert answer.status_code == 302
        assert answer["Location"] == known["Location"]
    text = client.get(known["Location"]).content.decode()
    assert "Hoort dit adres bij een account" in text
    postbox.next()
    assert postbox.letters.empty(), "the closed account gets no mail"


def test_the_answer_does_not_wait_for_the_letter(anna, client, monkeypatch):
    """Else whoever holds a watch learns who has an account."""
    answered, done = Event(), Event()

    def write(*_args, **_kwargs):
        if answered.wait(LONG):
            done.set()

    monkeypatch.setattr("werkbrief.config.signing_in.tell_reset", write)
    assert ask(client).status_code == 302
    assert not done.is_set()
    answered.set()
    assert done.wait(LONG)


def test_a_mail_server_that_is_gone_breaks_no_page_and_loses_no_letter(
    postbox, settings, anna, client
):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 9
    assert ask(client).status_code == 302
    settings.EMAIL_PORT = port
    later = timezone.now() + timedelta(minutes=3)
    assert post_due(at=later) == 1
    assert "Nieuw wachtwoord" in client.get(link(postbox.next()[1]), follow=True).text
    assert Letter.objects.get().text == "", "no link stays behind"


def test_who_is_of_two_agencies_gets_a_letter_of_neither(postbox, cast, anna, client):
    member(anna, cast.duin)
    ask(client)
    assert "Kasdorp" not in postbox.next()[1].as_string()
    assert not Letter.objects.exists(), "no agency has a term for it"


@pytest.mark.parametrize("email", ["", "geen adres", "a\0@b.nl", "x" * 400])
def test_what_is_no_address_gets_a_sentence(anna, client, email):
    assert ask(client, email).status_code == 200


@pytest.mark.parametrize(
    "key", ["1-x", "zzzzzzzzzzzzzz-x", "1-" + "a" * 5000, "0-set-password"]
)
def test_a_guessed_link_is_refused_without_a_word_about_whom(anna, client, key):
    answer = client.get(f"/wachtwoord/nieuw/{key}/")
    assert answer.status_code == 200
    assert "al gebruikt of te oud" in answer.content.decode()
