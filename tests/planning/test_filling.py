"""The base schedule fills what nobody planned (S6.5-S6.8)."""

from datetime import date, timedelta

import pytest

from tests.cast import MONDAY, NOW, WEEK, placed, shift
from werkbrief.planning.actions import fill_from_base_schedule
from werkbrief.planning.models import BaseBlock, BaseSchedule, Shift
from werkbrief.words.clock import DAY, clock, day_of
from werkbrief.words.weeks import Week


@pytest.fixture
def fill(cast):
    def fill(week=WEEK, client=None):
        done = fill_from_base_schedule(client or cast.anker, week, at=NOW)
        return [
            (day_of(made.start).isoweekday(), clock(made.start), clock(made.end))
            for made in sorted(done.created, key=lambda made: made.start)
        ]

    return fill


def usual(assignment, *blocks, since=date(2026, 1, 1), cycle=1):
    """Blocks of weekday, start, end and, when weeks alternate, which week."""
    schedule = BaseSchedule.objects.create(
        assignment=assignment, valid_from=since, cycle=cycle
    )
    for weekday, start, end, *week in blocks:
        BaseBlock.objects.create(
            schedule=schedule,
            weekday=weekday,
            start=start,
            end=end,
            break_minutes=30,
            week=week[0] if week else 0,
        )
    return schedule


def test_the_usual_week_fills_an_empty_week_once(cast, fill):
    """S6.7: if nobody passes on a planning, the grondplan fills the week."""
    usual(placed(cast.anker), (0, 450, 960), (4, 450, 720))
    assert fill() == [(1, "07:30", "16:00"), (5, "07:30", "12:00")]
    assert fill() == []
    assert Shift.objects.count() == 2


def test_what_was_planned_by_hand_stays(cast, fill):
    """S6.8: deviations of one week don't touch the grondplan, nor it them."""
    assignment = placed(cast.anker)
    usual(assignment, (0, 450, 960), (1, 450, 960))
    shift(assignment, start="9:00", end="12:00")
    assert fill() == []
    assert fill(WEEK.next) == [(1, "07:30", "16:00"), (2, "07:30", "16:00")]


def test_a_week_that_was_cancelled_is_not_filled_again(cast, fill):
    usual(placed(cast.anker), (0, 450, 960))
    fill()
    Shift.objects.update(is_cancelled=True)
    assert fill() == []


def test_alternating_weeks_take_turns(cast, fill):
    """S6.5: the first is the week in which valid_from lies, even midweek."""
    usual(
        placed(cast.anker),
        (0, 360, 840, 0),
        (0, 840, 1320, 1),
        since=MONDAY + timedelta(days=2),
        cycle=2,
    )
    assert fill(WEEK) == []
    assert fill(WEEK.next) == [(1, "14:00", "22:00")]
    assert fill(WEEK + 2) == [(1, "06:00", "14:00")]
    assert fill(WEEK + 7) == [(1, "14:00", "22:00")]
    assert str(WEEK + 7) == "2027-W01"


def test_the_newest_that_holds_on_the_day_counts(cast, fill):
    assignment = placed(cast.anker)
    usual(assignment, *[(day, 450, 960) for day in range(4)])
    usual(assignment, (3, 480, 720), since=MONDAY + timedelta(days=2))
    assert fill() == [
        (1, "07:30", "16:00"),
        (2, "07:30", "16:00"),
        (4, "08:00", "12:00"),
    ]


def test_an_empty_usual_week_ends_the_old_one(cast, fill):
    assignment = placed(cast.anker)
    usual(assignment, (0, 450, 960))
    usual(assignment, since=MONDAY)
    assert fill() == []


def test_days_outside_the_assignment_are_not_filled(cast, fill):
    assignment = placed(cast.anker)
    assignment.starts_on, assignment.ends_on = WEEK.days[1], WEEK.days[3]
    assignment.save()
    usual(assignment, *[(day, 450, 960) for day in range(7)])
    assert [day for day, *_ in fill()] == [2, 3, 4]


def test_a_night_ends_on_the_next_day_also_when_the_clock_moves(cast, fill):
    usual(placed(cast.anker), (5, 1320, DAY + 360))
    for sunday, hours in ((date(2026, 3, 29), 7), (date(2026, 10, 25), 9)):
        assert fill(Week.of(sunday)) == [(6, "22:00", "06:00")]
        made = Shift.objects.latest("pk")
        assert made.end - made.start == hours * 60


def test_a_usual_time_in_the_skipped_hour_does_not_stop_the_week(cast, fill):
    usual(placed(cast.anker), (6, 150, 180), (6, 600, 720))
    assert fill(Week.of(date(2026, 3, 29))) == [(7, "10:00", "12:00")]


def test_who_is_planned_elsewhere_stays_there_and_others_are_filled(cast, fill):
    """One worker's trouble leaves no client without a planning."""
    away = placed(cast.anker, number="7")
    shift(placed(cast.boot, number="7"), MONDAY, "12:00", "20:00")
    usual(away, (0, 450, 960), (1, 450, 960))
    usual(placed(cast.anker), (0, 450, 960))
    assert fill() == [
        (1, "07:30", "16:00"),
        (2, "07:30", "16:00"),
    ]


def test_two_usual_weeks_of_one_worker_never_meet(cast, fill):
    usual(placed(cast.anker, number="7", function="Teler"), (0, 450, 960))
    usual(placed(cast.anker, number="7", function="Chauffeur"), (0, 720, 1080))
    assert fill() == [(1, "07:30", "16:00")]


def test_another_clients_usual_week_is_left_alone(cast, fill):
    usual(placed(cast.boot), (0, 450, 960))
    assert fill() == []


@pytest.mark.parametrize("workers", [2, 20])
def test_filling_takes_as_many_statements_for_ten_times_the_workers(
    cast, django_assert_num_queries, workers
):
    for number in range(workers):
        usual(placed(cast.anker, number=f"n{number}"), (0, 450, 960), (1, 450, 960))
    with django_assert_num_queries(17):
        fill_from_base_schedule(cast.anker, WEEK, at=NOW)
