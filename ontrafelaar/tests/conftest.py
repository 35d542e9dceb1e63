"""A pack of two lines, for tests that are about one rule; needs no Django."""

from datetime import date

import pytest

from ontrafelaar import unravel
from ontrafelaar.notation import read_facts, read_shifts
from ontrafelaar.reading import read_pack

HEAD = """
[cao]
id = "klein"
name = "Kleine cao"
valid = 2020-01-01
source = "art. 1"
"""


@pytest.fixture
def small():
    """Rules and a stack in, a pack out."""

    def small(rules, pay, *, cao="", rest=""):
        return read_pack(
            f"{HEAD}{cao}\n[rules]\n{rules}\n[stack]\npay = {pay!r}\n{rest}"
        )

    return small


@pytest.fixture
def lines():
    """Shifts in the notation in, the line of the notation out."""

    def lines(pack, shifts, *, facts=None, **more):
        return str(
            unravel(read_shifts(shifts), pack, facts=read_facts(facts or {}), **more)
        )

    return lines


@pytest.fixture
def tuesday():
    return date(2026, 2, 3)
