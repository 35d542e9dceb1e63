"""The board of the week: all clients, how far they are, one click to remind."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from tests.cast import MONDAY, NOW, WEEK, crowd, entry, placed, seen
from werkbrief.planning.models import Absence
from werkbrief.staffing.models import Client
from werkbrief.timesheets.actions import approve, change, reject
from werkbrief.timesheets.models import Reason, TimeEntry
from werkbrief.timesheets.reads.board import board
from werkbrief.words.notation import Typed

PAGE = reverse("office_week", args=[WEEK])


def line_of(client, at=NOW):
    return next(
        line for line in board(client.agency, WEEK, at=at) if line.client == client
    )


def test_each_state_is_counted_at_its_client(cast):
    one, two, three, four, away = (
        entry(placed(cast.anker, f"Naam, {n}")) for n in "ABCDE"
    )
    scope = TimeEntry.objects.all()
    approve(scope, seen(one), by=cast.anna, at=NOW)
    reject(scope, seen(two), Reason.NO_SHOW, by=cast.anna, at=NOW)
    change(scope, seen(three), Typed(end=1020), by=cast.anna, at=NOW)
    Absence.objects.create(
        agency=cast.agency, worker=away.worker, starts_on=MONDAY, ends_on=MONDAY
    )
    line = line_of(cast.anker)
    assert (line.open, line.changed, line.approved, line.rejected) == (1, 1, 1, 1)
    assert line.last == NOW
    assert (line.done, line.total) == (2, 4)
    assert line_of(cast.boot).total == 0
    assert four.client == line.client


def test_hours_typed_back_to_the_plan_are_open_and_not_changed(cast):
    """The board never contradicts the sheet."""
    mine = entry(placed(cast.anker))
    scope = TimeEntry.objects.all()
    change(scope, seen(mine), Typed(end=1020), by=cast.anna, at=NOW)
    mine.refresh_from_db()
    change(scope, seen(mine), Typed(end=960), by=cast.anna, at=NOW)
    assert (line_of(cast.anker).open, line_of(cast.anker).changed) == (1, 0)


def test_late_is_after_the_deadline_with_something_open(cast):
    """S0.4"""
    mine = entry(placed(cast.anker))
    after = NOW + timedelta(days=2)
    assert not line_of(cast.anker).is_late
    assert line_of(cast.anker, after).is_late
    approve(TimeEntry.objects.all(), seen(mine), by=cast.anna, at=NOW)
    assert not line_of(cast.anker, after).is_late
    assert line_of(cast.anker, after).is_done


def test_the_other_agency_sees_its_own_clients_only(cast, signed_in):
    entry(placed(cast.anker))
    page = signed_in(cast.daan).get(PAGE).text
    assert "Duin" in page
    assert "Anker" not in page


def test_the_board_can_be_searched_and_filtered(cast, signed_in):
    entry(placed(cast.anker))
    jet = signed_in(cast.jet)
    assert "Boot" in jet.get(PAGE).text
    assert "Boot" not in jet.get(PAGE, {"zoek": "ánk"}).text
    assert "Boot" not in jet.get(PAGE, {"stand": "open"}).text
    assert "past hierbij" in jet.get(PAGE, {"zoek": "xyz"}).text


def test_one_click_reminds_and_a_second_one_does_not(cast, signed_in):
    cast.anna.email = "anna@example.org"
    cast.anna.save()
    entry(placed(cast.anker))
    jet = signed_in(cast.jet)
    address = reverse("office_week_remind", args=[WEEK, "anker"])
    assert "herinnering gestuurd" in jet.post(address, follow=True).text
    assert not mail.outbox
    refused = jet.post(reverse("office_week_remind", args=[WEEK, "boot"]), follow=True)
    assert 'class="notice"' in refused.text


@pytest.mark.parametrize("clients", [5, 60])
def test_the_board_asks_as_much_for_five_clients_as_for_sixty(
    cast, signed_in, django_assert_max_num_queries, clients
):
    made = Client.objects.bulk_create(
        Client(agency=cast.agency, name=f"Klant {n}", slug=f"klant-{n}")
        for n in range(clients)
    )
    crowd(made[0], 20)
    jet = signed_in(cast.jet)
    with django_assert_max_num_queries(15):
        assert jet.get(PAGE).status_code == 200
