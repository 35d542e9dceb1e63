"""Whose client it is: Job Coaches on the board, and who stands in (S7)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import WEEK, entry, person, placed
from werkbrief.journal.models import Event
from werkbrief.notices.actions import warn_coaches_due
from werkbrief.notices.models import Letter
from werkbrief.staffing.models import AgencyRole, Client, Contact, Deputy, Role
from werkbrief.staffing.reads import deadline

PAGE = reverse("office_week", args=[WEEK])
DEPUTIES = "/kantoor/vervanging/"


@pytest.fixture
def coaches(cast):
    """Jet for Anker, Kim for Boot; both have open hours."""
    jet = AgencyRole.objects.get(user=cast.jet)
    user = person("Kim Coach", email="kim@kasdorp.nl")
    kim = AgencyRole.objects.create(agency=cast.agency, user=user, role=Role.JOB_COACH)
    cast.jet.email = "jet@kasdorp.nl"
    cast.jet.save()
    for client, role in ((cast.anker, jet), (cast.boot, kim)):
        Contact.objects.create(client=client, role=role)
        entry(placed(client))
    return jet, kim


def rows(page):
    return [
        part.split("</a>")[0].split(">")[-1]
        for part in page.content.decode().split('<th scope="row">')[1:]
    ]


def stands_in(coaches, first, last):
    jet, kim = coaches
    return {
        "absent": jet.pk,
        "stand_in": kim.pk,
        "starts_on": first.isoformat(),
        "ends_on": last.isoformat(),
    }


def test_the_board_shows_one_coachs_clients_and_keeps_doing_so(
    cast, coaches, signed_in
):
    jet = signed_in(cast.jet)
    assert rows(jet.get(PAGE)) == ["Anker", "Boot"]
    page = jet.get(PAGE, {"coach": coaches[1].pk})
    assert rows(page) == ["Boot"]
    sent = {"filter": page.context["kept"]}
    answer = jet.post(f"{PAGE}boot/herinneringen/", sent)
    assert answer["Location"] == f"{PAGE}?coach={coaches[1].pk}"
    assert rows(jet.get(PAGE, {"coach": "1 or 1"})) == ["Anker", "Boot"]


def test_what_is_late_stands_above_what_is_done(cast, coaches, signed_in):
    Client.objects.create(agency=cast.agency, name="Aa", slug="aa")
    assert rows(signed_in(cast.jet).get(PAGE)) == ["Anker", "Boot", "Aa"]


def test_while_one_stands_in_both_see_it_and_the_mail_follows(cast, coaches, signed_in):
    jet, today = signed_in(cast.jet), timezone.localdate()
    sent = stands_in(coaches, today, today + timedelta(days=7))
    assert jet.post(DEPUTIES, sent).status_code == 302
    for user in (cast.jet, coaches[1].user):
        text = signed_in(user).get(PAGE).content.decode()
        assert "Kim Coach vervangt Jet Jobcoach tot en met" in text
        assert "Kim Coach voor Jet Jobcoach" in text
    assert rows(jet.get(PAGE, {"coach": coaches[1].pk})) == ["Anker", "Boot"]


@pytest.mark.parametrize(("stands_in", "told"), [(False, 2), (True, 1)])
def test_each_coach_hears_of_the_own_late_clients(cast, coaches, stands_in, told):
    at = deadline(cast.anker, WEEK) + timedelta(minutes=1)
    if stands_in:
        Deputy.objects.create(
            agency=cast.agency,
            absent=coaches[0],
            stand_in=coaches[1],
            starts_on=at.date(),
            ends_on=at.date(),
        )
    assert warn_coaches_due(at=at) == told
    kim = Letter.objects.get(to="kim@kasdorp.nl").text
    assert "Boot" in kim
    assert ("Anker" in kim) == stands_in


def test_nobody_stands_in_for_themselves_or_backwards_in_time(cast, coaches, signed_in):
    jet, today = signed_in(cast.jet), timezone.localdate()
    sent = stands_in(coaches, today, today - timedelta(days=1))
    page = jet.post(DEPUTIES, sent)
    assert "ligt voor de eerste" in page.content.decode()
    same = stands_in((coaches[0], coaches[0]), today, today)
    assert "iemand anders" in jet.post(DEPUTIES, same).content.decode()
    assert not Deputy.objects.exists()


def test_standing_in_ends_today_and_the_past_stays(cast, coaches, signed_in):
    jet, today = signed_in(cast.jet), timezone.localdate()
    day = timedelta(days=1)
    jet.post(DEPUTIES, stands_in(coaches, today - day, today + day))
    held = Deputy.objects.get()
    for _ in range(2):
        jet.post(f"{DEPUTIES}{held.pk}/einde/")
    held.refresh_from_db()
    assert held.ends_on == today - day
    assert Event.objects.filter(verb="staffing.deputy_ended").count() == 1
