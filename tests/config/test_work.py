"""The background keeps the weeks filled, and one client's trouble stops no other."""

import os
import sys
import threading
from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command
from django.db import OperationalError

from werkbrief.config import signs
from werkbrief.config.errands import JOBS
from werkbrief.config.management.commands import work
from werkbrief.jobs.actions import Wanted, ask, work_through
from werkbrief.planning.models import BaseBlock, BaseSchedule
from werkbrief.staffing.models import Agency, Assignment, Client, JobFunction, Worker
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.clock import clock, day_of

WEDNESDAY = datetime(2026, 11, 18, 10, tzinfo=UTC)


def _works_mondays(agency, name):
    """A client with one worker whose usual week is Monday 07:30-16:00."""
    client = Client.objects.create(agency=agency, name=name, slug=name)
    assignment = Assignment.objects.create(
        agency=agency,
        client=client,
        worker=Worker.objects.create(agency=agency, payroll_number=name, name=name),
        job_function=JobFunction.objects.create(client=client, name="Teelt"),
        starts_on=date(2026, 1, 1),
    )
    schedule = BaseSchedule.objects.create(
        assignment=assignment, valid_from=date(2026, 1, 1)
    )
    BaseBlock.objects.create(
        schedule=schedule, weekday=0, start=450, end=960, break_minutes=30
    )
    return client


@pytest.fixture
def agency(db):
    return Agency.objects.create(name="Kas", slug="kas")


def test_last_this_and_next_week_stand_ready(agency):
    anker = _works_mondays(agency, "anker")
    work.go_round(at=WEDNESDAY)
    days = [day_of(entry.start) for entry in anker.time_entries.order_by("start")]
    assert days == [date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 23)]
    assert clock(anker.time_entries.earliest("start").start) == "07:30"


def test_a_second_round_changes_nothing(agency):
    _works_mondays(agency, "anker")
    work.go_round(at=WEDNESDAY)
    before = list(TimeEntry.objects.order_by("pk").values())
    work.go_round(at=WEDNESDAY)
    assert list(TimeEntry.objects.order_by("pk").values()) == before


def test_just_after_midnight_on_monday_the_new_week_counts(agency):
    anker = _works_mondays(agency, "anker")
    work.go_round(at=datetime(2026, 11, 22, 23, 5, tzinfo=UTC))
    days = {day_of(entry.start) for entry in anker.time_entries.all()}
    assert max(days) == date(2026, 11, 30)


def test_one_clients_trouble_stops_no_other(agency, monkeypatch, caplog):
    anker, boot = _works_mondays(agency, "anker"), _works_mondays(agency, "boot")
    prepare = work.prepare

    def trouble(client, week, *, at):
        if client == anker:
            raise RuntimeError("kapot")
        return prepare(client, week, at=at)

    monkeypatch.setattr(work, "prepare", trouble)
    work.go_round(at=WEDNESDAY)
    assert (anker.time_entries.count(), boot.time_entries.count()) == (0, 3)
    assert [record.args[0] for record in caplog.records] == [anker] * 3


def test_an_archived_client_rests(agency):
    anker = _works_mondays(agency, "anker")
    Client.objects.filter(pk=anker.pk).update(archived_on=date(2026, 1, 1))
    work.go_round(at=WEDNESDAY)
    assert not anker.time_entries.exists()


def test_the_command_does_one_round_and_ends(agency):
    _works_mondays(agency, "anker")
    call_command("work", once=True)
    assert TimeEntry.objects.count() == 3


def test_a_database_that_is_away_ends_no_background(agency, monkeypatch, caplog):
    """The next round finds it back; until then there is no sign of life."""

    def away(**_when):
        raise OperationalError("server closed the connection unexpectedly")

    with monkeypatch.context() as patch:
        patch.setattr(work, "go_round", away)
        work._take_a_round()
    assert "round" in caplog.text
    assert signs.last(signs.ROUND) is None
    work._take_a_round()
    assert signs.last(signs.ROUND)


@pytest.mark.django_db(transaction=True)
def test_a_file_that_takes_long_is_made_by_who_lets_others_go_before(agency):
    before = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    seen = []

    def look(run):
        seen.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))
        run.finish(sentences=["gekeken"])

    job = ask(Wanted(agency, "look", "Kijken"), by=None, at=WEDNESDAY)
    work_through({"look": work._politely(look)}, clock=lambda: WEDNESDAY)
    job.refresh_from_db()
    assert (job.state, job.result) == ("done", {"sentences": ["gekeken"]})
    if sys.platform == "linux":
        assert seen == [max(before, work.PATIENT)]
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == before


def test_who_reads_lets_others_go_before_and_who_writes_does_not():
    assert {kind for kind, one in work.POLITE.items() if one is not JOBS[kind]} == {
        "payroll",
        "comparison",
    }
