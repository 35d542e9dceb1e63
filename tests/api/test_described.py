"""Whatever is sent, the answer is one that the description foresees."""

import pytest
import schemathesis
from django.core import signals
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from tests.cast import crowd, entry, placed
from tests.exchange.handing import agreed, approved, receiver
from werkbrief.config.wsgi import application
from werkbrief.exchange.models import Scope

CHECKED = (
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
    checks.unsupported_method,
)


@pytest.fixture
def open_line():
    """As Django's own test browser does: a request does not close the connection."""
    signals.request_started.disconnect(close_old_connections)
    signals.request_finished.disconnect(close_old_connections)
    yield
    signals.request_started.connect(close_old_connections)
    signals.request_finished.connect(close_old_connections)


@pytest.fixture
def described(cast, token_of, open_line):
    """A house with something in it, and its own description."""
    agreed(cast.anker)
    crowd(cast.anker, 2)
    approved(cast, placed(cast.anker))
    entry(placed(cast.boot))
    receiver(cast)
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    schema.secret = token_of(*Scope).secret
    return schema


ENOUGH = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("mode", GenerationMode)
def test_no_answer_is_undescribed(described, mode):
    headers = {"Authorization": f"Bearer {described.secret}", "Host": "localhost"}
    tried = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @ENOUGH
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case):
            case.call_and_validate(headers=headers, checks=CHECKED)

        ask()
        tried += 1
    assert tried > 15
