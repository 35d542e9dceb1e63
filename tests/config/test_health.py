"""The load balancer asks whether the portal is well."""

import pytest
from django.db import OperationalError, connection
from django.urls import reverse


@pytest.mark.django_db
def test_a_portal_that_is_well_says_ok(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        answer = client.get("/gezond/")
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_without_a_database_it_is_not_well(client, monkeypatch):
    client.raise_request_exception = False

    def gone():
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", gone)
    assert client.get(reverse("health")).status_code == 503
    assert client.get(reverse("ready")).status_code == 503


@pytest.mark.django_db
def test_behind_https_the_load_balancer_still_gets_its_answer(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/gezond/").status_code == 200


@pytest.mark.django_db
def test_nothing_unsafe_is_allowed_on_a_page(client):
    policy = client.get("/gezond/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    for directive in ("default-src 'none'", "script-src 'self'", "base-uri 'none'"):
        assert directive in policy
