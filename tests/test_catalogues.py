"""English and Polish are complete, and what is compiled is what was translated."""

import pytest

from make.catalogues import CATALOGUES, LANGUAGES, compiled, in_step, translated


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_has_a_translation(language):
    """Red? `python -m make.catalogues` adds the new texts; then translate them."""
    missing = [m.id for m in in_step(language) if m.id and not translated(m.string)]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_ships_is_what_was_translated(language):
    mo = CATALOGUES / language / "LC_MESSAGES/django.mo"
    assert mo.read_bytes() == compiled(in_step(language))
