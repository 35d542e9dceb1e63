"""Sending a planning message: once, within one's scope, and told what is missing."""

import pytest
from django.urls import reverse

from tests.cast import MONDAY, NOW, WEEK, member, person, placed, shift
from werkbrief.planning.actions import accept
from werkbrief.planning.models import PlanningMessage
from werkbrief.planning.refusals import AlreadyAnswered


def test_a_second_click_sends_nothing_more(tell, anna_at):
    planned = shift(anna_at)
    for _ in range(2):
        tell(dienst=planned.pk, soort="no_show", tekst="Belde af")
    assert PlanningMessage.objects.count() == 1


def test_the_sender_takes_it_back_while_it_waits(cast, tell, signed_in, anna_at):
    tell(dienst=shift(anna_at).pk, soort="no_show")
    message = PlanningMessage.objects.get()
    address = reverse("planning_message_withdrawal", args=["anker", WEEK, message.pk])
    colleague = person("Piet Planner")
    member(colleague, cast.anker)
    assert signed_in(colleague).post(address).status_code == 404
    assert signed_in(cast.anna).post(address).status_code == 200
    again = signed_in(cast.anna).post(address)
    assert again.status_code == 409
    assert "al ingetrokken door Anna" in again.content.decode()
    with pytest.raises(AlreadyAnswered):
        accept(message, by=cast.jet, at=NOW)


@pytest.mark.parametrize(
    ("fields", "sentence", "field"),
    [
        ({"soort": "other_times"}, "minstens één andere tijd", "start"),
        ({"soort": "other_times", "start": "half acht"}, "geen tijd", "start"),
        ({"soort": "other_times", "pauze": "600"}, "langer dan de dienst", "pauze"),
        ({"soort": "remark"}, "nog leeg", "tekst"),
        ({"soort": ""}, "Kies eerst", "soort"),
        ({"soort": "other_pattern", "vanaf": "2031-01-06"}, "vaste dag", "ma-start"),
        ({"soort": "other_pattern", "vanaf": "2020-01-06"}, "of later", "vanaf"),
        (
            {"soort": "other_pattern", "vanaf": "2031-01-06", "di-start": "8"},
            "Vul op di",
            "di-eind",
        ),
    ],
)
def test_what_is_missing_is_told_at_its_field(tell, anna_at, fields, sentence, field):
    said = tell(dienst=shift(anna_at).pk, **fields)
    assert said.status_code == 422
    assert sentence in said.content.decode()
    assert f'data-field="{field}"' in said.content.decode()
    assert not PlanningMessage.objects.exists()


def test_other_times_for_a_day_without_anybody_lead_to_asking_for_staff(tell):
    said = tell(dag=MONDAY.isoformat(), soort="other_times", start="6")
    assert said.status_code == 409
    assert "vraag personeel aan" in said.content.decode()


def test_anothers_shift_does_not_exist(cast, tell, anna_at):
    foreign = shift(placed(cast.boot, "Bij, Boot"))
    assert tell(dienst=foreign.pk, soort="no_show").status_code == 409
    assert tell(user=cast.bram, dienst=foreign.pk).status_code == 404
    assert not PlanningMessage.objects.exists()


def test_who_is_narrowed_tells_only_about_own_departments(cast, tell, signed_in):
    inside = shift(placed(cast.anker, "Binnen, B", department="Inpak"))
    outside = shift(placed(cast.anker, "Buiten, B", department="Oogst"))
    tell(dienst=outside.pk, soort="no_show", tekst="Over de oogst")
    small = person("Smal")
    mine = member(small, cast.anker)
    mine.is_narrowed = True
    mine.save()
    mine.departments.add(inside.assignment.department)
    assert tell(user=small, dienst=outside.pk, soort="no_show").status_code == 409
    tell(user=small, dag=MONDAY.isoformat(), soort="no_show")
    message = PlanningMessage.objects.get(by=small)
    assert [one.pk for one in message.shifts.all()] == [inside.pk]
    page = signed_in(small).get(reverse("planning", args=["anker", WEEK]))
    assert "Over de oogst" not in page.content.decode()
