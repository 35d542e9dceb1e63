"""A colleague stands in: on the account, among colleagues, on every screen (P1.9)."""

import re
from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from tests.cast import entry, member, person, placed, seen
from tests.portal.test_query_budgets import asked
from werkbrief.journal.models import Event
from werkbrief.journal.reads import history
from werkbrief.notices.models import Letter
from werkbrief.staffing.models import Substitute
from werkbrief.staffing.reads import address_for
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.weeks import Week

ACCOUNT, NAMING = reverse("account"), reverse("own_substitutes")
WEEK = Week.of(timezone.localdate()).previous


@pytest.fixture
def bea(cast):
    """She only sees hours; Anna may all."""
    user = person("Bea Smit", email="bea@anker.nl")
    return member(user, cast.anker, ["see_timesheets"])


def days(first=0, last=6):
    today = timezone.localdate()
    return {
        "starts_on": today + timedelta(days=first),
        "ends_on": today + timedelta(days=last),
    }


@pytest.fixture
def held(cast, bea):
    return Substitute.objects.create(absent=cast.annas, stand_in=bea, **days())


@pytest.fixture
def beas(bea):
    browser = Browser()
    browser.force_login(bea.user)
    return browser


def where(held, name="timesheets"):
    return reverse(name, args=[address_for(held, held.absent.client), WEEK])


def test_one_names_ones_own_stand_in_who_gets_a_letter(cast, bea, signed_in):
    anna = signed_in(cast.anna)
    page = anna.get(ACCOUNT).content.decode()
    assert "Bea Smit" in page
    assert "Bram Boot" not in page, "of another client"
    told = anna.post(NAMING, days() | {"stand_in": bea.pk}, follow=True)
    assert "Bea Smit vervangt Anna Anker van" in told.content.decode()
    letter = Letter.objects.get()
    assert letter.to == "bea@anker.nl"
    assert letter.subject == "Je vervangt Anna Anker bij Anker"
    assert "Anna Anker heeft dit vastgelegd" in letter.text
    # Twice is told at its field, and what was typed is still there.
    again = anna.post(NAMING, days() | {"stand_in": bea.pk})
    assert again.status_code == 422
    assert "al de vervanger" in again.context["naming"].errors["starts_on"][0]


def test_somebody_elsewhere_can_not_be_chosen(cast, bea, signed_in):
    anna = signed_in(cast.anna)
    answer = anna.post(NAMING, days() | {"stand_in": cast.brams.pk})
    assert "Kies een collega uit de lijst." in answer.content.decode()
    assert not Substitute.objects.exists()


def test_a_manager_arranges_it_and_both_hear_of_it(cast, bea, signed_in):
    cor = member(person("Cor Vis", email="cor@anker.nl"), cast.anker, [])
    anna = signed_in(cast.anna)
    address = reverse("colleague_substitutes", args=["anker", bea.pk])
    anna.post(address, days() | {"stand_in": cor.pk})
    assert {letter.to: letter.subject for letter in Letter.objects.all()} == {
        "cor@anker.nl": "Je vervangt Bea Smit bij Anker",
        "bea@anker.nl": "Cor Vis vervangt je bij Anker",
    }
    listed = anna.get(reverse("colleagues", args=["anker"])).content.decode()
    assert "Cor Vis vervangt," in listed
    end = reverse(
        "colleague_substitute_end", args=["anker", bea.pk, Substitute.objects.get().pk]
    )
    assert "beëindigd" in anna.post(end, follow=True).content.decode()
    assert not Substitute.objects.exists()


def test_who_did_not_end_it_hears_that_it_is_over(cast, held, signed_in, beas):
    end = reverse("own_substitute_end", args=[held.pk])
    signed_in(cast.anna).post(end)
    letter = Letter.objects.get()
    assert letter.to == "bea@anker.nl"
    assert letter.subject == "Je vervangt Anna Anker bij Anker niet meer"
    assert "Anna Anker heeft de vervanging beëindigd" in letter.text
    assert "Klopt dit niet" not in letter.text
    assert beas.post(end).status_code == 404, "twice is told once"


