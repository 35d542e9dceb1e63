"""Two people, one selection, the same moment: nothing is lost, nothing done twice.

Threads with a connection each; on PostgreSQL they really run together.
"""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from tests.cast import MONDAY, NOW, WEEK, crowd, entry, member, placed, shift
from tests.timesheets.conftest import Hand
from werkbrief.journal.models import Change, Event
from werkbrief.planning.models import Shift
from werkbrief.timesheets.actions import (
    Slip,
    add_manual,
    changing,
    convert_manual,
    judging,
    preparing,
)
from werkbrief.timesheets.models import Decision, ManualEntry, TimeEntry
from werkbrief.timesheets.refusals import (
    AlreadyFinal,
    AlreadyHandled,
    Overlapping,
    Stale,
)
from werkbrief.words.notation import Typed
from werkbrief.words.refusals import Refusal

pytestmark = pytest.mark.django_db(transaction=True)
LONG = 60


def at_once(*deeds):
    """Start these together; what each gave, or refused."""
    outcomes = [None] * len(deeds)
    start = threading.Barrier(len(deeds))

    def run(number, deed):
        try:
            start.wait(LONG)
            outcomes[number] = deed()
        except (Refusal, RuntimeError) as refusal:
            outcomes[number] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG)
    return outcomes


@pytest.fixture
def colleague(cast):
    return Hand(member(cast.coco, cast.anker))


@pytest.fixture
def after(monkeypatch):
    """The second deed starts when the first holds its locks, before it commits."""

    def after(module, first, second):
        held, go = threading.Event(), threading.Event()
        record = module.record

        def slow(*args, **kwargs):
            written = record(*args, **kwargs)
            if threading.current_thread() is slow.thread:
                held.set()
                # SQLite lets nobody in: there the second waits, and we go on.
                go.wait(LONG if connection.vendor == "postgresql" else 0.2)
            return written

        def one():
            slow.thread = threading.current_thread()
            return first()

        def two():
            held.wait(LONG)
            threading.Timer(0.3, go.set).start()
            return second()

        monkeypatch.setattr(module, "record", slow)
        return at_once(one, two)

    return after


def test_two_approve_the_same_selection(cast, anna, colleague):
    entries = crowd(cast.anker, 40)
    outcomes = at_once(
        lambda: anna.approve(*entries), lambda: colleague.approve(*entries)
    )
    (won,) = [outcome for outcome in outcomes if isinstance(outcome, Event)]
    (lost,) = [outcome for outcome in outcomes if isinstance(outcome, AlreadyFinal)]
    assert Decision.objects.filter(by=won.by).count() == 200
    assert Decision.objects.count() == 200
    assert f"goedgekeurd door {won.by} op 23-11 om 10:00" in lost.sentence
    assert Change.objects.count() == 200


def test_two_selections_that_overlap_give_each_entry_one_decision(
    cast, anna, colleague
):
    entries = crowd(cast.anker, 12)
    outcomes = at_once(
        lambda: anna.approve(*entries[:40]),
        lambda: colleague.reject(*reversed(entries[20:])),
    )
    assert sum(isinstance(outcome, Event) for outcome in outcomes) == 1
    assert Decision.objects.count() == 40
    assert Decision.objects.values("verdict").distinct().count() == 1


@pytest.mark.parametrize("deed", ["approve", "reject"])
def test_a_judgement_that_lands_while_waiting_keeps_all_others_open(
    cast, anna, colleague, after, deed
):
    monday, *others = crowd(cast.anker, 2)
    first, second = after(
        judging,
        lambda: getattr(colleague, deed)(monday),
        lambda: anna.approve(monday, *others),
    )
    assert isinstance(first, Event)
    assert isinstance(second, AlreadyFinal)
    assert "door Coco Nergens" in second.sentence
    assert Decision.objects.count() == 1


def test_a_change_that_waits_for_a_judgement_is_refused(anna, colleague, monday, after):
    _, second = after(
        judging, lambda: colleague.approve(monday), lambda: anna.change(monday, pause=0)
    )
    assert isinstance(second, AlreadyFinal)
    assert TimeEntry.objects.get().break_minutes == 30


def test_typed_hours_are_not_overwritten_by_preparing(cast, anna, monday, after):
    Shift.objects.update(start=monday.start + 60)
    _, second = after(
        preparing,
        lambda: preparing.prepare(cast.anker, WEEK, at=NOW),
        lambda: anna.change(monday, pause=45),
    )
    assert isinstance(second, Stale)
    assert "door het portaal" in second.sentence
    assert TimeEntry.objects.get().start == monday.start + 60


def test_preparing_does_not_overwrite_what_is_being_typed(cast, anna, monday, after):
    Shift.objects.update(start=monday.start + 60)
    _, second = after(
        changing,
        lambda: anna.change(monday, pause=45),
        lambda: preparing.prepare(cast.anker, WEEK, at=NOW),
    )
    assert second.updated == []
    entry = TimeEntry.objects.get()
    assert (entry.start, entry.break_minutes) == (monday.start, 45)


def test_two_who_move_one_worker_into_the_same_minutes(cast, anna, colleague):
    assignment = placed(cast.anker)
    early = entry(assignment, start="6:00", end="10:00", pause=0)
    late = entry(assignment, start="12:00", end="16:00", pause=0)
    outcomes = at_once(
        lambda: anna.change(early, end=780), lambda: colleague.change(late, start=600)
    )
    assert sum(isinstance(outcome, Event) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, Overlapping) for outcome in outcomes) == 1


def test_a_double_click_approves_once(anna, monday):
    outcomes = at_once(*[lambda: anna.approve(monday)] * 4)
    assert sum(isinstance(outcome, Event) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, AlreadyFinal) for outcome in outcomes) == 3
    assert Decision.objects.count() == Change.objects.count() == 1


def test_two_who_undo_the_same_deed_undo_it_once(anna, monday):
    event = anna.approve(monday)
    soon = NOW + timedelta(seconds=5)
    outcomes = at_once(*[lambda: anna.undo(event, at=soon)] * 2)
    assert sum(isinstance(outcome, list) for outcome in outcomes) == 1
    assert TimeEntry.objects.get().version == 3


def test_two_desks_convert_the_same_slip_once(cast):
    assignment = placed(cast.anker)
    typed = Typed(start=450, end=960)
    slip = Slip(assignment.job_function, "Kowalski", [MONDAY], typed)
    manual = add_manual(cast.anker, slip, by=cast.anna, at=NOW)
    scope, deed = ManualEntry.objects.all(), {"by": cast.jet, "at": NOW}

    def convert():
        return convert_manual(scope, manual.pk, assignment.pk, **deed)

    outcomes = at_once(convert, convert)
    assert sum(isinstance(outcome, list) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, AlreadyHandled) for outcome in outcomes) == 1
    assert TimeEntry.objects.count() == Decision.objects.count() == 1


def test_two_rounds_of_the_background_lay_ready_once(cast):
    for number in range(20):
        shift(placed(cast.anker, number=f"n{number}"), MONDAY)
    at_once(*[lambda: preparing.prepare(cast.anker, WEEK, at=NOW)] * 3)
    assert TimeEntry.objects.count() == 20
