"""Planning messages: told instead of phoned, answered, and followed by the planning."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import MONDAY, NOW, WEEK, entry, placed, shift
from werkbrief.journal.models import Event
from werkbrief.planning.actions import Block, Pattern, accept, decline, schedule
from werkbrief.planning.models import (
    BaseSchedule,
    MessageAnswer,
    PlanningMessage,
    Shift,
)
from werkbrief.planning.refusals import (
    AlreadyAnswered,
    PlanningMoved,
    ReasonMissing,
    WorkerTwiceAtOnce,
)
from werkbrief.timesheets.actions import prepare
from werkbrief.words.clock import clock, duration

TUESDAY = MONDAY + timedelta(days=1)


def hours(*shifts):
    """Start, end and break of each as they stand now."""
    rows = Shift.objects.filter(pk__in=[one.pk for one in shifts]).order_by("start")
    return [
        (clock(one.start), clock(one.end), one.break_minutes)
        for one in rows
        if not one.is_cancelled
    ]


def test_other_times_for_a_shift_wait_for_an_answer(tell, anna_at):
    """S3.12, P3.12: the planning stays until the agency accepts; then it changes."""
    planned = shift(anna_at)
    said = tell(dienst=planned.pk, soort="other_times", start="6", pauze="45")
    assert said.status_code == 200
    assert "verstuurd" in said.content.decode()
    assert hours(planned) == [("07:30", "16:00", 30)]
    message = PlanningMessage.objects.get()
    assert not hasattr(message, "answer")


def test_accepting_other_times_changes_the_planning_and_untouched_hours(
    cast, tell, anna_at
):
    """S3.12, P3.12: the entry follows while nobody has touched it."""
    hours_of_monday = entry(anna_at)
    tell(dienst=hours_of_monday.shift.pk, soort="other_times", start="6", pauze="45")
    weeks = accept(PlanningMessage.objects.get(), by=cast.jet, at=NOW)
    assert weeks == [WEEK]
    prepare(cast.anker, WEEK, at=NOW)
    hours_of_monday.refresh_from_db()
    assert hours(hours_of_monday.shift) == [("06:00", "16:00", 45)]
    assert duration(hours_of_monday.worked_minutes) == "9:15"
    assert set(Event.objects.values_list("verb", flat=True)) >= {
        "planning.message_sent",
        "planning.planned",
        "planning.message_accepted",
    }


def test_hours_that_somebody_typed_stay_when_a_message_is_accepted(cast, tell, anna_at):
    typed = entry(anna_at, is_touched=True)
    tell(dienst=typed.shift.pk, soort="no_show")
    accept(PlanningMessage.objects.get(), by=cast.jet, at=NOW)
    prepare(cast.anker, WEEK, at=NOW)
    typed.refresh_from_db()
    assert typed.is_occupying


def test_who_does_not_come_is_no_longer_planned(cast, tell, anna_at):
    """S3.13: one shift of that day; the other stays."""
    early, late = shift(anna_at), shift(anna_at, start="18:00", end="22:00", pause=0)
    tell(dienst=early.pk, soort="no_show")
    accept(PlanningMessage.objects.get(), by=cast.jet, at=NOW)
    assert hours(early, late) == [("18:00", "22:00", 0)]


def test_a_message_about_a_day_reaches_all_its_shifts(cast, tell, anna_at):
    other = placed(cast.anker, "Nowak, Piotr")
    monday, tuesday = [shift(anna_at), shift(other)], shift(other, day=TUESDAY)
    tell(dag=MONDAY.isoformat(), soort="other_times", eind="15:00")
    accept(PlanningMessage.objects.get(), by=cast.jet, at=NOW)
    assert hours(*monday) == [("07:30", "15:00", 30)] * 2
    assert hours(tuesday) == [("07:30", "16:00", 30)]


def test_a_message_about_a_worker_reaches_the_whole_week(cast, tell, anna_at):
    mine = [shift(anna_at), shift(anna_at, day=TUESDAY)]
    next_week = shift(anna_at, day=WEEK.next.monday)
    tell(plaatsing=anna_at.pk, soort="no_show")
    accept(PlanningMessage.objects.get(), by=cast.jet, at=NOW)
    assert hours(*mine) == []
    assert hours(next_week)


def test_another_usual_week_holds_from_its_day_on(cast, tell, anna_at):
    """S3.14: the base schedule changes; what was planned by the old one follows."""
    by_hand = Block(0, 450, 960, 30)
    schedule(anna_at, Pattern(date(2026, 1, 1), (by_hand,)), by=None, at=NOW)
    first = (timezone.localdate() + timedelta(days=14)) - timedelta(
        days=timezone.localdate().weekday()
    )
    usual = shift(anna_at, day=first)
    before = shift(anna_at, day=first - timedelta(days=7))
    own = shift(anna_at, day=first + timedelta(days=7), start="10:00", end="12:00")
    said = tell(
        plaatsing=anna_at.pk,
        soort="other_pattern",
        vanaf=first.isoformat(),
        **{"ma-start": "6", "ma-eind": "14:30", "ma-pauze": "30", "wo-start": "6"},
        **{"wo-eind": "12"},
    )
    assert said.status_code == 200, said.content.decode()
    accept(PlanningMessage.objects.get(), by=cast.jet, at=NOW)
    newest = BaseSchedule.objects.order_by("valid_from").last()
    assert newest.valid_from == first
    assert sorted(newest.blocks.values_list("weekday", "start", "end")) == [
        (0, 360, 870),
        (2, 360, 720),
    ]
    assert hours(usual) == [("06:00", "14:30", 30)]
    assert hours(before) == [("07:30", "16:00", 30)]
    assert hours(own) == [("10:00", "12:00", 30)]


def test_a_remark_changes_nothing_and_can_be_taken_note_of(cast, tell, anna_at):
    planned = shift(anna_at)
    tell(dienst=planned.pk, soort="remark", tekst="Graag met eigen handschoenen")
    assert accept(PlanningMessage.objects.get(), by=cast.jet, at=NOW) == []
    assert hours(planned) == [("07:30", "16:00", 30)]


def test_declining_tells_the_client_why(cast, tell, signed_in, anna_at):
    """P3.12: the reason stands on the schedule."""
    # P5.3.10
    planned = shift(anna_at)
    tell(dienst=planned.pk, soort="no_show")
    message = PlanningMessage.objects.get()
    with pytest.raises(ReasonMissing):
        decline(message, "", by=cast.jet, at=NOW)
    decline(message, "Ze komt wel, een uur later", by=cast.jet, at=NOW)
    page = signed_in(cast.anna).get(reverse("planning", args=["anker", WEEK]))
    assert "Ze komt wel, een uur later" in page.content.decode()
    assert hours(planned) == [("07:30", "16:00", 30)]


def test_an_answer_is_given_once(cast, tell, anna_at):
    tell(dienst=shift(anna_at).pk, soort="no_show")
    message = PlanningMessage.objects.get()
    decline(message, "Nee", by=cast.jet, at=NOW)
    with pytest.raises(AlreadyAnswered, match="afgewezen door Jet"):
        accept(message, by=cast.jet, at=NOW)
    assert MessageAnswer.objects.count() == 1


def test_what_moved_since_the_office_looked_is_not_changed(cast, tell, anna_at):
    planned = shift(anna_at)
    tell(dienst=planned.pk, soort="other_times", start="6")
    message = PlanningMessage.objects.get()
    old = f"{planned.pk}:{planned.start}:{planned.end}:{planned.break_minutes}"
    planned.end += 60
    planned.save()
    with pytest.raises(PlanningMoved):
        accept(message, by=cast.jet, at=NOW, seen=old)
    assert not MessageAnswer.objects.exists()


def test_times_that_fall_together_with_another_shift_are_refused_whole(
    cast, tell, anna_at
):
    planned = shift(anna_at)
    shift(anna_at, start="18:00", end="22:00")
    tell(dienst=planned.pk, soort="other_times", eind="19")
    with pytest.raises(WorkerTwiceAtOnce):
        accept(PlanningMessage.objects.get(), by=cast.jet, at=NOW)
    assert not MessageAnswer.objects.exists()
    assert ("07:30", "16:00", 30) in hours(planned)
