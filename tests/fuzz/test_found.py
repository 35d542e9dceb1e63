"""What ever made a parser stumble gets an answer now, and long input no long one."""

import pytest

from tests.fuzz.growing import READERS, seconds
from tests.fuzz.hunting import kept
from tests.fuzz.stage import set_stage
from tests.fuzz.targets import TARGETS


@pytest.fixture(autouse=True)
def _stage(db):
    set_stage()


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_was_found_before_is_read_or_refused_in_a_sentence(name):
    """`make prove only=fuzz` looks for more; what it finds is kept here."""
    target = TARGETS[name]
    assert len(kept(name)) > 3
    for text in [*target.seeds, *kept(name)]:
        target.read(text)


@pytest.mark.parametrize("name", READERS)
def test_a_long_text_is_read_in_one_go(name):
    """Short first: what grows too fast fails before it hangs."""
    for length in (1_000, 5_000, 20_000):
        took, text = seconds(name, length)
        assert took < 2, (length, text)
