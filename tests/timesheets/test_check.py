"""Planned against approved: judged hours count, open ones are not missing (S6.1)."""

from datetime import date, timedelta

import pytest

from tests.cast import MONDAY, NOW, WEEK, entry, placed, seen
from werkbrief.planning.models import Absence
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import Reason, TimeEntry
from werkbrief.timesheets.reads import check_sheet, week_sheet
from werkbrief.words.notation import read_quick

EIGHT = 8 * 60


@pytest.fixture
def judge(cast):
    def judge(hours, quick="", *, reject=False):
        scope = TimeEntry.objects.all()
        if quick:
            actions.change(scope, seen(hours), read_quick(quick), by=cast.anna, at=NOW)
            hours.refresh_from_db()
        if reject:
            actions.reject(scope, seen(hours), Reason.NO_SHOW, by=cast.anna, at=NOW)
        else:
            actions.approve(scope, seen(hours), by=cast.anna, at=NOW)

    return judge


@pytest.fixture
def check(cast):
    def check(**wanted):
        return check_sheet(week_sheet(cast.annas, WEEK), **wanted)

    return check


def test_hours_as_planned_make_no_difference(cast, judge, check):
    judge(entry(placed(cast.anker)))
    total = check().total
    assert (total.planned, total.approved, total.difference) == (EIGHT, EIGHT, 0)
    assert check().deviating == 0


def test_an_hour_more_stands_out(cast, judge, check):
    """S6.1: per worker and day planned, approved and the difference."""
    judge(entry(placed(cast.anker)), "730-1700/30")
    day = next(check().rows).days[0]
    assert (day.balance.judged, day.balance.approved) == (EIGHT, EIGHT + 60)
    assert day.balance.difference == 60


def test_whoever_did_not_work_leaves_the_whole_shift_as_difference(cast, judge, check):
    judge(entry(placed(cast.anker)), reject=True)
    assert check().total.difference == -EIGHT


def test_what_is_still_open_is_not_missing(cast, check):
    entry(placed(cast.anker))
    total = check().total
    assert (total.open, total.planned, total.difference) == (1, EIGHT, 0)


def test_absence_stands_on_neither_side(cast, check):
    assignment = placed(cast.anker)
    entry(assignment)
    Absence.objects.create(
        agency=cast.agency,
        worker=assignment.worker,
        starts_on=MONDAY,
        ends_on=MONDAY,
    )
    row = next(check().rows)
    assert row.days[0].is_absent
    assert (row.total.planned, row.total.difference) == (0, 0)


def test_more_on_one_day_and_less_on_another_still_deviates(cast, judge, check):
    assignment = placed(cast.anker)
    judge(entry(assignment), "730-1700/30")
    judge(entry(assignment, date(2026, 11, 17)), "730-1500/30")
    sheet = check()
    assert sheet.total.difference == 0
    assert sheet.deviating == 1


def test_who_deviates_most_stands_on_top_of_the_group(cast, judge, check):
    """S6.1."""
    judge(entry(placed(cast.anker, "Aalbers, Piet")))
    judge(entry(placed(cast.anker, "Bakker, Jan")), "730-1630/30")
    judge(entry(placed(cast.anker, "Cruz, Ana")), "730-1900/30")
    assert [row.name[0] for row in check().rows] == ["C", "B", "A"]
    assert [row.name[0] for row in check(only_deviating=True).rows] == ["C", "B"]


def test_totals_per_group_add_up_to_the_week(cast, judge, check):
    """S6.1."""
    for name, hall in (("Aalbers, Piet", "Kas 1"), ("Bakker, Jan", "Kas 2")):
        judge(entry(placed(cast.anker, name, department=hall)), "730-1700/30")
    sheet = check()
    assert [group.total.difference for group in sheet.groups] == [60, 60]
    assert [day.difference for day in sheet.days] == [120, 0, 0, 0, 0, 0, 0]
    assert sheet.total.difference == 120


def test_two_shifts_on_a_day_count_together(cast, judge, check):
    assignment = placed(cast.anker)
    judge(entry(assignment, MONDAY, "6:00", "10:00", 0))
    judge(entry(assignment, MONDAY, "14:00", "18:00", 0), "1400-1900/0")
    day = next(check().rows).days[0].balance
    assert (day.planned, day.approved) == (EIGHT, EIGHT + 60)


def test_the_week_after_is_another_week(cast, judge, check):
    judge(entry(placed(cast.anker), MONDAY - timedelta(days=1)))
    assert check().groups == []
