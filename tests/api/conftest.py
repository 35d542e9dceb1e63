"""A machine of Kasdorp's, with a token."""

import json

import pytest
from django.test import Client as Browser

from tests.cast import NOW
from werkbrief.exchange.actions import TokenWish, issue_token
from werkbrief.exchange.models import Scope


class Machine:
    """Calls the interface with a secret; answers as (status, body, headers)."""

    def __init__(self, secret):
        self.browser, self.secret = Browser(), secret

    def __call__(self, method, path, body=None, **headers):
        content = body if isinstance(body, bytes) else json.dumps(body or {}).encode()
        if self.secret:
            headers["Authorization"] = f"Bearer {self.secret}"
        return self.browser.generic(
            method,
            f"/api/v1{path}",
            content,
            content_type="application/json",
            headers=headers,
        )


@pytest.fixture
def token_of(cast):
    """Make a machine with these scopes (all of them by default)."""

    def make(*scopes, agency=None, clients=None, by=None):
        wish = TokenWish(agency or cast.agency, "loon", scopes or list(Scope), clients)
        token, secret = issue_token(wish, by=by or cast.jet, at=NOW)
        machine = Machine(secret)
        machine.token = token
        return machine

    return make


@pytest.fixture
def machine(token_of):
    return token_of()


@pytest.fixture
def stranger():
    return Machine("")
