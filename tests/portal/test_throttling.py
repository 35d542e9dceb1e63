"""Too many failed tries: a lock, a clear sentence, and until when."""

import re
import time

import pytest
from django.urls import reverse

from tests.cast import PASSWORD
from werkbrief.words.clock import clock

LOGIN = reverse("account_login")
LOCK = "Te veel mislukte pogingen"


@pytest.fixture
def fail(client, cast):
    def fail(times, login="anna", **extra):
        post = {"login": login, "password": "mis"}
        return [client.post(LOGIN, post, **extra) for _ in range(times)][-1]

    return fail


def sentence(answer):
    return answer.context["form"].errors["__all__"][0]


def test_after_five_failures_even_the_right_password_waits(fail, client):
    # P1.3
    assert LOCK not in sentence(fail(5))
    answer = client.post(LOGIN, {"login": "anna", "password": PASSWORD})
    assert LOCK in sentence(answer)
    assert "_auth_user_id" not in client.session


def test_the_sentence_says_when_to_come_back_and_that_is_true(
    fail, client, monkeypatch
):
    # P1.3
    now = time.time()
    fail(5)
    told = re.search(r"vanaf (\d\d:\d\d)", sentence(fail(1)))[1]
    assert told in {clock(int(now + 300) // 60 + n) for n in (0, 1)}
    monkeypatch.setattr(time, "time", lambda: now + 361)
    answer = client.post(LOGIN, {"login": "anna", "password": PASSWORD})
    assert answer.status_code == 302


def test_capitals_make_no_second_chance(fail):
    fail(3)
    fail(2, "ANNA")
    assert LOCK in sentence(fail(1, " Anna "))


def test_a_name_that_does_not_exist_is_locked_just_the_same(fail):
    assert LOCK in sentence(fail(6, "niemand"))


def test_another_person_is_not_in_the_way(fail, client):
    fail(6)
    answer = client.post(LOGIN, {"login": "bram", "password": PASSWORD})
    assert answer.status_code == 302


def test_one_address_that_tries_many_names_is_locked(fail, client):
    for number in range(20):
        fail(1, f"naam{number}")
    answer = client.post(LOGIN, {"login": "bram", "password": PASSWORD})
    assert LOCK in sentence(answer)


def test_a_success_does_not_wipe_the_failures(fail, client):
    fail(4)
    client.post(LOGIN, {"login": "anna", "password": PASSWORD})
    client.logout()
    fail(1)
    assert LOCK in sentence(fail(1))


def test_a_visitor_cannot_choose_an_address_of_their_own(fail):
    """X-Forwarded-For counts only behind https, where a proxy stands."""
    for number in range(20):
        fail(1, f"naam{number}", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}")
    answer = fail(1, "bram", HTTP_X_FORWARDED_FOR="10.0.0.99")
    assert LOCK in sentence(answer)


def test_behind_the_proxy_each_visitor_counts_alone(fail, client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(20):
        fail(1, f"naam{number}", HTTP_X_FORWARDED_FOR="9.9.9.9, 10.0.0.1")
    post = {"login": "bram", "password": PASSWORD}
    answer = client.post(LOGIN, post, HTTP_X_FORWARDED_FOR="9.9.9.9, 10.0.0.2")
    assert answer.status_code == 302


def test_too_many_requests_get_a_dutch_page(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    for _ in range(2):
        answer = client.post(LOGIN, {"login": "x", "password": "y"})
    assert answer.status_code == 429
    assert "Even wachten" in answer.content.decode()
