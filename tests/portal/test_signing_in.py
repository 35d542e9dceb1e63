"""S1.1: signing in by user name or e-mail address; nothing tells who has an account."""

import pytest
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher as Hasher
from django.urls import reverse

from tests.cast import PASSWORD, WEEK, person

LOGIN = reverse("account_login")
WRONG = "horen niet bij elkaar"


@pytest.fixture
def anna(cast):
    cast.anna.email = "Anna@Anker.nl"
    cast.anna.save()
    return cast.anna


@pytest.fixture
def sign_in(client):
    def sign_in(login, password=PASSWORD, query=""):
        return client.post(LOGIN + query, {"login": login, "password": password})

    return sign_in


@pytest.mark.parametrize(
    "login", ["anna", "ANNA", " Anna ", "anna@anker.nl", "ANNA@anker.NL"]
)
def test_a_name_or_an_address_signs_in_capitals_or_not(anna, sign_in, client, login):
    answer = sign_in(login)
    assert (answer.status_code, answer["Location"]) == (302, reverse("home"))
    assert client.session["_auth_user_id"] == str(anna.pk)


def test_a_user_name_may_be_an_e_mail_address(db, sign_in, client):
    # D1.1
    jan = person("Jan", username="Jan@Boot.nl")
    sign_in("JAN@boot.nl")
    assert client.session["_auth_user_id"] == str(jan.pk)


def test_capitals_in_the_password_do_matter(anna, sign_in):
    assert WRONG in sign_in("anna", PASSWORD.upper()).content.decode()


def test_an_address_that_two_people_share_signs_in_neither(anna, sign_in):
    person("Bea", email="anna@anker.nl")
    assert WRONG in sign_in("anna@anker.nl").content.decode()
    assert sign_in("bea").status_code == 302


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("anna", "mis"),
        ("anna@anker.nl", "mis"),
        ("niemand", "mis"),
        ("niemand@nergens.nl", "mis"),
        ("weg", PASSWORD),
    ],
)
def test_every_failure_reads_the_same(anna, sign_in, login, password):
    """A wrong password, no account, an account that was closed."""
    person("Weg", is_active=False)
    answer = sign_in(login, password)
    assert answer.status_code == 200
    errors = answer.context["form"].errors
    assert list(errors) == ["__all__"]
    assert errors["__all__"][0].startswith("Deze gebruikersnaam en dit wachtwoord")


def test_the_password_is_hashed_once_per_try(anna, sign_in, monkeypatch):
    """So a failure takes as long with an account as without one (P1.8)."""
    hashed = []
    verify, encode = Hasher.verify, Hasher.encode
    monkeypatch.setattr(Hasher, "verify", lambda *a: hashed.append(1) or verify(*a))
    monkeypatch.setattr(Hasher, "encode", lambda *a: hashed.append(1) or encode(*a))
    person("Weg", is_active=False)
    for login in ("anna", "anna@anker.nl", "niemand", "weg"):
        hashed.clear()
        sign_in(login, "mis")
        assert len(hashed) == 1, login


@pytest.mark.parametrize("login", ["", " ", "a\0b", "x" * 1000, "'; DROP TABLE"])
def test_strange_names_get_a_sentence(anna, sign_in, login):
    assert sign_in(login).status_code == 200


def test_the_session_gets_a_new_key(anna, client):
    """What an attacker planted before signing in is worth nothing after it."""
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key
    client.post(LOGIN, {"login": "anna", "password": PASSWORD})
    assert client.session.session_key != before
    client.cookies[settings.SESSION_COOKIE_NAME] = before
    assert client.get(reverse("clients")).status_code == 302


@pytest.mark.parametrize(
    "target",
    [
        "https://kwaad.example/",
        "//kwaad.example",
        "/\\kwaad.example",
        "javascript:alert(1)",
        "https:kwaad.example",
    ],
)
def test_next_never_leads_out_of_the_portal(anna, sign_in, target):
    assert sign_in("anna", query=f"?next={target}")["Location"] == reverse("home")


def test_next_leads_to_the_page_that_was_asked_for(anna, client, sign_in):
    week = reverse("timesheets", args=["anker", WEEK]) + "?zoek=kow"
    asked = client.get(week)["Location"]
    assert asked.startswith(LOGIN)
    assert sign_in("anna", query=asked.removeprefix(LOGIN))["Location"] == week


def test_signing_out_ends_the_session_on_the_server(anna, sign_in, client):
    sign_in("anna")
    old = client.cookies[settings.SESSION_COOKIE_NAME].value
    answer = client.post(reverse("account_logout"), follow=True)
    assert "Je bent uitgelogd." in answer.content.decode()
    client.cookies[settings.SESSION_COOKIE_NAME] = old
    assert client.get(reverse("clients")).status_code == 302


def test_a_link_alone_signs_nobody_out(anna, sign_in, client):
    sign_in("anna")
    assert client.get(reverse("account_logout")).status_code == 200
    assert client.get(reverse("clients")).status_code == 200


def test_who_is_in_already_goes_on(cast, signed_in):
    assert signed_in(cast.anna).get(LOGIN)["Location"] == reverse("home")


def test_the_sign_in_page_is_never_kept(client, db):
    assert "no-store" in client.get(LOGIN)["Cache-Control"]


def test_the_page_is_dutch_and_labels_its_fields(client, db):
    text = client.get(LOGIN).content.decode()
    for word in ("Gebruikersnaam of e-mailadres", "Wachtwoord", "Inloggen"):
        assert word in text
    for word in ("placeholder", "Password", "Aanmelden", "Sign In"):
        assert word not in text
