"""An import can be taken back: all of it, but what somebody went on with."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.exchange.conftest import NOW, TODAY
from tests.exchange.files import csv, everything, many, shift
from werkbrief.accounts.models import User
from werkbrief.exchange.actions import import_hours, undo_import
from werkbrief.exchange.arrivals import read_arrival
from werkbrief.exchange.models import Import
from werkbrief.exchange.refusals import AlreadyUndone
from werkbrief.planning.models import Shift
from werkbrief.staffing.models import Assignment, Department, Worker
from werkbrief.timesheets.models import Decision, TimeEntry, Verdict
from werkbrief.words.clock import clock

LATER = NOW + timedelta(hours=1)
KEPT = ("journal.", "exchange.Import")


def state():
    """Everything but the journal and what is known of imports."""
    return [row for row in everything() if not row[0].startswith(KEPT)]


def shown():
    """What people see: standing shifts and entries, workers, assignments."""
    return (
        sorted(Shift.objects.standing().values_list("worker__name", "start", "end")),
        sorted(TimeEntry.objects.standing().values_list("start", "end", "worker")),
        sorted(Worker.objects.values_list("name", flat=True)),
        sorted(Assignment.objects.values_list("worker", "starts_on", "ends_on")),
    )


def undone(**more):
    return undo_import(Import.objects.latest("pk"), by=None, at=LATER, **more)


@pytest.fixture
def anna(db):
    return User.objects.create(username="anna", name="Anna")


def test_a_first_import_goes_back_to_an_empty_agency(take):
    before = state()
    take(csv(*many(4)))
    told = undone()
    assert told.left == []
    assert told.sentences() == [
        "20 diensten terug zoals het was",
        "4 plaatsingen weg",
        "4 werknemers weg",
        "4 afdelingen weg",
        "1 functie weg",
    ]
    assert state() == before


def test_a_change_goes_back_to_how_it_was(take):
    take(csv(*many(2)))
    before = shown()
    take(csv(*[(*row[:6], "9:00", *row[7:]) for row in many(2)[:6]]))
    assert undone().sentences()[0] == "6 diensten terug zoals het was"
    assert shown() == before


def test_what_an_import_cancelled_stands_again(take):
    two = [shift("16-11-2026", "7:00", "11:00", 0), shift("16-11-2026", "12", "15", 0)]
    take(csv(*two))
    before = shown()
    assert take(csv(two[0])).cancelled == 1
    undone()
    assert shown() == before


def test_looking_first_changes_nothing_and_says_the_same(take):
    take(csv(*many(2)))
    before = everything()
    looked = undone(is_trial=True)
    assert everything() == before
    assert undone().sentences() == looked.sentences()


def test_what_was_judged_or_typed_since_stays_and_is_told(take, anna):
    take(csv(*many(1)))
    one, two, *_ = TimeEntry.objects.order_by("start")
    Decision.objects.create(
        entry=one, agency_id=one.agency_id, verdict=Verdict.APPROVED, by=anna, at=NOW
    )
    TimeEntry.objects.filter(pk=two.pk).update(is_touched=True)
    told = undone()
    name = "Achternaam00000"
    assert told.left[:2] == [
        (
            "Dienst",
            f"{name}, 16-11-2026 07:00–15:30",
            "over deze uren is al geoordeeld",
        ),
        (
            "Dienst",
            f"{name}, 17-11-2026 07:00–15:30",
            "deze uren heeft iemand al ingevuld",
        ),
    ]
    assert ("Stamgegevens", "1 werknemer", "inmiddels in gebruik") in told.left
    assert Shift.objects.standing().count() == 2
    assert Import.objects.get().left == len(told.left)


def test_what_a_later_import_planned_differently_stays(take):
    take(csv(*many(1)))
    first = Import.objects.get()
    take(csv(*[(*row[:6], "9:00", *row[7:]) for row in many(1)[:1]]))
    told = undo_import(first, by=None, at=LATER)
    assert told.left[0][2] == "daarna anders gepland"
    assert clock(Shift.objects.standing().get().start) == "09:00"


def test_a_worker_who_is_planned_elsewhere_by_now_is_not_put_in_two_places(take):
    take(csv(shift("16-11-2026")))
    take(csv(shift("16-11-2026", "16:00", "22:00")))
    moved = Import.objects.latest("pk")
    boot = ("Boot Bloemen", "Hal", "Inpakker", "00234", "Kowalski, Anna")
    take(csv(shift("16-11-2026", "8:00", "12:00", who=boot)))
    told = undo_import(moved, by=None, at=LATER)
    assert told.left[0][2] == "de medewerker werkt dan inmiddels ergens anders"
    assert clock(Shift.objects.standing().earliest("start").start) == "08:00"


def test_an_import_is_undone_once(take):
    take(csv(*many(1)))
    undone()
    with pytest.raises(AlreadyUndone):
        undone()


def test_an_import_that_changed_nothing_is_nothing_to_undo(take):
    take(csv(*many(1)))
    take(csv(*many(1)))
    assert Import.objects.count() == 1


def test_clocked_hours_go_back_to_the_planned_ones(take, agency):
    take(csv(*many(2, date(2026, 11, 16))))
    before = shown()
    rows = [(*row[:6], "7:10", *row[7:]) for row in many(2)[:3]]
    extra = shift("21-11-2026", "8:00", "10:00", 0, who=many(1)[0][:5])
    reading = read_arrival(csv(*rows, extra), near=TODAY)
    reading = replace(reading, name="klok.csv")
    done = import_hours(reading, agency=agency, by=None, at=NOW)
    assert (done.changed, done.created) == (3, 1)
    told = undone()
    assert told.sentences() == ["4 werkbriefjes terug zoals ze waren"]
    assert shown() == before
    assert Import.objects.latest("pk").name == "klok.csv"


def test_two_statements_more_for_ten_times_the_lines_is_all(
    take, django_assert_max_num_queries
):
    take(csv(*many(40)))
    with django_assert_max_num_queries(130):
        assert undone().left == []


def test_what_was_there_before_stays(take, anker):
    Department.objects.create(client=anker, name="Oud")
    take(csv(*many(1)))
    undone()
    assert list(Department.objects.values_list("name", flat=True)) == ["Oud"]
