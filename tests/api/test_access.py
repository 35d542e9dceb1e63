"""A token opens what it was made for, and nothing of anybody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.api.conftest import Machine
from tests.cast import NOW, WEEK, entry, placed
from tests.exchange.files import whole_database
from tests.exchange.handing import agreed, approved, hand_over, receiver
from werkbrief.api import access
from werkbrief.exchange.actions import revoke_token, rotate_token
from werkbrief.exchange.models import ApiToken, Scope

KIND = "application/problem+json"


def test_without_a_token_there_is_nothing(db, stranger):
    answer = stranger("GET", "/clients")
    assert (answer.status_code, answer["Content-Type"]) == (401, KIND)
    assert answer["WWW-Authenticate"] == "Bearer"
    assert Machine("wb_geraden")("GET", "/clients").status_code == 401


def test_the_secret_is_nowhere_in_the_database(machine):
    assert machine.secret not in whole_database()
    assert machine.token.digest != machine.secret


def test_a_revoked_token_opens_nothing(cast, machine):
    revoke_token(machine.token, by=cast.jet, at=NOW)
    assert machine("GET", "/clients").status_code == 401


def test_a_rotated_token_works_for_another_day_beside_the_new_one(cast, machine):
    _, secret = rotate_token(machine.token, by=cast.jet, at=timezone.now())
    assert machine("GET", "/clients").status_code == 200
    assert Machine(secret)("GET", "/clients").status_code == 200
    ApiToken.objects.filter(pk=machine.token.pk).update(
        expires=timezone.now() - timedelta(seconds=1)
    )
    assert machine("GET", "/clients").status_code == 401


def test_a_token_for_one_client_sees_no_other(cast, token_of):
    machine = token_of(clients=[cast.anker])
    slugs = [one["slug"] for one in machine("GET", "/clients").json()["items"]]
    assert slugs == ["anker"]
    boots = entry(placed(cast.boot))
    assert machine("GET", f"/clients/boot/weeks/{WEEK}/entries").status_code == 404
    assert machine("GET", f"/entries/{boots.pk}").status_code == 404
    assert machine("GET", "/receivers").status_code == 404
    assert machine("POST", "/imports", b"x").status_code == 404


def test_another_agencys_ids_do_not_exist(cast, token_of):
    agreed(cast.anker)
    mine = approved(cast, placed(cast.anker))
    to = receiver(cast)
    (delivery,) = hand_over(to).values()
    theirs = token_of(agency=cast.other_agency, by=cast.daan)
    for method, path, body in (
        ("GET", f"/clients/anker/weeks/{WEEK}/shifts", None),
        ("GET", f"/clients/anker/weeks/{WEEK}/entries", None),
        ("GET", f"/clients/anker/weeks/{WEEK}/pay-lines", None),
        ("GET", f"/entries/{mine.pk}", None),
        ("PATCH", f"/entries/{mine.pk}", {"start": "8:00"}),
        ("PUT", f"/entries/{mine.pk}/decision", {"verdict": "approved"}),
        ("POST", f"/receivers/{to.pk}/batches", {"week": str(WEEK)}),
        ("GET", f"/batches/{delivery.batch_id}", None),
    ):
        assert theirs(method, path, body).status_code == 404, path


@pytest.mark.parametrize(
    ("scope", "method", "path"),
    [
        (Scope.PLANNING, "GET", f"/clients/anker/weeks/{WEEK}/shifts"),
        (Scope.ENTRIES, "GET", f"/clients/anker/weeks/{WEEK}/entries"),
        (Scope.PAY, "GET", f"/clients/anker/weeks/{WEEK}/pay-lines"),
        (Scope.DELIVER, "GET", "/receivers"),
        (Scope.WEBHOOKS, "GET", "/webhooks"),
    ],
)
def test_what_a_token_may_not_does_not_exist(token_of, scope, method, path):
    assert token_of(scope)(method, path).status_code == 200
    others = [other for other in Scope if other != scope]
    assert token_of(*others)(method, path).status_code == 404


def test_who_asks_too_much_is_told_how_long_to_wait(machine, monkeypatch):
    monkeypatch.setattr(access, "A_MINUTE", 2)
    codes = [machine("GET", "/clients").status_code for _ in range(3)]
    late = machine("GET", "/clients")
    if codes[2] == 200:  # the minute turned between two calls
        pytest.skip("de minuut sloeg net om")
    assert (late.status_code, late["Content-Type"]) == (429, KIND)
    assert 0 < int(late["Retry-After"]) <= 60
