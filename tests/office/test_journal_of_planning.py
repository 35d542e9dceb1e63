"""Every deed of a planner as one readable record: whom, which day, what changed."""

from datetime import date

import pytest

from tests.cast import MONDAY, NOW, placed
from werkbrief.planning.actions import (
    Block,
    Cells,
    Pattern,
    cancel,
    put,
    schedule,
    tell_absent,
    tell_present,
    undo,
)
from werkbrief.planning.reads.proposals import stamp
from werkbrief.words.notation import Typed

PAGE = "/kantoor/logboek/"


@pytest.fixture
def who(cast):
    return {"by": cast.jet, "at": NOW}


@pytest.fixture
def told(cast, signed_in):
    def told(**asked):
        page = signed_in(cast.jet).get(PAGE, asked).text
        return page[page.index("</form>") :]

    return told


@pytest.fixture
def anna(cast):
    return placed(cast.anker)


@pytest.fixture
def planned(cast, anna, who):
    empty = Cells(cast.anker, {(anna.pk, MONDAY): ""})
    return put(empty, Typed(480, 720), **who)


def test_a_planned_shift_tells_whom_and_which_day(planned, told):
    page = told()
    assert "diensten gepland" in page
    assert "Kowalski, Anna · ma 16 nov" in page
    assert "<ins>08:00</ins>" in page
    assert "Jet Jobcoach" in page


def test_other_times_a_shift_that_lapses_and_undoing_it(cast, anna, planned, who, told):
    (mine,) = planned.created
    spot = (anna.pk, MONDAY)
    cells = Cells(cast.anker, {spot: stamp([mine])})
    put(cells, Typed(end=780), shift=mine.pk, **who)
    mine.refresh_from_db()
    assert "<del>12:00</del> <ins>13:00</ins>" in told()
    done = cancel(Cells(cast.anker, {spot: stamp([mine])}), mine.pk, **who)
    assert "weg" in told()
    undo(cast.anker, done.event.pk, **who)
    assert "planning ongedaan gemaakt" in told()
    assert told(daad="planning.undone").count("Kowalski, Anna · ma 16 nov") == 1


def test_absence_tells_from_when_until_when_and_nothing_of_why(anna, who, told):
    tell_absent(anna.worker, MONDAY, MONDAY, **who)
    page = told()
    assert "afwezigheid vastgelegd" in page
    assert "Kowalski, Anna" in page
    assert "16-11-2026" in page
    tell_present(anna.worker, MONDAY, MONDAY, **who)
    gone = told(daad="planning.present")
    assert anna.worker.payroll_number in gone


def test_a_usual_week_is_told_in_words(anna, who, told):
    blocks = tuple(Block(day, 420, 930, 30) for day in range(5))
    schedule(anna, Pattern(date(2026, 11, 30), blocks), **who)
    blocks = (Block(0, 480, 960, 30, 0), Block(0, 840, 1320, 30, 1))
    schedule(anna, Pattern(date(2026, 11, 30), blocks, 2), **who)
    page = told()
    assert "<del>ma–vr 07:00–15:30/30</del>" in page
    assert "ma 08:00–16:00/30 | ma 14:00–22:00/30" in page


def test_the_journal_is_searched_for_a_worker_s_planning(cast, planned, told, who):
    emre = placed(cast.anker, "Yılmaz, Emre")
    put(Cells(cast.anker, {(emre.pk, MONDAY): ""}), Typed(540, 720), **who)
    page = told(wie="yilmaz")
    assert "Yılmaz, Emre · ma 16 nov" in page
    assert "Kowalski" not in page
