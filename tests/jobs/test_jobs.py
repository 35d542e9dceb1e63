"""Work that takes longer than a page may: left alone, found again, never half."""

import signal
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from tests.processes import elsewhere
from werkbrief.jobs.actions import (
    Wanted,
    ask,
    ask_again,
    put_away_old,
    runs,
    work_through,
)
from werkbrief.jobs.models import Job, JobPiece, Side, State
from werkbrief.jobs.reads import as_told, pieces
from werkbrief.jobs.refusals import StillRunning
from werkbrief.staffing.models import Agency
from werkbrief.words.refusals import Refusal

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=4)


@pytest.fixture
def agency(db):
    return Agency.objects.create(name="Kasdorp", slug="kasdorp")


@pytest.fixture
def wanted(agency):
    return Wanted(agency, "count", "Tellen", {"until": 3}, b"1\n2\n3\n")


def work(at=NOW, **kinds):
    return work_through(kinds, clock=lambda: at)


def count(run):
    lines = run.content().splitlines()
    for number in range(run.wish["until"]):
        run.tell("tellen", number, len(lines))
        run.write(b"regel\n")
    run.finish(file_name="telling.txt", sentences=["3 geteld"])


def test_what_was_asked_is_done_later_with_the_file_that_came_along(wanted):
    job = ask(wanted, by=None, at=NOW)
    assert job.state == State.WAITING
    assert work(count=count) == 1
    job.refresh_from_db()
    assert (job.state, job.result) == (State.DONE, {"sentences": ["3 geteld"]})
    assert (job.file_name, job.file_size) == ("telling.txt", 18)
    assert b"".join(pieces(job, Side.MADE)) == b"regel\n" * 3


def test_the_same_question_twice_is_one_job(wanted):
    assert ask(wanted, by=None, at=NOW) == ask(wanted, by=None, at=LATER)
    assert Job.objects.count() == 1
    assert work(count=count) == 1
    assert work(count=count) == 0
    assert ask(wanted, by=None, at=LATER).state == State.WAITING


@pytest.mark.django_db(transaction=True)
def test_how_far_it_is_can_be_read_meanwhile_also_from_inside_a_transaction(
    wanted, monkeypatch
):
    monkeypatch.setattr(runs, "OFTEN", timedelta())
    job = ask(wanted, by=None, at=NOW)
    seen = []

    def look():
        with ThreadPoolExecutor() as elsewhere:
            seen.append(elsewhere.submit(_glance, job.pk).result())

    def halfway(run):
        run.tell("lezen", 250, 1000)
        look()
        with transaction.atomic():
            Agency.objects.update(name="Half")
            run.tell("plannen", 500, 1000)
            look()
        run.tell("nog iets", 999, 1000)
        look()

    work(count=halfway)
    assert seen == [("lezen", 25), ("plannen", 50), ("nog iets", 99)]
    assert as_told(Job.objects.get()).phase == ""


def _glance(pk):
    """As somebody else's screen shows it at this moment."""
    try:
        job = as_told(Job.objects.get(pk=pk))
        return job.phase, job.percent
    finally:
        connection.close()


def test_a_refusal_is_the_sentence_and_leaves_no_file(wanted):
    job = ask(wanted, by=None, at=NOW)

    def refuse(run):
        run.write(b"half")
        raise Refusal("Regel 3 is geen getal. Verbeter die.")

    work(count=refuse)
    job.refresh_from_db()
    assert (job.state, job.told) == (
        State.FAILED,
        "Regel 3 is geen getal. Verbeter die.",
    )
    assert not job.pieces.filter(side=Side.MADE).exists()


def test_our_own_mistake_says_that_it_is_ours_and_can_be_tried_again(wanted):
    job = ask(wanted, by=None, at=NOW)
    work(count=lambda _: 1 / 0)
    job.refresh_from_db()
    assert job.told.startswith("Er ging iets mis aan onze kant.")
    ask_again(job, at=LATER)
    assert work(count=count) == 1
    job.refresh_from_db()
    assert (job.state, job.told) == (State.DONE, "")


def test_what_is_running_is_not_asked_again(wanted):
    with pytest.raises(StillRunning):
        ask_again(ask(wanted, by=None, at=NOW), at=NOW)


def test_a_worker_that_must_stop_puts_the_job_back_whole(wanted):
    job = ask(wanted, by=None, at=NOW)
    stops = iter([False, True])
    work_through(
        {"count": count}, clock=lambda: NOW, is_stopping=lambda: next(stops, True)
    )
    job.refresh_from_db()
    assert (job.state, job.tries) == (State.WAITING, 0)
    assert work(count=count) == 1
    assert JobPiece.objects.filter(side=Side.MADE).count() == 1


def test_one_that_is_silent_too_long_is_taken_up_again_and_ends_after_three(wanted):
    job = ask(wanted, by=None, at=NOW)
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, tries=1, alive=NOW)
    assert work(count=count) == 0, "somebody is still at it"
    assert work(LATER, count=count) == 1
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, tries=3, alive=NOW)
    work(LATER, count=count)
    job.refresh_from_db()
    assert job.told.startswith("Dit is drie keer halverwege afgebroken.")


def test_a_sign_of_life_from_tomorrow_keeps_no_job_waiting_till_then(wanted):
    job = ask(wanted, by=None, at=NOW)
    tomorrow = NOW + timedelta(days=1)
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, tries=1, alive=tomorrow)
    assert work(count=count) == 1


def test_who_was_taken_over_leaves_nothing(wanted, agency):
    """The slow worker's transaction goes back: only the new one's counts."""
    job = ask(wanted, by=None, at=NOW)

    def slow(run):
        with transaction.atomic():
            Agency.objects.filter(pk=agency.pk).update(name="Half")
            Job.objects.filter(pk=job.pk).update(tries=2)
            run.finish()

    work(count=slow)
    agency.refresh_from_db()
    assert agency.name == "Kasdorp"


def test_files_go_after_a_week_and_jobs_after_three_months(wanted):
    job = ask(wanted, by=None, at=NOW)
    work(count=count)
    put_away_old(at=NOW + timedelta(days=8))
    job.refresh_from_db()
    assert (job.file_name, JobPiece.objects.count()) == ("", 0)
    put_away_old(at=NOW + timedelta(days=91))
    assert not Job.objects.exists()


DIES = """
import os, signal, django
django.setup()
from django.db import connection, transaction
from django.utils import timezone
from werkbrief.jobs.actions import work_through
from werkbrief.staffing.models import Agency
def die(run):
    run.write(b"x" * 600_000)
    with transaction.atomic():
        Agency.objects.update(name="Half")
        os.kill(os.getpid(), signal.SIGKILL)
work_through({"count": die}, clock=timezone.now)
"""


@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_leaves_nothing_half_and_the_next_one_does_it(
    agency, wanted, tmp_path
):
    job = ask(wanted, by=None, at=NOW)
    died = elsewhere(DIES, tmp_path)
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    agency.refresh_from_db()
    job.refresh_from_db()
    assert (agency.name, job.state) == ("Kasdorp", State.RUNNING)
    assert work(job.alive + timedelta(minutes=4), count=count) == 1
    job.refresh_from_db()
    assert b"".join(pieces(job, Side.MADE)) == b"regel\n" * 3
