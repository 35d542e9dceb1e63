"""Filters that somebody keeps: their own, per client, and still a plain address."""

import pytest
from django.urls import reverse

from tests.cast import WEEK, entry, member, placed
from werkbrief.staffing.models import Membership

SCREENS = ("timesheets", "planning", "check")


@pytest.fixture
def anna(cast, signed_in):
    entry(placed(cast.anker, department="Kas 1"))
    return signed_in(cast.anna)


@pytest.fixture
def keep(anna):
    def keep(name, query, back=""):
        where = reverse("kept_filters", args=["anker"])
        post = {"naam": name, "filter": query, "terug": back}
        return anna.post(where, post, follow=True)

    return keep


def kept(cast):
    return Membership.objects.get(pk=cast.annas.pk).kept_filters


@pytest.mark.parametrize("screen", SCREENS)
def test_a_kept_filter_is_a_link_on_every_screen_of_the_week(anna, keep, screen):
    here = reverse(screen, args=["anker", WEEK])
    answer = keep("Mijn kas", "afdeling=Kas+1&start=07:30", here)
    assert answer.redirect_chain == [(here, 302)]
    text = answer.content.decode()
    assert 'href="?afdeling=Kas+1&amp;start=07%3A30"' in text
    assert "Mijn kas" in text


def test_what_is_no_filter_is_not_kept(cast, keep):
    keep("Kas", "afdeling=Kas+1&token=geheim&functie=")
    assert kept(cast) == [{"name": "Kas", "query": "afdeling=Kas+1"}]


def test_the_same_name_again_replaces_it(cast, keep):
    keep("Kas", "afdeling=Kas+1")
    keep(" Kas ", "ploeg=dag")
    assert kept(cast) == [{"name": "Kas", "query": "ploeg=dag"}]


@pytest.mark.parametrize(
    ("name", "query", "sentence"),
    [
        ("", "ploeg=dag", "Geef het filter een naam."),
        ("x" * 41, "ploeg=dag", "hooguit 40 letters"),
        ("Leeg", "", "Kies eerst een filter"),
    ],
)
def test_a_refusal_says_what_to_do(cast, keep, name, query, sentence):
    back = reverse("timesheets", args=["anker", WEEK])
    assert sentence in keep(name, query, back).content.decode()
    assert kept(cast) == []


def test_more_than_twenty_are_nobodys_help(cast, keep):
    for number in range(21):
        keep(f"Filter {number}", f"zoek={number}")
    assert len(kept(cast)) == 20


def test_throwing_away_twice_is_harmless(cast, anna, keep):
    keep("Kas", "afdeling=Kas+1")
    for _ in range(2):
        anna.post(reverse("dropped_filters", args=["anker"]), {"naam": "Kas"})
    assert kept(cast) == []


def test_a_colleague_and_another_client_have_their_own(cast, keep):
    at_boot = member(cast.anna, cast.boot)
    keep("Kas", "afdeling=Kas+1")
    at_boot.refresh_from_db()
    assert at_boot.kept_filters == []


@pytest.mark.parametrize("back", ["https://elders.example/", "//elders.example/", ""])
def test_one_never_lands_outside_the_portal(keep, back):
    answer = keep("Kas", "ploeg=dag", back)
    assert answer.redirect_chain == [(reverse("client_home", args=["anker"]), 302)]
