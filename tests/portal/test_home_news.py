"""Home tells what others did since one was last here (P2.3)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import entry, member, person, placed, seen
from werkbrief.staffing.models import Membership
from werkbrief.timesheets.actions import approve, change, reopen
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.notation import Typed
from werkbrief.words.weeks import Week

WEEK = Week.of(timezone.localdate()).previous
HOME = {"client": "anker"}


@pytest.fixture
def week(cast):
    row = placed(cast.anker)
    return [entry(row, day) for day in WEEK.days[:3]]


@pytest.fixture
def anna(cast, signed_in):
    """Anna was at home yesterday afternoon, and not since."""
    then = timezone.now() - timedelta(hours=20)
    Membership.objects.filter(pk=cast.annas.pk).update(seen_at=then)
    return signed_in(cast.anna)


@pytest.fixture
def colleague(cast):
    user = person("Cees Collega")
    member(user, cast.anker)
    return user


def news(browser):
    answer = browser.get(reverse("client_home", kwargs=HOME))
    return [
        (line.week, line.who, line.deeds) for line in answer.context.get("news") or ()
    ]


def test_a_colleague_and_the_agency_are_told_apart(cast, anna, colleague, week):
    now, scope = timezone.now(), TimeEntry.objects.all()
    change(scope, seen(week[0]), Typed(total=300), by=colleague, at=now)
    approve(scope, seen(*week[1:]), by=colleague, at=now)
    reopen(scope, week[2].pk, reason="Verkeerde dag", by=cast.jet, at=now)
    assert sorted(news(anna)) == [
        (WEEK, "Cees Collega", "1 gewijzigd, 2 goedgekeurd"),
        (WEEK, "Jet Jobcoach (Kasdorp)", "1 heropend"),
    ]


def test_the_week_is_a_link(anna, colleague, week):
    approve(TimeEntry.objects.all(), seen(*week), by=colleague, at=timezone.now())
    text = anna.get(reverse("client_home", kwargs=HOME)).content.decode()
    section = text[text.index("Sinds je vorige bezoek") :]
    assert reverse("timesheets", args=["anker", WEEK]) in section


def test_ones_own_deeds_and_those_before_the_last_visit_are_no_news(
    cast, anna, colleague, week
):
    long_ago = timezone.now() - timedelta(days=1)
    scope = TimeEntry.objects.all()
    approve(scope, seen(week[0]), by=colleague, at=long_ago)
    approve(scope, seen(week[1]), by=cast.anna, at=timezone.now())
    assert news(anna) == []


def test_news_stays_during_the_visit_and_is_old_at_the_next(
    cast, anna, colleague, week
):
    then = timezone.now() - timedelta(hours=2)
    approve(TimeEntry.objects.all(), seen(*week), by=colleague, at=then)
    assert len(news(anna)) == 1
    assert len(news(anna)) == 1
    hour_ago = timezone.now() - timedelta(hours=1)
    Membership.objects.filter(pk=cast.annas.pk).update(seen_at=hour_ago)
    assert news(anna) == []


def test_the_first_visit_has_no_news(cast, signed_in, colleague, week):
    approve(TimeEntry.objects.all(), seen(*week), by=colleague, at=timezone.now())
    assert news(signed_in(cast.anna)) == []
    assert Membership.objects.get(pk=cast.annas.pk).seen_at is not None


def test_another_department_is_none_of_ones_news(cast, anna, colleague):
    kas_1 = entry(placed(cast.anker, department="Kas 1"), WEEK.monday)
    kas_2 = entry(placed(cast.anker, "Nowak, Piotr", department="Kas 2"), WEEK.monday)
    cast.annas.is_narrowed = True
    cast.annas.seen_at = timezone.now() - timedelta(hours=5)
    cast.annas.save()
    cast.annas.departments.add(kas_1.assignment.department)
    approve(TimeEntry.objects.all(), seen(kas_2), by=colleague, at=timezone.now())
    assert news(anna) == []
