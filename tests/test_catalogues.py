"""English and Polish are complete, and what is compiled is what was translated."""

import re

import pytest
from django.utils.translation import gettext, override

from make.catalogues import (
    CATALOGUES,
    LANGUAGES,
    SOURCE_LANGUAGE,
    compiled,
    in_dutch,
    in_step,
    texts,
    translated,
)

MANY_WORDS = 4
PART = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_has_a_translation(language):
    """Red? `python -m make.catalogues` adds the new texts; then translate them."""
    missing = [m.id for m in in_step(language) if m.id and not translated(m.string)]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_ships_is_what_was_translated(language):
    mo = CATALOGUES / language / "LC_MESSAGES/django.mo"
    assert mo.read_bytes() == compiled(in_step(language))


def test_dutch_ships_as_it_stands_in_the_source():
    mo = CATALOGUES / SOURCE_LANGUAGE / "LC_MESSAGES/django.mo"
    assert mo.read_bytes() == compiled(in_dutch())


def test_dutch_stays_what_stands_in_the_source():
    """Django's own catalogue makes "Voorpagina" of "Home"."""
    with override(SOURCE_LANGUAGE):
        ours = [m.id for m in texts() if isinstance(m.id, str) and not m.context]
        assert [text for text in ours if text and gettext(text) != text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_in_the_same_parts(language):
    """A part that is left out or made up would break the page."""
    for message in in_step(language):
        forms = [message.id] if isinstance(message.id, str) else message.id
        told = [message.string] if isinstance(message.string, str) else message.string
        wanted = set(PART.findall(forms[-1]))
        for text in told:
            assert not set(PART.findall(text)) - wanted, message.id
        assert set(PART.findall(told[-1])) == wanted, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_the_dutch_itself(language):
    """Short ones may be alike; a sentence never is."""
    alike = [
        message.id
        for message in in_step(language)
        if message.string == message.id
        and len(PART.sub("", message.id).split()) >= MANY_WORDS
    ]
    assert alike == []
