"""The schedule in somebody's own calendar (P3.14)."""

import re

import pytest
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from tests.cast import MONDAY, WEEK, placed, shift
from tests.portal.libical import taken_in
from werkbrief.planning.models import Absence, CalendarFeed
from werkbrief.staffing.models import Right


@pytest.fixture
def make(cast, signed_in):
    """Anna makes an address; the address."""

    def make(department="", user=None):
        path = reverse("calendars", args=["anker", WEEK])
        anna = signed_in(user or cast.anna)
        answer = anna.post(path, {"afdeling": department})
        assert answer.status_code == 200
        return re.findall(r'value="(http[^"]+\.ics)"', answer.content.decode())[-1]

    return make


@pytest.fixture
def today():
    return timezone.localdate()


def events(address):
    answer = Browser().get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.content)
    assert calendar.errors == []
    return list(calendar.walk("VEVENT"))


def test_a_calendar_program_reads_names_and_times(cast, make, today):
    """P3.14: parsed back; no payroll number, no function, no reason for anything."""
    planned = shift(placed(cast.anker, number="4711"), day=today)
    (event,) = events(make())
    assert str(event["summary"]) == "Kowalski, Anna"
    assert event.decoded("dtstart").timestamp() == planned.start * 60
    assert event.decoded("dtend").timestamp() == planned.end * 60
    content = Browser().get(make()).content
    assert b"4711" not in content
    assert b"TZID" not in content, "a zone by name asks for its rules as well"
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"}


def test_the_library_of_evolution_and_korganizer_takes_it_in(cast, make, today):
    """P3.14: not only the library that wrote it."""
    planned = shift(placed(cast.anker, "Yılmaz; Zoë, jr."), day=today)
    night = shift(placed(cast.anker), day=today, start="22:00", end="6:00")
    assert taken_in(Browser().get(make()).content) == [
        ("Yılmaz; Zoë, jr.", planned.start * 60, planned.end * 60),
        ("Kowalski, Anna", night.start * 60, night.end * 60),
    ]


def test_each_department_has_its_own(cast, make, today):
    inside = placed(cast.anker, "Binnen, B", department="Inpak")
    shift(inside, day=today)
    shift(placed(cast.anker, "Buiten, B", department="Oogst"), day=today)
    shift(placed(cast.boot, "Elders, E"), day=today)
    found = events(make(inside.department_id))
    assert [str(event["summary"]) for event in found] == ["Binnen, B"]


def test_the_absent_and_the_cancelled_are_not_in_it(cast, make, today):
    away = placed(cast.anker)
    shift(away, day=today)
    shift(placed(cast.anker, "Weg, W"), day=today, is_cancelled=True)
    Absence.objects.create(
        agency=cast.agency, worker=away.worker, starts_on=MONDAY, ends_on=None
    )
    assert events(make()) == []


def test_what_has_not_changed_is_not_sent_again(cast, make, today):
    here = placed(cast.anker)
    shift(here, day=today)
    address = make()
    tag = Browser().get(address)["ETag"]
    again = Browser().get(address, headers={"if-none-match": tag})
    assert again.status_code == 304
    shift(here, day=today, start="20:00", end="21:00", pause=0)
    assert Browser().get(address, headers={"if-none-match": tag}).status_code == 200


def test_guessed_altered_and_withdrawn_are_alike(cast, make, signed_in):
    address = make()
    feed = CalendarFeed.objects.get()
    altered = address.replace(f"/{feed.pk}.", f"/{feed.pk + 1}.")
    guessed = reverse("calendar", args=["1.abc"])
    path = reverse("calendar_withdrawal", args=["anker", WEEK, feed.pk])
    assert signed_in(cast.bram).post(path).status_code == 404
    signed_in(cast.anna).post(path)
    answers = {Browser().get(one).status_code for one in (address, altered, guessed)}
    assert answers == {404}
    assert make() != address


def test_who_may_no_longer_see_the_planning_has_no_feed_either(cast, make):
    address = make()
    cast.annas.rights = [Right.SEE_TIMESHEETS.value]
    cast.annas.save()
    assert Browser().get(address).status_code == 404


def test_narrowing_somebody_narrows_the_address_that_was_handed_out(cast, make, today):
    inside = placed(cast.anker, "Binnen, B", department="Inpak")
    outside = placed(cast.anker, "Buiten, B", department="Oogst")
    for one in (inside, outside):
        shift(one, day=today)
    address = make()
    cast.annas.is_narrowed = True
    cast.annas.save()
    cast.annas.departments.add(inside.department)
    assert [str(event["summary"]) for event in events(address)] == ["Binnen, B"]


def test_who_is_narrowed_makes_no_address_of_all(cast, make, signed_in):
    inside = placed(cast.anker, department="Inpak")
    outside = placed(cast.anker, "Buiten, B", department="Oogst")
    cast.annas.is_narrowed = True
    cast.annas.save()
    cast.annas.departments.add(inside.department)
    path = reverse("calendars", args=["anker", WEEK])
    anna = signed_in(cast.anna)
    for number in ("", outside.department_id):
        assert anna.post(path, {"afdeling": number}).status_code == 404


def test_the_tile_tells_who_works_this_week(cast, signed_in, today):
    """S2.2, P2.2."""
    shift(placed(cast.anker), day=today)
    page = signed_in(cast.anna).get(reverse("client_home", args=["anker"]))
    assert "1 medewerker, 8:00 uur" in page.content.decode()
