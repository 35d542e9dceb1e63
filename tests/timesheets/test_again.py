"""The row that a deed draws anew is the row of the whole week, and nobody else's."""

from dataclasses import asdict
from datetime import timedelta

import pytest

from tests.cast import MONDAY, NOW, WEEK, entry, placed, seen
from werkbrief.planning.models import Absence
from werkbrief.staffing.models import Department
from werkbrief.timesheets import actions
from werkbrief.timesheets.reads import WeekScope, rows_again, week_sheet
from werkbrief.timesheets.refusals import Incomplete
from werkbrief.words.notation import Typed

TUESDAY = MONDAY + timedelta(days=1)


def drawn(rows):
    return [asdict(row) for row in rows]


def test_a_row_drawn_anew_is_the_row_of_the_week(cast, anna):
    assignment = placed(cast.anker)
    early = entry(assignment, end="11:00", pause=0)
    late = entry(assignment, start="12:00", end="16:00")
    away = entry(assignment, TUESDAY)
    Absence.objects.create(
        agency=cast.agency,
        worker=assignment.worker,
        starts_on=TUESDAY,
        ends_on=TUESDAY,
    )
    entry(placed(cast.anker, name="Nowak, Ewa"))
    anna.change(late, pause=15)
    anna.reject(early)
    anna.comment(early)
    anna.comment(early, text="Wel gebeld.")
    (whole,) = (row for row in week_sheet(cast.annas, WEEK).rows if away.pk in ids(row))
    for touched in ([early.pk], [late.pk, away.pk]):
        assert drawn(rows_again(cast.annas, WEEK, touched)) == drawn([whole])


def ids(row):
    return {cell.id for cell in row.cells}


def test_nobody_elses_row_is_drawn_anew(cast):
    theirs = entry(placed(cast.boot, name="Nowak, Ewa"))
    assert rows_again(cast.annas, WEEK, [theirs.pk]) == []


@pytest.mark.parametrize("number", [1, 12])
def test_a_week_is_as_wide_as_who_sees_it(cast, number):
    """Few are asked with a kept question and many as always: to the same scope."""
    inside, beyond = (
        Department.objects.create(client=cast.anker, name=name)
        for name in ("Kas 1", "Kas 2")
    )
    names = [f"Nowak, {chr(65 + n)}" for n in range(number)]
    mine, others = (
        [entry(placed(cast.anker, name=name, department=part)) for name in names]
        for part in (inside, beyond)
    )
    cast.annas.is_narrowed = True
    cast.annas.save()
    cast.annas.departments.set([inside])
    scope = WeekScope.of(cast.annas, WEEK)
    assert set(scope.entries()) == set(mine)
    for strange in (others, [*mine, others[0]]):
        with pytest.raises(Incomplete):
            actions.change(scope, seen(*strange), Typed(pause=10), by=cast.anna, at=NOW)
    actions.change(scope, seen(*mine), Typed(pause=10), by=cast.anna, at=NOW)
    assert {e.break_minutes for e in scope.entries()} == {10}
    later = WeekScope.of(cast.annas, WEEK.next)
    with pytest.raises(Incomplete):
        actions.approve(later, seen(*scope.entries()), by=cast.anna, at=NOW)
