"""Each page asks the database as often for 200 rows as for 20."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.cast import crowd, member, seen
from werkbrief.staffing.models import Client
from werkbrief.words.weeks import Week

FEW, MANY = 20, 200
WEEK = Week.of(timezone.localdate()).previous
# Session, user and membership are three of each.
PAGES = {
    "client_home": 24,
    "timesheets": 10,
    # One of them asks what the agency calls paid hours: only this page prints it.
    "timesheets_excel": 14,
    "entry": 12,
    "preview": 9,
}
DEEDS = {
    "changes": ({"pauze": "20"}, 15),
    "approvals": ({}, 15),
    "rejections": ({"reden": "no_show"}, 15),
    "comments": ({"opmerking": "Gezien"}, 15),
}


def sent(entries):
    return ",".join(f"{pk}:{version}" for pk, version in seen(*entries).items())


def asked(browser, address, **post):
    """How many statements one request takes; opening a transaction is none."""
    with CaptureQueriesContext(connection) as queries:
        answer = browser.post(address, post) if post else browser.get(address)
    assert answer.status_code in (200, 302), answer.content.decode()
    return sum("SAVEPOINT" not in query["sql"] for query in queries)


@pytest.fixture
def twice(cast, signed_in):
    """Ask with few rows at Anker, and again with many at Boot."""
    member(cast.anna, cast.boot)
    groups = {
        "anker": crowd(cast.anker, FEW, WEEK),
        "boot": crowd(cast.boot, MANY, WEEK),
    }
    anna = signed_in(cast.anna)

    def twice(name, **post):
        counts = []
        for slug, entries in groups.items():
            kwargs = {"client": slug}
            if name != "client_home":
                kwargs["week"] = str(WEEK)
            if name in ("entry", "preview"):
                kwargs["entry"] = entries[0].pk
            if post:
                post["gezien"] = sent(entries)
            counts.append(asked(anna, reverse(name, kwargs=kwargs), **post))
        return counts

    return twice


@pytest.mark.parametrize(("name", "budget"), PAGES.items())
def test_a_page_with_many_rows_asks_no_more_than_one_with_few(twice, name, budget):
    few, many = twice(name)
    assert few == many
    assert many <= budget


@pytest.mark.parametrize(("name", "rest"), DEEDS.items())
def test_a_deed_on_a_thousand_entries_asks_no_more_than_on_a_hundred(twice, name, rest):
    post, budget = rest
    few, many = twice(name, **(post or {"x": "y"}))
    assert few == many
    assert many <= budget


def test_undoing_a_thousand_asks_no_more_than_undoing_a_hundred(cast, signed_in):
    member(cast.anna, cast.boot)
    anna = signed_in(cast.anna)
    counts = []
    for client, workers in ((cast.anker, FEW), (cast.boot, MANY)):
        entries = crowd(client, workers, WEEK)
        where = {"client": client.slug, "week": str(WEEK)}
        done = anna.post(reverse("approvals", kwargs=where), {"gezien": sent(entries)})
        undoable = done.context["outcome"].undoable
        counts.append(asked(anna, reverse("undoings", kwargs=where), daad=undoable))
        assert not client.time_entries.filter(decision__isnull=False).exists()
    assert counts[0] == counts[1]
    assert counts[1] <= 15


def test_the_choice_of_a_client_asks_once_for_any_number(cast, signed_in):
    anna = signed_in(cast.anna)
    counts = []
    for number in (FEW, MANY):
        for n in range(number):
            new = Client.objects.create(
                agency=cast.agency, name=f"K{number}-{n}", slug=f"k{number}-{n}"
            )
            member(cast.anna, new)
        counts.append(asked(anna, reverse("clients")))
    assert counts[0] == counts[1] <= 5


def test_a_year_of_history_costs_the_week_no_statement(cast, signed_in):
    crowd(cast.anker, 5, WEEK)
    anna = signed_in(cast.anna)
    address = reverse("timesheets", args=["anker", WEEK])
    before = asked(anna, address)
    for back in range(1, 9):
        crowd(cast.anker, 5, WEEK + -back)
    assert asked(anna, address) == before
