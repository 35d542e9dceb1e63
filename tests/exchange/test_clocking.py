"""Hours come in from a time clock and replace the plan's, until somebody judged."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import MONDAY, NOW, crowd, entry, placed
from tests.exchange.files import csv, everything, shift
from tests.exchange.handing import approve
from werkbrief.exchange.actions import import_hours
from werkbrief.exchange.arrivals import read_arrival
from werkbrief.journal.models import Event
from werkbrief.planning.models import Absence
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.refusals import AlreadyFinal, Overlapping
from werkbrief.words.clock import clock

ANNA = ("Anker", "", "Teler", "00234", "Kowalski, Anna")


@pytest.fixture
def anna(cast):
    return placed(cast.anker, number="00234")


@pytest.fixture
def gate(cast):
    """What the clock at the gate wrote comes in."""

    def come_in(*rows, is_trial=False):
        reading = read_arrival(csv(*rows), near=MONDAY)
        return import_hours(
            reading, agency=cast.agency, by=cast.jet, at=NOW, is_trial=is_trial
        )

    return come_in


def worked(start="7:02", end="16:31", pause="30", day="16-11-2026", who=ANNA):
    return shift(day, start, end, pause, who)


def hours():
    rows = TimeEntry.objects.order_by("start")
    return [(clock(e.start), clock(e.end), e.break_minutes) for e in rows]


def test_the_clock_replaces_the_plan_and_a_second_time_nothing(anna, gate):
    entry(anna)
    assert gate(worked()).changed == 1
    assert hours() == [("07:02", "16:31", 30)]
    assert TimeEntry.objects.get().is_touched
    before = everything()
    assert gate(worked()).does_nothing
    assert everything() == before


def test_on_trial_it_tells_and_changes_nothing(anna, gate):
    entry(anna)
    before = everything()
    assert gate(worked(), is_trial=True).changed == 1
    assert everything() == before


def test_hours_as_planned_are_confirmed_and_stay_open_to_the_plan(anna, gate):
    entry(anna)
    assert gate(worked("7:30", "16:00")).confirmed == 1
    assert not TimeEntry.objects.get().is_touched


def test_who_was_said_to_be_away_and_clocked_did_work(cast, anna, gate):
    entry(anna)
    Absence.objects.create(
        agency=cast.agency, worker=anna.worker, starts_on=MONDAY, ends_on=MONDAY
    )
    assert gate(worked("7:30", "16:00")).changed == 1
    assert TimeEntry.objects.get().is_touched


def test_an_unplanned_shift_becomes_an_entry(anna, gate):
    entry(anna)
    assert (
        gate(worked("7:30", "12:00", "0"), worked("13:00", "17:00", "0")).created == 1
    )
    assert hours() == [("07:30", "12:00", 0), ("13:00", "17:00", 0)]


def test_judged_hours_are_not_touched(cast, anna, gate):
    approve(cast, entry(anna))
    assert gate(worked("7:30", "16:00")).confirmed == 1
    with pytest.raises(AlreadyFinal, match="staan al vast"):
        gate(worked())
    assert hours() == [("07:30", "16:00", 30)]


def test_nobody_is_in_two_places(cast, anna, gate):
    other = placed(cast.boot, number="00234")
    entry(other)
    with pytest.raises(Overlapping):
        gate(worked())


def test_one_bad_line_leaves_all_as_it_was(cast, anna, gate):
    entry(anna)
    stranger = ("Anker", "", "Teler", "99", "Nieuw, Nico")
    outcome = gate(worked(), worked(who=stranger), worked(day="24-11-2026"))
    told = [(m.line, m.remedy) for m in outcome.mistakes]
    assert (told[0][0], "geen plaatsing" in told[0][1]) == (3, True)
    assert (told[1][0], "nog gewerkt worden" in told[1][1]) == (4, True)
    assert hours() == [("07:30", "16:00", 30)]


def test_it_stands_in_the_journal(cast, anna, gate):
    entry(anna)
    gate(worked())
    assert Event.objects.get(verb="timesheets.clocked").by == cast.jet


def test_a_hundred_clocked_ask_no_more_than_two(cast, gate):
    counts = []
    for number in (2, 100):
        made = crowd(cast.anker, number, days=1)
        rows = [
            worked(who=("Anker", "", "Teler", e.worker.payroll_number, e.worker.name))
            for e in TimeEntry.objects.filter(pk__in=[m.pk for m in made])
        ]
        with CaptureQueriesContext(connection) as asked:
            assert gate(*rows).changed == number
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_command_takes_hours_in(cast, anna, tmp_path, capsys):
    entry(anna)
    file = tmp_path / "klok.csv"
    file.write_bytes(csv(worked()))
    call_command("import", "hours", str(file), "--agency", "kasdorp")
    assert "kreeg de tijden van de klok" in capsys.readouterr().out
    file.write_bytes(csv(worked("zeven")))
    with pytest.raises(CommandError, match="er is niets ingelezen"):
        call_command("import", "hours", str(file), "--agency", "kasdorp")
