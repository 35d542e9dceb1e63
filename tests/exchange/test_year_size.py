"""A year's planning comes in without filling the memory."""

from tests.exchange.files import csv, everything, many
from werkbrief.planning.models import Shift
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.clock import clock


def test_what_many_people_get_at_once_is_planned_a_few_at_a_time(take, monkeypatch):
    """Constant memory: a year's file is never in memory as shifts."""
    monkeypatch.setattr("werkbrief.exchange.actions.importing.PEOPLE_AT_ONCE", 2)
    assert take(csv(*many(5))).created == 25
    later = [(*row[:6], "7:15", *row[7:]) for row in many(5)]
    assert take(csv(*later)).changed == 25
    assert {clock(shift.start) for shift in Shift.objects.all()} == {"07:15"}
    assert {clock(entry.start) for entry in TimeEntry.objects.all()} == {"07:15"}


def test_one_bad_line_near_the_end_is_named_and_leaves_nothing(take):
    rows = many(400)
    bad = len(rows) - 2
    rows[bad] = (*rows[bad][:6], "zeven", *rows[bad][7:])
    before = everything()
    (mistake,) = take(csv(*rows)).mistakes
    assert (mistake.line, mistake.read) == (bad + 2, "zeven")
    assert everything() == before
