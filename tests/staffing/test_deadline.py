"""Passing on by Tuesday 13:00, or as agency and client agree (S0.4)."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import WEEK, entry, placed, seen
from werkbrief.staffing.models import Client
from werkbrief.staffing.models.workers import fold, sort_key
from werkbrief.staffing.reads import deadline, time_left
from werkbrief.words.clock import ZONE
from werkbrief.words.weeks import Week


def test_the_week_is_passed_on_by_tuesday_one_o_clock(cast):
    """S0.4."""
    assert deadline(cast.anker, WEEK) == datetime(2026, 11, 24, 13, tzinfo=ZONE)


def test_a_client_may_have_another_deadline_than_the_agency(cast):
    # D0.4
    cast.agency.deadline_weekday, cast.agency.deadline_minutes = 2, 9 * 60
    cast.agency.save()
    anker = Client.objects.get(pk=cast.anker.pk)
    assert deadline(anker, WEEK) == datetime(2026, 11, 25, 9, tzinfo=ZONE)
    anker.deadline_weekday, anker.deadline_minutes = 0, 0
    assert deadline(anker, WEEK) == datetime(2026, 11, 23, tzinfo=ZONE)


def test_passing_it_locks_nothing_and_the_client_sees_it(cast, signed_in):
    """D0.4: late is told, and hours can still be passed on."""
    last = Week.of(timezone.localdate()).previous
    made = entry(placed(cast.anker), last.monday)
    cast.agency.deadline_weekday, cast.agency.deadline_minutes = 0, 0
    cast.agency.save()
    anna, home = signed_in(cast.anna), reverse("client_home", args=["anker"])
    assert "te laat sinds ma" in anna.get(home).content.decode()
    sent = {"gezien": f"{made.pk}:{seen(made)[made.pk]}"}
    answer = anna.post(reverse("approvals", args=["anker", last]), sent)
    assert answer.status_code == 200
    made.refresh_from_db()
    assert made.decision.by == cast.anna


def test_the_deadline_of_the_last_week_lies_in_the_next_year(cast):
    last = Week.parse("2026-W53")
    assert deadline(cast.anker, last) == datetime(2027, 1, 5, 13, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (timedelta(days=1, hours=3), "tot dinsdag 13:00, nog 1 dag 3 uur"),
        (timedelta(days=2), "tot dinsdag 13:00, nog 2 dagen 0 uur"),
        (timedelta(hours=2, minutes=5), "tot dinsdag 13:00, nog 2 uur 5 min"),
        (timedelta(minutes=9), "tot dinsdag 13:00, nog 9 min"),
        (timedelta(), "te laat sinds di 24-11 13:00"),
        (-timedelta(days=2), "te laat sinds di 24-11 13:00"),
    ],
)
def test_how_long_there_is_left_is_told(cast, left, told):
    by = deadline(cast.anker, WEEK)
    assert time_left(by, by - left) == told


@pytest.mark.parametrize(
    ("name", "found_by"),
    [
        ("Dąbrowski, Łukasz", "dabrowski, lukasz"),
        ("Yılmaz, Zoë", "yilmaz, zoe"),
        ("Strauß, Jörg", "strauss, jorg"),
    ],
)
def test_a_name_is_found_without_its_accents(name, found_by):
    assert fold(name) == found_by


def test_infixes_do_not_count_for_the_order():
    names = ["van den Berg, Joris", "Bakker, Bram", "de Boer, Anna", "'t Hart, Kim"]
    assert [name.split(",")[0] for name in sorted(names, key=sort_key)] == [
        *("Bakker", "van den Berg", "de Boer", "'t Hart"),
    ]
