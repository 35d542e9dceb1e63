"""A second reading of the rules, minute by minute, agrees with the engine.

`python ontrafelaar/tests/differential.py 20000` does this for more weeks.
"""

import random
import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from naive.chances import SHIPPED, Case, random_case
from naive.comparing import differences, in_columns
from ontrafelaar import read_shifts

WEEKS = 72
CALM = settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("text", SHIPPED, ids=lambda text: text.split('"')[1])
def test_the_second_reading_knows_the_examples_of_a_pack(text):
    for one in tomllib.loads(text)["example"]:
        shifts = read_shifts(one["in"])
        facts, agreed = one.get("facts", {}), one.get("convention", {})
        assert differences(Case((text,), shifts, facts, agreed)) == []


@pytest.mark.parametrize("number", range(WEEKS))
def test_a_random_week_comes_out_alike(number):
    assert differences(random_case(random.Random(number), number)) == []


@CALM
@given(st.randoms(use_true_random=False))
def test_any_week_comes_out_alike(chance):
    assert differences(random_case(chance)) == []


@pytest.mark.parametrize("number", range(0, WEEKS, 3))
def test_a_random_week_comes_out_alike_in_columns(number):
    pytest.importorskip("numpy", reason="de extra `columnar` is niet geïnstalleerd")
    assert in_columns(random_case(random.Random(number), number)) == []
