"""Asking for staff: by the client itself; filled and open show on the schedule."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW, placed, shift
from tests.portal.test_planning import text
from werkbrief.planning.actions import (
    assign,
    confirm_request,
    decline_request,
    withdraw_request,
)
from werkbrief.planning.models import Absence, OrderAnswer, StaffingOrder
from werkbrief.planning.refusals import (
    AlreadyAnswered,
    AwayThen,
    NotSoMany,
    WorkerTwiceAtOnce,
)
from werkbrief.words.clock import clock
from werkbrief.words.weeks import Week


@pytest.fixture
def ask(cast, signed_in):
    """Anna asks for two Telers in Inpak, the day after tomorrow from 7:00 to 15:30."""
    here = placed(cast.anker, department="Inpak")
    day = timezone.localdate() + timedelta(days=2)
    usual = {
        "aantal": "2",
        "functie": here.job_function_id,
        "afdeling": here.department_id,
        "dag": [day.isoformat()],
        "start": "7:00",
        "eind": "15:30",
        "pauze": "30",
    }

    def ask(user=None, **fields):
        address = reverse("staff_requests", args=["anker", Week.of(day)])
        return signed_in(user or cast.anna).post(address, usual | fields)

    ask.day, ask.here, ask.week = day, here, Week.of(day)
    return ask


def test_what_was_asked_shows_on_the_schedule_as_open(cast, ask):
    """P3.13: how many, which function, where and when."""
    said = ask(tekst="Graag met ervaring")
    assert said.status_code == 200
    shown = text(said)
    assert "2 × Inpak · Teler" in shown
    assert "07:00–15:30, pauze 30" in shown
    assert "0/2 aanvragen gevuld 2 open" in shown
    order = StaffingOrder.objects.get()
    assert order.asked_by == cast.anna
    assert not hasattr(order, "answer")


def test_several_days_are_asked_in_one_go(ask):
    days = [(ask.day + timedelta(days=n)).isoformat() for n in range(3)]
    ask(dag=days)
    assert StaffingOrder.objects.count() == 3


def test_those_who_already_work_there_don_t_fill_what_is_asked_extra(cast, ask):
    shift(ask.here, day=ask.day, start="7:00", end="15:30")
    assert "0/2 aanvragen gevuld 2 open" in text(ask())


def test_planning_somebody_in_fills_and_confirms_a_request(cast, ask, signed_in):
    """P3.13: filled and open."""
    ask()
    order = StaffingOrder.objects.get()
    (made,) = assign(order, [ask.here], by=cast.jet, at=NOW).created
    assert (made.start, made.end, made.order) == (order.start, order.end, order)
    page = signed_in(cast.anna).get(reverse("planning", args=["anker", ask.week]))
    assert "1/2 aanvragen gevuld 1 open" in text(page)
    assert "aangenomen" in text(page)


def test_a_shift_earlier_that_day_stays_when_somebody_is_planned_in(cast, ask):
    early = shift(ask.here, day=ask.day, start="1:00", end="5:00", pause=0)
    ask()
    assign(StaffingOrder.objects.get(), [ask.here], by=cast.jet, at=NOW)
    early.refresh_from_db()
    assert not early.is_cancelled
    assert cast.anker.shifts.standing().count() == 2


def test_nobody_is_planned_in_twice_or_while_away_or_too_many(cast, ask):
    ask(aantal="1")
    order = StaffingOrder.objects.get()
    other = placed(cast.anker, "Nowak, Piotr")
    with pytest.raises(NotSoMany, match="nog 1 open"):
        assign(order, [ask.here, other], by=cast.jet, at=NOW)
    shift(ask.here, day=ask.day, start="12:00", end="18:00")
    with pytest.raises(WorkerTwiceAtOnce):
        assign(order, [ask.here], by=cast.jet, at=NOW)
    Absence.objects.create(
        agency=cast.agency, worker=other.worker, starts_on=ask.day, ends_on=None
    )
    with pytest.raises(AwayThen, match="Nowak"):
        assign(order, [other], by=cast.jet, at=NOW)
    assert not OrderAnswer.objects.exists()


def test_what_a_planning_brought_in_is_filled_by_who_stands_in_it(cast, ask):
    """One who is away does not fill it."""
    ask(aantal="1")
    order = StaffingOrder.objects.get()
    StaffingOrder.objects.update(asked_at=None, asked_by=None)
    order.refresh_from_db()
    times = {"start": clock(order.start), "end": clock(order.end)}
    shift(ask.here, day=ask.day, **times)
    other = placed(cast.anker, "Nowak, Piotr")
    with pytest.raises(NotSoMany, match="al gevuld"):
        assign(order, [other], by=cast.jet, at=NOW)
    Absence.objects.create(
        agency=cast.agency, worker=ask.here.worker, starts_on=ask.day
    )
    assert len(assign(order, [other], by=cast.jet, at=NOW).created) == 1


def test_declining_tells_why_and_asks_for_nobody_any_more(cast, ask, signed_in):
    ask()
    order = StaffingOrder.objects.get()
    decline_request([order], "Niemand vrij die dag", by=cast.jet, at=NOW)
    page = signed_in(cast.anna).get(reverse("planning", args=["anker", ask.week]))
    assert "Niemand vrij die dag" in text(page)
    assert "aanvragen gevuld" not in text(page)
    with pytest.raises(AlreadyAnswered):
        assign(order, [ask.here], by=cast.jet, at=NOW)


def test_who_asked_takes_it_back_while_it_waits(cast, ask, signed_in):
    ask()
    order = StaffingOrder.objects.get()
    address = reverse("staff_request_withdrawal", args=["anker", ask.week])
    assert signed_in(cast.bram).post(address).status_code == 404
    other = cast.duin.pk
    anna = signed_in(cast.anna)
    assert (
        anna.post(address, {"aanvragen": f"{order.pk},{other + 900}"}).status_code
        == 404
    )
    assert anna.post(address, {"aanvragen": f"{order.pk}"}).status_code == 200
    with pytest.raises(AlreadyAnswered, match="ingetrokken door Anna"):
        confirm_request([order], by=cast.jet, at=NOW)
    with pytest.raises(AlreadyAnswered):
        withdraw_request([order], by=cast.anna, at=NOW)


def test_a_second_click_asks_for_nobody_more(ask):
    ask()
    ask()
    assert StaffingOrder.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"aantal": "0"}, "aantal"),
        ({"aantal": "veel"}, "aantal"),
        ({"aantal": "501"}, "aantal"),
        ({"functie": ""}, "functie"),
        ({"functie": "999999"}, "functie"),
        ({"dag": []}, "dag"),
        ({"dag": ["2020-01-01"]}, "dag"),
        ({"dag": ["morgen"]}, "dag"),
        ({"start": ""}, "start"),
        ({"eind": ""}, "eind"),
        ({"eind": "25"}, "eind"),
        ({"pauze": "600"}, "pauze"),
    ],
)
def test_what_is_missing_is_told_at_its_field(ask, fields, field):
    said = ask(**fields)
    assert said.status_code == 422
    assert f'data-field="{field}"' in said.content.decode()
    assert not StaffingOrder.objects.exists()


def test_who_is_narrowed_asks_for_own_departments_only(cast, ask):
    other = placed(cast.anker, "Buiten, B", department="Oogst")
    cast.annas.is_narrowed = True
    cast.annas.save()
    cast.annas.departments.add(ask.here.department)
    assert ask(afdeling="").status_code == 422
    assert ask(afdeling=other.department_id).status_code == 422
    assert ask().status_code == 200
