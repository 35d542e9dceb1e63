"""The office answers what clients told and asked (P3.12, P3.13)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import MONDAY, NOW, entry, placed
from werkbrief.planning.actions import Need, Proposal, ask_for_staff, send
from werkbrief.planning.models import About, Absence, MessageAnswer, MessageKind
from werkbrief.words.clock import clock
from werkbrief.words.notation import Typed

QUEUE = "/kantoor/meldingen/"


@pytest.fixture
def jet(cast, signed_in):
    return signed_in(cast.jet)


@pytest.fixture
def hours(cast):
    return entry(placed(cast.anker))


@pytest.fixture
def told(cast, hours):
    """Anna: on Monday until three o'clock."""
    shift = hours.shift
    proposal = Proposal(
        MessageKind.OTHER_TIMES,
        About.SHIFT,
        MONDAY,
        shift.assignment,
        shift,
        Typed(end=15 * 60),
        text="De machine staat stil",
    )
    anker = cast.anker
    return send(proposal, client=anker, scope=anker.shifts.all(), by=cast.anna, at=NOW)


@pytest.fixture
def asked(cast, hours):
    day = timezone.localdate() + timedelta(days=2)
    need = Need(2, hours.assignment.job_function, [day], 420, 930, 30)
    (order,) = ask_for_staff(need, client=cast.anker, by=cast.anna, at=NOW)
    return order


def test_what_stands_and_what_it_becomes_stand_beside_the_buttons(jet, told):
    page = jet.get(QUEUE).content.decode()
    assert "07:30–16:00, pauze 30" in page
    assert "07:30–15:00, pauze 30" in page
    assert "De machine staat stil" in page


def test_accepting_changes_planning_and_hours_at_once(jet, told, hours):
    stamp = f"{hours.shift.pk}:{hours.start}:{hours.end}:30"
    done = jet.post(f"{QUEUE}{told.pk}/aanname/", {"gezien": stamp})
    assert done.status_code == 302
    hours.refresh_from_db()
    assert clock(hours.shift.end) == clock(hours.end) == "15:00"
    assert "Er ligt niets" in jet.get(QUEUE).content.decode()


def test_a_planning_that_moved_meanwhile_is_shown_first(jet, told):
    refused = jet.post(f"{QUEUE}{told.pk}/aanname/", {"gezien": "1:2:3:4"})
    assert refused.status_code == 409
    assert "intussen gewijzigd" in refused.content.decode()
    assert not MessageAnswer.objects.exists()


def test_pressing_it_twice_tells_who_was_first(jet, told):
    jet.post(f"{QUEUE}{told.pk}/aanname/")
    again = jet.post(f"{QUEUE}{told.pk}/aanname/")
    assert again.status_code == 409
    assert "al aangenomen door Jet" in again.content.decode()


def test_declining_asks_why_and_keeps_what_was_typed(jet, told):
    assert jet.post(f"{QUEUE}{told.pk}/afwijzing/").status_code == 422
    jet.post(f"{QUEUE}{told.pk}/afwijzing/", {"antwoord": "Hij is weer gemaakt"})
    assert "Hij is weer gemaakt" in jet.get(QUEUE).content.decode()


def test_a_request_shows_who_is_free_then(cast, jet, asked, hours):
    away = placed(cast.anker, "Weg, Willem")
    Absence.objects.create(
        agency=cast.agency, worker=away.worker, starts_on=MONDAY, ends_on=None
    )
    placed(cast.anker, "Kok, Karel", function="Kok")
    placed(cast.boot, "Elders, Els")
    page = jet.get(QUEUE).content.decode()
    assert "2 × Teler" in page
    assert "Kowalski, Anna" in page
    assert not any(who in page for who in ("Weg, Willem", "Kok, Karel", "Elders"))


def test_planning_in_from_the_queue_fills_the_request(jet, asked, hours):
    address = reverse("office_messages_fill", args=[asked.pk])
    assert jet.post(address).status_code == 422
    done = jet.post(address, {"plaatsing": hours.assignment_id})
    assert done.status_code == 302
    assert asked.shifts.count() == 1
    assert "1 van 2" in jet.get(QUEUE).content.decode()


def test_somebody_of_another_client_cannot_be_planned_in(cast, jet, asked):
    other = placed(cast.boot, "Elders, Els")
    address = reverse("office_messages_fill", args=[asked.pk])
    assert jet.post(address, {"plaatsing": other.pk}).status_code == 409


def test_a_declined_request_leaves_the_queue(jet, asked):
    address = reverse("office_messages_reject", args=[asked.pk])
    assert jet.post(address).status_code == 422
    jet.post(address, {"antwoord": "Niemand vrij"})
    assert "2 × Teler" not in jet.get(QUEUE).content.decode()


def test_the_queue_asks_the_same_for_many(
    cast, jet, told, hours, django_assert_max_num_queries
):
    with django_assert_max_num_queries(25) as few:
        jet.get(QUEUE)
    for number in range(10):
        shift = entry(placed(cast.anker, f"Nowak, {number}")).shift
        proposal = Proposal(
            MessageKind.NO_SHOW, About.SHIFT, MONDAY, shift.assignment, shift
        )
        scope = cast.anker.shifts.all()
        send(proposal, client=cast.anker, scope=scope, by=cast.anna, at=NOW)
    with django_assert_max_num_queries(25) as many:
        jet.get(QUEUE)
    assert len(many) == len(few)
