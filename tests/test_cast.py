"""The cast stands on stage as the tests believe."""

import pytest
from django.contrib.auth import authenticate
from django.urls import reverse

from tests.cast import NOW, PASSWORD, WEEK, crowd, entry, placed
from werkbrief.timesheets.reads import entries_for
from werkbrief.words.clock import instant


def test_anna_sees_anker_and_not_boot(cast):
    mine = entry(placed(cast.anker))
    entry(placed(cast.boot))
    assert list(entries_for(cast.annas)) == [mine]


def test_the_whole_week_has_been_worked_on_monday_morning(cast):
    assert all(made.end <= instant(NOW) for made in crowd(cast.anker, 3, days=7))
    assert cast.anker.time_entries.in_week(WEEK).count() == 21


@pytest.mark.parametrize("name", ["anna", "bram", "coco", "jet", "dina", "daan"])
def test_everybody_signs_in_with_an_own_password(cast, rf, name):
    user = authenticate(rf.get("/"), username=name, password=PASSWORD)
    assert user == getattr(cast, name)
    assert user.has_own_password


def test_coco_hires_nowhere(cast, signed_in):
    coco = signed_in(cast.coco)
    assert coco.get(reverse("client_home", args=["anker"])).status_code == 404
