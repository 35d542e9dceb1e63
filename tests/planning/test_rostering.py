"""A planner's deeds in the cells of a week: plan, change, cancel, move."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, NOW, WEEK, placed, shift
from werkbrief.journal.models import Event
from werkbrief.planning.actions import (
    Cells,
    cancel,
    cancel_all,
    copy,
    move,
    put,
    put_all,
    tell_absent,
    undo,
)
from werkbrief.planning.models import Shift
from werkbrief.planning.reads.proposals import stamp
from werkbrief.planning.refusals import (
    AwayThen,
    BreakTooLong,
    NoLongerUndoable,
    NotPlacedThen,
    PlanningMoved,
    TimesMissing,
    TwoShifts,
    WorkerTwiceAtOnce,
)
from werkbrief.words.clock import clock, day_of
from werkbrief.words.notation import Typed, read_quick

TUESDAY, FRIDAY = WEEK.days[1], WEEK.days[4]


@pytest.fixture
def anna(cast):
    return placed(cast.anker)


@pytest.fixture
def who(cast):
    return {"by": cast.jet, "at": NOW}


def seen(*spots):
    """The cells as they stand now: (assignment, day, …)."""
    found = {}
    for assignment, day in spots:
        rows = assignment.shifts.standing()
        here = [one for one in rows if day_of(one.start) == day]
        found[assignment.pk, day] = stamp(here)
    return Cells(spots[0][0].client, found)


def standing(assignment):
    """Day, start, end and break of what stands."""
    return [
        (day_of(s.start), clock(s.start), clock(s.end), s.break_minutes)
        for s in assignment.shifts.standing().order_by("start")
    ]


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("0730-1600/30", ("07:30", "16:00", 30)),
        ("730 16", ("07:30", "16:00", 30)),
        ("8-12", ("08:00", "12:00", 0)),
        ("8-16/0", ("08:00", "16:00", 0)),
        ("22-6", ("22:00", "06:00", 30)),
    ],
)
def test_one_line_plans_a_shift_with_the_break_that_the_law_asks(
    anna, who, line, stands
):
    put(seen((anna, MONDAY)), read_quick(line), **who)
    assert standing(anna) == [(MONDAY, *stands)]


@pytest.mark.parametrize("line", ["8u", "/30"])
def test_a_new_shift_needs_a_start_and_an_end(anna, who, line):
    with pytest.raises(TimesMissing, match="starttijd en een eindtijd"):
        put(seen((anna, MONDAY)), read_quick(line), **who)


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("8-17", ("08:00", "17:00", 30)),
        ("/45", ("07:30", "16:00", 45)),
        ("9u", ("07:30", "17:00", 30)),
    ],
)
def test_what_is_left_out_stays_as_it_was(anna, who, line, stands):
    mine = shift(anna)
    put(seen((anna, MONDAY)), read_quick(line), shift=mine.pk, **who)
    assert standing(anna) == [(MONDAY, *stands)]
    assert Shift.objects.get().pk == mine.pk


def test_a_break_longer_than_the_shift_is_refused(anna, who):
    with pytest.raises(BreakTooLong, match="langer dan de dienst"):
        put(seen((anna, MONDAY)), read_quick("8-9/90"), **who)


def test_a_second_shift_stands_beside_the_first(anna, who):
    shift(anna, end="12:00", pause=0)
    put(seen((anna, MONDAY)), read_quick("15-19"), **who)
    assert [one[1] for one in standing(anna)] == ["07:30", "15:00"]


def test_many_cells_get_the_same_times_or_none_does(cast, anna, who):
    emre = placed(cast.anker, "Yılmaz, Emre")
    mine = shift(anna)
    spots = (anna, MONDAY), (anna, TUESDAY), (emre, MONDAY)
    done = put_all(seen(*spots), read_quick("8-17"), **who)
    assert len(done.created) == 2
    assert [one.pk for one in done.changed] == [mine.pk]
    times = ("08:00", "17:00", 30)
    assert standing(anna) == [(MONDAY, *times), (TUESDAY, *times)]
    shift(emre, start="18:00", end="20:00", pause=0)
    with pytest.raises(TwoShifts, match="twee diensten"):
        put_all(seen(*spots), read_quick("9-17"), **who)
    assert standing(anna)[0][1] == "08:00"
    cancel_all(seen(*spots), **who)
    assert standing(anna) == standing(emre) == []


def test_a_cell_that_changed_meanwhile_refuses(anna, who):
    before = seen((anna, MONDAY))
    mine = shift(anna)
    for deed in (
        lambda: put(before, read_quick("8-12"), **who),
        lambda: cancel(before, mine.pk, **who),
    ):
        with pytest.raises(PlanningMoved, match="intussen gewijzigd"):
            deed()
    assert not Event.objects.exists()


def test_nobody_is_planned_outside_the_placement_or_while_away(anna, who):
    anna.ends_on = MONDAY
    anna.save()
    with pytest.raises(NotPlacedThen, match="tot en met 16-11-2026"):
        put(seen((anna, TUESDAY)), read_quick("8-12"), **who)
    tell_absent(anna.worker, MONDAY, MONDAY, **who)
    with pytest.raises(AwayThen, match="Kowalski"):
        put(seen((anna, MONDAY)), read_quick("8-12"), **who)


def test_overlap_is_refused_and_tells_where(cast, anna, who):
    there = placed(cast.boot, number=anna.worker.payroll_number)
    shift(there, start="12:00", end="18:00")
    with pytest.raises(WorkerTwiceAtOnce, match="12:00–18:00 bij Boot"):
        put(seen((anna, MONDAY)), read_quick("8-14"), **who)


def test_a_shift_moves_to_another_day_and_to_somebody_else(cast, anna, who):
    emre = placed(cast.anker, "Yılmaz, Emre")
    mine = shift(anna)
    move(seen((anna, MONDAY), (emre, FRIDAY)), mine.pk, (emre.pk, FRIDAY), **who)
    assert standing(anna) == []
    assert standing(emre) == [(FRIDAY, "07:30", "16:00", 30)]
    assert Event.objects.get().verb == "planning.planned"


def test_moving_into_an_overlap_leaves_everything(cast, anna, who):
    emre = placed(cast.anker, "Yılmaz, Emre")
    mine = shift(anna)
    shift(emre, start="15:00", end="20:00")
    with pytest.raises(WorkerTwiceAtOnce):
        move(seen((anna, MONDAY), (emre, MONDAY)), mine.pk, (emre.pk, MONDAY), **who)
    assert len(standing(anna)) == len(standing(emre)) == 1


def test_a_night_keeps_its_clock_times_when_the_clock_goes_back(anna, who):
    """25 October 2026: the night lasts an hour longer."""
    saturday = MONDAY - timedelta(days=23)
    mine = shift(anna, saturday - timedelta(days=1), "22:00", "6:00")
    spots = (anna, saturday - timedelta(days=1)), (anna, saturday)
    move(seen(*spots), mine.pk, (anna.pk, saturday), **who)
    ((_, start, end, _),) = standing(anna)
    assert (start, end) == ("22:00", "06:00")
    assert anna.shifts.standing().get().worked_minutes == 8 * 60 + 30


def test_a_copy_stays_where_it_was_as_well(anna, who):
    mine = shift(anna)
    copy(seen((anna, MONDAY), (anna, TUESDAY)), mine.pk, (anna.pk, TUESDAY), **who)
    assert [one[0] for one in standing(anna)] == [MONDAY, TUESDAY]


@pytest.mark.parametrize("deed", ["put", "change", "cancel", "move"])
def test_every_deed_is_undone_whole(anna, who, deed):
    mine = shift(anna)
    before = standing(anna)
    cells = seen((anna, MONDAY), (anna, TUESDAY))
    done = {
        "put": lambda: put(seen((anna, TUESDAY)), Typed(480, 720), **who),
        "change": lambda: put(
            seen((anna, MONDAY)), Typed(480, 720), shift=mine.pk, **who
        ),
        "cancel": lambda: cancel(seen((anna, MONDAY)), mine.pk, **who),
        "move": lambda: move(cells, mine.pk, (anna.pk, TUESDAY), **who),
    }[deed]()
    assert standing(anna) != before
    undo(anna.client, done.event.pk, **who)
    assert standing(anna) == before
    assert Event.objects.filter(verb="planning.undone").count() == 1


def test_what_somebody_went_on_with_is_not_undone(cast, anna, who):
    done = put(seen((anna, MONDAY)), Typed(480, 720), **who)
    (made,) = done.created
    put(seen((anna, MONDAY)), Typed(480, 780), shift=made.pk, **who)
    for by, at in (
        (cast.jet, NOW),
        (cast.daan, NOW),
        (cast.jet, NOW + timedelta(hours=2)),
    ):
        with pytest.raises(NoLongerUndoable):
            undo(cast.anker, done.event.pk, by=by, at=at)
    assert standing(anna) == [(MONDAY, "08:00", "13:00", 0)]


def test_another_client_s_deed_is_not_undone_from_here(cast, anna, who):
    done = put(seen((anna, MONDAY)), Typed(480, 720), **who)
    with pytest.raises(NoLongerUndoable):
        undo(cast.boot, done.event.pk, **who)


@pytest.mark.parametrize("others", [0, 20])
def test_a_deed_asks_the_same_in_a_full_week(
    cast, anna, who, others, django_assert_num_queries
):
    for number in range(others):
        shift(placed(cast.anker, number=f"n{number}"))
    cells = seen((anna, MONDAY))
    with django_assert_num_queries(15):
        put(cells, Typed(480, 720), **who)