def test_home_shows_the_way_and_the_header_for_whom(held, beas):
    home = beas.get(reverse("client_home", args=["anker"])).content.decode()
    assert "Verder voor Anna Anker" in home
    assert "Je vervangt <b>Anna Anker</b>" in home
    lent = reverse("client_home", args=[address_for(held, held.absent.client)])
    assert lent in home
    there = beas.get(lent).content.decode()
    assert "op jouw naam, voor Anna Anker" in there
    assert "Terug naar je eigen scherm" in there
    menu = re.search(r'<nav class="menu".*?</nav>', there, re.DOTALL)[0]
    assert "Werkplanning" in menu, "a screen that Bea herself has not"
    assert 'href="/klanten/anker/' not in menu, "each link goes on for Anna"
    assert (
        address_for(held, held.absent.client) in beas.get("/klanten/").content.decode()
    )


def test_what_is_done_stands_in_the_journal_for_whom(cast, held, beas):
    one = entry(placed(cast.anker), WEEK.monday)
    sent = {"gezien": f"{one.pk}:{seen(one)[one.pk]}"}
    own = reverse("approvals", args=["anker", WEEK])
    assert beas.post(own, sent).status_code == 404, "not by herself"
    assert beas.post(where(held, "approvals"), sent).status_code == 200
    one.refresh_from_db()
    assert one.decision.by.name == "Bea Smit"
    event = Event.objects.get(verb="timesheets.approved")
    assert (event.by.name, event.in_place_of.name) == ("Bea Smit", "Anna Anker")
    last = history("timesheets.timeentry", one.pk)[0]
    assert last.by == "Bea Smit voor Anna Anker"


def test_after_the_last_day_an_open_window_says_so(held, beas):
    page = where(held)
    assert beas.get(page).status_code == 200
    today = timezone.localdate()
    Substitute.objects.update(
        starts_on=today - timedelta(days=3), ends_on=today - timedelta(days=1)
    )
    answer = beas.get(page, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("client_home", args=["anker"])
    assert "De vervanging is voorbij." in answer.content.decode()


def test_what_was_still_sent_after_the_last_day_is_refused_in_a_sentence(held, beas):
    sent = where(held, "approvals")
    Substitute.objects.all().delete()
    page = beas.post(sent, {})
    assert page.status_code == 410
    assert "Er is niets opgeslagen." in page.content.decode()
    assert f'href="{reverse("client_home", args=["anker"])}"' in page.content.decode()
    part = beas.post(sent, {}, headers={"X-Requested-With": "fetch"})
    assert part.status_code == 410
    assert part.content.decode().strip().startswith('<div id="refusal"')


def test_somebody_of_another_client_hears_nothing_of_it(cast, held, signed_in):
    bram = signed_in(cast.bram)
    assert bram.post(where(held, "approvals"), {}).status_code == 404


def test_the_stand_in_may_say_no_but_a_third_may_not(cast, held, beas, signed_in):
    end = reverse("own_substitute_end", args=[held.pk])
    assert signed_in(cast.bram).post(end).status_code == 404
    assert Substitute.objects.exists()
    assert "Je vervangt" not in beas.post(end, follow=True).content.decode()
    assert not Substitute.objects.exists()


def test_standing_in_leaves_the_absent_ones_own_things_alone(cast, held, beas):
    cast.annas.kept_filters = [{"name": "Mijn kas", "query": "afdeling=Kas+1"}]
    cast.annas.save()
    entry(placed(cast.anker), WEEK.monday)
    page = beas.get(where(held) + "?zoek=a").content.decode()
    assert "Mijn kas" not in page
    beas.get(reverse("client_home", args=[address_for(held, held.absent.client)]))
    cast.annas.refresh_from_db()
    assert cast.annas.seen_at is None


def test_a_week_for_a_colleague_asks_no_more_than_ones_own(cast, held, beas, signed_in):
    entry(placed(cast.anker), WEEK.monday)
    anna = signed_in(cast.anna)
    own = asked(anna, reverse("timesheets", args=["anker", WEEK]))
    assert asked(beas, where(held)) == own


def test_what_the_stand_in_passed_on_by_hand_is_seen_by_both(cast, held, beas):
    """Who is narrowed sees the own slips; those are meant for the absent one too."""
    cast.annas.is_narrowed = True
    cast.annas.save()
    function = placed(cast.anker).job_function
    post = {
        "functie": function.pk,
        "wie": "Kowalski 1000",
        "dagen": [str(WEEK.monday)],
        "start": "8",
        "eind": "12",
    }
    answer = beas.post(where(held, "manual"), post, follow=True)
    assert "Kowalski 1000" in answer.content.decode()
    assert TimeEntry.objects.count() == 0
