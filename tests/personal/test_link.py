"""A worker's own page: for whoever holds the link, and about nobody else (P6.9)."""

from datetime import timedelta

import icalendar
import pytest
from django.utils import timezone

from tests.cast import MONDAY, NOW, WEEK, entry, placed, seen
from werkbrief.accounts.models import Language
from werkbrief.staffing.actions import give_link, revoke_link
from werkbrief.staffing.models import (
    PersonalLink,
)
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import Objection, Reason, TimeEntry

GONE = "Deze link werkt niet"


@pytest.fixture
def anna(cast):
    """Anna Kowalski, who works at Anker; Monday's hours are approved."""
    hours = entry(placed(cast.anker, department="Kas 1"))
    actions.approve(TimeEntry.objects.all(), seen(hours), by=cast.anna, at=NOW)
    hours.refresh_from_db()
    return hours


@pytest.fixture
def link(cast, anna):
    return give_link(anna.worker, Language.NL, by=cast.jet, at=timezone.now())


def _address(link, rest=f"weken/{WEEK}/"):
    return f"/mijn/{link.token}/{rest}"


def test_the_own_shifts_and_hours_stand_there(client, link):
    """S6.9: workers know their working times, and what was passed on for them."""
    page = client.get(_address(link)).content.decode()
    assert "Dag Anna Kowalski" in page
    assert page.count("07:30–16:00") == 2
    assert "Anker · Kas 1 · Teler" in page


def test_nobody_else_and_no_pay_stand_there(cast, client, link):
    entry(placed(cast.anker, "Yılmaz, Emre"))
    page = client.get(_address(link)).content.decode()
    assert "Yılmaz" not in page
    assert "%" not in page
    assert "€" not in page


def test_hours_that_nobody_judged_yet_are_not_passed_on(cast, client, link, anna):
    entry(anna.assignment, MONDAY + timedelta(days=1))
    page = client.get(_address(link)).content.decode()
    assert page.count("data-s=") == 1


def test_rejected_hours_show_as_not_worked(cast, client, link, anna):
    hours = entry(anna.assignment, MONDAY + timedelta(days=1))
    actions.reject(
        TimeEntry.objects.all(), seen(hours), Reason.NO_SHOW, by=cast.anna, at=NOW
    )
    page = client.get(_address(link)).content.decode()
    assert "niet gewerkt" in page


@pytest.mark.parametrize(
    "token",
    ["1", "1-", "0-0", "abc", "1-" + "0" * 40, "9" * 40 + "-x", "²-x", "-1-x"],
)
def test_a_guessed_link_opens_nothing(client, link, token):
    answer = client.get(f"/mijn/{token}/")
    assert answer.status_code == 404


def test_altered_expired_revoked_all_get_the_same_answer(cast, client, link):
    """Refused without telling which."""
    altered = _address(link)[:-30] + "0" * 10 + _address(link)[-20:]
    other = give_link(
        placed(cast.anker, "Oud, Jan").worker,
        Language.NL,
        by=cast.jet,
        at=timezone.now() - timedelta(days=200),
    )
    expired = _address(other)
    revoke_link(link, by=cast.jet, at=timezone.now())
    answers = [client.get(address) for address in (altered, expired, _address(link))]
    assert [answer.status_code for answer in answers] == [404] * 3
    pages = {answer.content.decode() for answer in answers[1:]}
    assert len(pages) == 1
    assert GONE in pages.pop()


def test_a_link_of_another_worker_signs_nothing(cast, client, link):
    other = give_link(
        placed(cast.anker, "Nowak, Jan").worker,
        Language.NL,
        by=cast.jet,
        at=timezone.now(),
    )
    mixed = f"{other.pk}-{link.token.partition('-')[2]}"
    assert client.get(f"/mijn/{mixed}/").status_code == 404


def test_a_new_link_ends_the_old_one(cast, client, link, anna):
    fresh = give_link(anna.worker, Language.NL, by=cast.jet, at=timezone.now())
    assert client.get(_address(link)).status_code == 404
    assert client.get(_address(fresh)).status_code == 200


