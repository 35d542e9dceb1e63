"""A pack that is wrong gives the pack error and nothing else, whatever is wrong.

`python ontrafelaar/tests/fuzzing.py 10` goes on for ten minutes and keeps what is new.
"""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutilating import (
    CORPUS,
    FOLDER,
    SMALL,
    is_whole,
    mutilated,
    scratched,
    told,
    written,
)
from ontrafelaar import PackError
from ontrafelaar.checking import load_file

PACKS = [SMALL, *(file.read_text(encoding="utf-8") for file in FOLDER.glob("*.toml"))]
CALM = settings(deadline=None, max_examples=150)
KEPT = sorted(CORPUS.glob("*.toml"))


def holds(text):
    for error in told(text):
        assert is_whole(error), str(error)


@CALM
@given(st.sampled_from(PACKS), st.randoms(use_true_random=False))
def test_a_damaged_table_is_told(text, chance):
    holds(written(mutilated(chance, tomllib.loads(text))))


@CALM
@given(st.sampled_from(PACKS), st.randoms(use_true_random=False))
def test_a_damaged_text_is_told(text, chance):
    holds(scratched(chance, text))


@settings(CALM, max_examples=50)
@given(st.text())
def test_any_text_is_told(text):
    holds(text)


@settings(CALM, max_examples=50)
@given(st.binary())
def test_any_file_is_told(tmp_path_factory, content):
    file = tmp_path_factory.mktemp("pack") / "kapot.toml"
    file.write_bytes(content)
    with pytest.raises(PackError):
        load_file(file)


@pytest.mark.parametrize("file", KEPT, ids=lambda file: file.stem)
def test_what_was_found_before_is_told(file):
    holds(file.read_text(encoding="utf-8", errors="surrogateescape"))


def test_the_corpus_is_there():
    assert len(KEPT) > 20
