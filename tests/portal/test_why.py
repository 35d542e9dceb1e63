"""'Waarom?' in the dialog: the law above it, the week under it, all while typing."""

import pytest
from django.urls import reverse

from tests.cast import NOW, WEEK, entry, placed, seen
from tests.exchange.handing import agreed
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import Reason


@pytest.fixture
def hours(cast):
    agreed(cast.anker)
    return entry(placed(cast.anker), start="7:00", end="16:00", pause=30)


@pytest.fixture
def at(hours):
    def at(name):
        kwargs = {"client": "anker", "week": WEEK, "entry": hours.pk}
        return reverse(name, kwargs=kwargs)

    return at


def test_the_law_warns_while_typing_with_the_sum_and_the_article(cast, signed_in, at):
    """S8.4: a warning, never a block."""
    anna = signed_in(cast.anna)
    assert 'class="warnings"' not in anna.get(at("entry")).content.decode()
    page = anna.post(at("preview"), {"eind": "21:00"}).content.decode()
    assert "13:30 gewerkt in één dienst; ten hoogste 12:00 (ATW 5:7.2a)" in page


def test_what_can_not_be_judged_stands_with_the_reasons(cast, signed_in, at):
    page = signed_in(cast.anna).get(at("entry")).content.decode()
    reasons = page[page.index('class="reasons"') :]
    assert "16 weken" in reasons
    assert "geldt niet" in reasons


def test_of_who_did_not_work_the_law_says_nothing(cast, signed_in, hours, at):
    hours.end += 300
    hours.save()
    scope = cast.anker.time_entries.all()
    actions.reject(scope, seen(hours), reason=Reason.NO_SHOW, by=cast.anna, at=NOW)
    page = signed_in(cast.anna).get(at("entry")).content.decode()
    assert 'class="warnings"' not in page


def test_the_reasons_are_told_in_english_to_who_reads_no_dutch(cast, signed_in, at):
    cast.anna.language = "en"
    cast.anna.save()
    page = signed_in(cast.anna).get(at("entry")).content.decode()
    assert "does not hold" in page