def test_a_copy_of_the_database_opens_nothing(client, link, settings):
    """The address is signed by the installation's key, which is not in it."""
    token = link.token
    settings.SECRET_KEY = "another installation's key, long enough"
    assert PersonalLink.objects.get().token != token


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "Je diensten"), ("en", "Your shifts"), ("pl", "Twoje zmiany")],
)
def test_the_page_speaks_the_language_of_the_link(cast, client, anna, language, words):
    link = give_link(anna.worker, Language(language), by=cast.jet, at=timezone.now())
    page = client.get(_address(link)).content.decode()
    assert words in page
    assert f'<html lang="{language}"' in page


def test_not_right_in_one_sentence_lies_at_the_agency(client, link, anna):
    typed = {"uren": anna.pk, "bericht": "Ik werkte tot vijf uur"}
    page = client.post(_address(link, f"weken/{WEEK}/bezwaren/"), typed, follow=True)
    assert "Ik werkte tot vijf uur" in page.content.decode()
    assert Objection.objects.pending().get().entry == anna


def test_the_same_sentence_twice_is_kept_once(client, link, anna):
    typed = {"uren": anna.pk, "bericht": "Ik werkte tot vijf uur"}
    address = _address(link, f"weken/{WEEK}/bezwaren/")
    assert client.post(address, typed).status_code == 302
    assert client.post(address, typed).status_code == 409
    assert Objection.objects.count() == 1


def test_an_empty_sentence_is_refused_at_its_field(client, link, anna):
    address = _address(link, f"weken/{WEEK}/bezwaren/")
    answer = client.post(address, {"uren": anna.pk, "bericht": " "})
    assert answer.status_code == 422
    assert "Schrijf in één zin wat er niet klopt." in answer.content.decode()


def test_somebody_elses_hours_are_not_there_to_object_to(cast, client, link):
    other = entry(placed(cast.anker, "Nowak, Jan"))
    actions.approve(TimeEntry.objects.all(), seen(other), by=cast.anna, at=NOW)
    address = _address(link, f"weken/{WEEK}/bezwaren/")
    answer = client.post(address, {"uren": other.pk, "bericht": "Niet goed"})
    assert answer.status_code == 404
    assert not Objection.objects.exists()


def test_the_answer_of_the_agency_stands_beside_it(cast, client, link, anna):
    typed = {"uren": anna.pk, "bericht": "Ik werkte tot vijf uur"}
    client.post(_address(link, f"weken/{WEEK}/bezwaren/"), typed)
    actions.answer_objection(
        Objection.objects.all(),
        Objection.objects.get().pk,
        "Is aangepast.",
        by=cast.jet,
        at=NOW,
    )
    assert "Is aangepast." in client.get(_address(link)).content.decode()


def test_the_calendar_feed_is_one_that_a_calendar_reads(client, link, anna):
    shift_day = timezone.localdate()
    anna.shift.start += (shift_day - MONDAY).days * 24 * 60
    anna.shift.end += (shift_day - MONDAY).days * 24 * 60
    anna.shift.save()
    answer = client.get(_address(link, "agenda.ics"))
    calendar = icalendar.Calendar.from_ical(answer.content)
    events = calendar.walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Anker · Teler"]
    assert answer["Content-Type"].startswith("text/calendar")
    again = client.get(
        _address(link, "agenda.ics"), headers={"If-None-Match": answer["ETag"]}
    )
    assert again.status_code == 304


def test_no_search_engine_and_no_other_site_learns_the_address(client, link):
    answer = client.get(_address(link))
    assert answer["X-Robots-Tag"] == "noindex"
    # With "no-referrer" a browser hides where a form comes from, and it is refused.
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]


def test_the_page_takes_as_many_statements_for_any_number_of_shifts(
    client, link, anna, django_assert_num_queries
):
    for days in range(1, 7):
        hours = entry(anna.assignment, MONDAY + timedelta(days=days))
        actions.approve(
            TimeEntry.objects.all(),
            seen(hours),
            by=anna.decision.by,
            at=NOW + timedelta(days=14),
        )
    with django_assert_num_queries(4):
        client.get(_address(link))
