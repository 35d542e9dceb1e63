"""S1.2: first an own password; and which passwords are refused."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import PASSWORD, WEEK, member, person

OWN = reverse("own_password")
GOOD = "drie natte laarzen"


@pytest.fixture
def newcomer(cast, client):
    nina = person("Nina Nieuw", email="nina@anker.nl", has_own_password=False)
    member(nina, cast.anker)
    client.post(reverse("account_login"), {"login": "nina", "password": PASSWORD})
    return nina


def choose(client, password, again=None):
    post = {"new_password1": password, "new_password2": again or password}
    return client.post(OWN, post)


@pytest.mark.parametrize(
    "address",
    [
        reverse("home"),
        reverse("clients"),
        reverse("client_home", args=["anker"]),
        reverse("timesheets", args=["anker", WEEK]),
        reverse("timesheets_excel", args=["anker", WEEK]),
        reverse("account_reset_password"),
    ],
)
def test_nothing_else_is_reachable_before(newcomer, client, address):
    assert client.get(address)["Location"] == OWN


def test_hours_cannot_be_sent_before_either(newcomer, client):
    address = reverse("approvals", args=["anker", WEEK])
    assert client.post(address, {"gezien": "1:1"})["Location"] == OWN


def test_after_choosing_everything_opens_and_the_old_one_is_dead(newcomer, client):
    assert choose(client, GOOD)["Location"] == reverse("home")
    newcomer.refresh_from_db()
    assert newcomer.has_own_password
    assert newcomer.check_password(GOOD)
    assert client.get(reverse("client_home", args=["anker"])).status_code == 200


def test_other_sessions_end_when_the_password_changes(newcomer, client):
    elsewhere = Client()
    elsewhere.force_login(newcomer)
    choose(client, GOOD)
    assert elsewhere.get(reverse("clients")).status_code == 302
    assert client.get(reverse("clients")).status_code == 200


def test_the_handed_out_password_is_no_own_one(newcomer, client):
    text = choose(client, PASSWORD).content.decode()
    assert "Dit is het wachtwoord dat je al had" in text


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("kort", "heeft 4 tekens; neem er minstens 10"),
        ("qwertyuiop", "te makkelijk te raden"),
        ("1234567890", "te makkelijk te raden"),
        ("7418529630741", "te makkelijk te raden"),
        ("aaaaaaaaaaaa", "te makkelijk te raden"),
        ("Welkom2026!", "te makkelijk te raden"),
        ("W3lk0m2026!!", "te makkelijk te raden"),
        ("Zomer2026!!!", "te makkelijk te raden"),
        ("Anker2026!!!", "te makkelijk te raden"),
        ("kasdorp-2026", "te makkelijk te raden"),
        ("nina nieuw", "lijkt te veel op je naam"),
        ("nina@anker.nl", "lijkt te veel op je naam"),
    ],
)
def test_what_is_easy_to_guess_is_refused_with_a_sentence(
    newcomer, client, password, why
):
    # P1.2
    answer = choose(client, password)
    assert answer.status_code == 200
    assert why in answer.content.decode()
    assert list(answer.context["form"].errors) == ["new_password1"]


@pytest.mark.parametrize(
    "password",
    [GOOD, "welkom thuis, kat", "8$2x9!04#7q1", "zomerse paprika's", "vRQ2-pk9_Lw0"],
)
def test_what_is_hard_to_guess_is_taken(newcomer, client, password):
    assert choose(client, password).status_code == 302


def test_a_slip_of_the_finger_is_told(newcomer, client):
    text = choose(client, GOOD, "drie natte laarsen").content.decode()
    assert "De twee wachtwoorden zijn niet gelijk" in text


def test_next_leads_on_but_never_out(newcomer, client):
    post = {"new_password1": GOOD, "new_password2": GOOD}
    answer = client.post(f"{OWN}?next=//kwaad.example", post)
    assert answer["Location"] == reverse("home")


def test_who_has_an_own_one_may_choose_another(cast, signed_in):
    assert choose(signed_in(cast.anna), GOOD).status_code == 302
