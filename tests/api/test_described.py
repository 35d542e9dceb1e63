"""Whatever is sent, the answer is one that the description foresees.

A few questions of each sort; `make prove only=interface` asks three hundred.
"""

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from tests.cast import MONDAY, crowd, entry, placed
from tests.exchange.files import csv, shift
from tests.exchange.handing import agreed, approved, receiver
from werkbrief.api import access
from werkbrief.config.whole import WholeRequests
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
def described(cast, token_of, open_line, monkeypatch):
    """A house with something in it, and its own description."""
    monkeypatch.setattr(access, "A_MINUTE", 10**9)
    agreed(cast.anker)
    crowd(cast.anker, 2)
    approved(cast, placed(cast.anker))
    entry(placed(cast.boot))
    receiver(cast)
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", WholeRequests())
    schema.secret = token_of(*Scope).secret
    return schema


MANY = int(os.environ.get("INTERFACE_EXAMPLES", "0"))
ENOUGH = settings(
    max_examples=MANY or 6,
    deadline=None,
    derandomize=not MANY,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def headers(described):
    return {"Authorization": f"Bearer {described.secret}", "Host": "localhost"}


@pytest.mark.parametrize("mode", GenerationMode)
def test_no_answer_is_undescribed(described, headers, mode):
    tried = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @ENOUGH
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case):
            assume(_arrives(case))
            case.call_and_validate(headers=headers, checks=CHECKED)

        ask()
        tried += 1
    assert tried > 15


def _arrives(case):
    """An address has no way to write nothing: such a parameter is not sent at all."""
    return not any(value in (None, [], {}) for value in (case.query or {}).values())


PEOPLE = ("Loonnummer", "Naam", "Opdrachtgever", "Functie", "Begindatum")


@pytest.mark.parametrize("background", [False, True])
@pytest.mark.parametrize(
    ("what", "content"),
    [
        ("people", csv(("7", "Vos, Mo", "Anker", "Inpakker", MONDAY), header=PEOPLE)),
        ("people", csv(("7", "", "Anker", "", "gisteren"), header=PEOPLE)),
        ("planning", csv(shift(MONDAY), shift("gisteren"))),
        ("hours", csv(shift(MONDAY))),
    ],
    ids=["people", "people-wrong", "planning-wrong", "hours"],
)
def test_no_answer_to_a_file_is_undescribed(
    described, headers, what, content, background
):
    case = described["/api/v1/imports"]["POST"].Case(
        query={"what": what, "background": background},
        headers={"Content-Type": "application/octet-stream"},
        body=content,
        media_type="application/octet-stream",
    )
    case.call_and_validate(headers=headers, checks=CHECKED)
