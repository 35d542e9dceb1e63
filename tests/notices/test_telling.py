"""A worker hears of a changed shift, and of nothing else (S6.9)."""

from datetime import timedelta

import pytest

from tests.cast import NOW, placed, shift
from werkbrief.accounts.models import Language
from werkbrief.notices.actions import tell_workers
from werkbrief.notices.models import Letter
from werkbrief.planning.models import Shift
from werkbrief.staffing.actions import give_link, revoke_link

NEXT_MONDAY = (NOW + timedelta(days=7)).date()


@pytest.fixture
def planned(cast):
    return shift(placed(cast.anker), NEXT_MONDAY)


@pytest.fixture
def link(cast, planned):
    link = give_link(
        planned.worker, Language.PL, email="anna@example.org", by=cast.jet, at=NOW
    )
    tell_workers(at=NOW)
    return link


def test_a_first_look_is_no_change(link):
    assert not Letter.objects.exists()


def test_other_times_are_told_in_the_workers_language(link, planned):
    Shift.objects.filter(pk=planned.pk).update(end=planned.end + 60)
    assert tell_workers(at=NOW + timedelta(minutes=1)) == 1
    letter = Letter.objects.get()
    assert letter.subject == "Twoje zmiany zostały zmienione"
    assert "07:30–16:00" in letter.text
    assert "07:30–17:00" in letter.text
    assert link.token in letter.text


def test_the_same_change_is_told_once(link, planned):
    Shift.objects.filter(pk=planned.pk).update(end=planned.end + 60)
    tell_workers(at=NOW + timedelta(minutes=1))
    assert tell_workers(at=NOW + timedelta(minutes=2)) == 0


def test_a_cancelled_shift_is_told(link, planned):
    Shift.objects.filter(pk=planned.pk).update(is_cancelled=True)
    assert tell_workers(at=NOW + timedelta(minutes=1)) == 1
    assert "To odpada:" in Letter.objects.get().text


def test_days_that_pass_are_no_change(cast, link, planned):
    shift(planned.assignment, NEXT_MONDAY + timedelta(days=9))
    tell_workers(at=NOW + timedelta(minutes=1))
    Letter.objects.all().delete()
    for day in range(1, 12):
        tell_workers(at=NOW + timedelta(days=day))
    assert not Letter.objects.exists()


def test_a_revoked_link_hears_nothing_more(cast, link, planned):
    revoke_link(link, by=cast.jet, at=NOW)
    Shift.objects.filter(pk=planned.pk).update(is_cancelled=True)
    assert tell_workers(at=NOW + timedelta(minutes=1)) == 0
