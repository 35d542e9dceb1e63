"""Handmatig werkbriefje: added by the client, made into hours by the agency (S5.3)."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, NOW, WEEK, entry, member, placed, seen
from werkbrief.journal.reads import history
from werkbrief.staffing.models import Assignment, JobFunction
from werkbrief.timesheets.actions import (
    Slip,
    add_manual,
    approve,
    change,
    convert_manual,
    decline_manual,
    withdraw_manual,
)
from werkbrief.timesheets.actions.manual import KIND
from werkbrief.timesheets.models import ManualEntry, TimeEntry
from werkbrief.timesheets.reads import entries_for, manual_in_week, week_sheet
from werkbrief.timesheets.refusals import (
    AlreadyFinal,
    AlreadyHandled,
    BadSlip,
    BadTimes,
    NotOver,
    NotPlacedThen,
    Overlapping,
)
from werkbrief.words.clock import clock
from werkbrief.words.notation import Typed

TUESDAY = WEEK.days[1]
DAY = Typed(start=450, end=960, pause=30)


@pytest.fixture
def add(cast):
    def add(who="Kowalsky 00234", days=(MONDAY,), typed=DAY, at=NOW, **more):
        teler, _ = JobFunction.objects.get_or_create(client=cast.anker, name="Teler")
        slip = Slip(teler, who, days, typed, **more)
        return add_manual(cast.anker, slip, by=cast.anna, at=at)

    return add


@pytest.fixture
def office(cast):
    """What Jet does with it."""
    scope = ManualEntry.objects.filter(agency=cast.agency)
    deed = {"by": cast.jet, "at": NOW}

    class Office:
        def convert(self, manual, assignment):
            return convert_manual(scope, manual.pk, assignment.pk, **deed)

        def decline(self, manual, reason="Staat al op de planning."):
            return decline_manual(scope, manual.pk, reason, **deed)

    return Office()


def test_a_slip_waits_and_counts_nowhere(cast, add):
    """S5.3.8-10: only after converting it shows among the entries."""
    add(days=[MONDAY, TUESDAY], description="Viel in voor Piet.")
    assert not TimeEntry.objects.exists()
    (line,) = manual_in_week(cast.annas, WEEK)
    assert line.is_pending
    assert line.on_days == "ma 16-11, di 17-11"
    assert line.hours == "07:30–16:00, pauze 30 (8:00)"
    assert (line.total, line.who) == ("16:00", "Kowalsky 00234")
    assert line.description == "Viel in voor Piet."


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        (Typed(start=450, total=480, pause=30), "07:30–16:00, pauze 30 (8:00)"),
        (Typed(start=1320, end=360), "22:00–06:00, pauze 0 (8:00)"),
        (Typed(start=450, end=960), "07:30–16:00, pauze 0 (8:30)"),
    ],
)
def test_the_times_are_as_forgiving_as_in_the_dialog(cast, add, typed, hours):
    add(typed=typed)
    assert [line.hours for line in manual_in_week(cast.annas, WEEK)] == [hours]


@pytest.mark.parametrize(
    ("wrong", "refusal", "field"),
    [
        ({"days": []}, BadSlip, "days"),
        ({"typed": Typed(end=960)}, BadSlip, "start"),
        ({"typed": Typed(start=450)}, BadSlip, "end"),
        ({"typed": Typed(start=450, end=960, pause=600)}, BadTimes, "break"),
        ({"typed": Typed(start=450, end=450)}, BadTimes, "end"),
        ({"days": [WEEK.next.sunday]}, NotOver, "days"),
    ],
)
def test_what_is_not_complete_is_refused_at_its_field(add, wrong, refusal, field):
    with pytest.raises(refusal) as refused:
        add(**wrong)
    assert refused.value.field == field
    assert not ManualEntry.objects.exists()


def test_a_double_click_adds_one(add):
    assert add() == add(at=NOW + timedelta(seconds=1))
    assert ManualEntry.objects.count() == 1
    add(who="Iemand anders 7")
    assert ManualEntry.objects.count() == 2


def test_converting_makes_approved_hours_in_the_clients_name(cast, add, office):
    """S5.3.8-10."""
    assignment = placed(cast.anker, number="234")
    manual = add(days=[MONDAY, TUESDAY])
    entries = office.convert(manual, assignment)
    assert [clock(made.start) for made in entries] == ["07:30", "07:30"]
    decisions = {made.decision.by for made in TimeEntry.objects.all()}
    assert decisions == {cast.anna}
    assert week_sheet(cast.annas, WEEK).approved_minutes == 2 * 480
    (line,) = manual_in_week(cast.annas, WEEK)
    assert (line.handling, line.answered_by) == ("omgezet", "Jet Jobcoach")
    assert line.worker == "Kowalski, Anna (234)"
    with pytest.raises(AlreadyFinal):
        change(
            entries_for(cast.annas),
            seen(*entries),
            Typed(pause=0),
            by=cast.anna,
            at=NOW,
        )


def test_converting_leaves_a_readable_record(cast, add, office):
    manual = add()
    (made,) = office.convert(manual, placed(cast.anker))
    converted, added = history(KIND, manual.pk)
    assert (added.verb, added.by) == ("timesheets.manual_added", "Anna Anker")
    assert (added.before, added.after["who"]) == (None, "Kowalsky 00234")
    assert (converted.verb, converted.by) == (
        "timesheets.manual_converted",
        "Jet Jobcoach",
    )
    assert converted.after["handling"] == "converted"
    (born,) = history("timesheets.timeentry", made.pk)
    assert (born.before, born.after["verdict"]) == (None, "approved")


def test_hours_that_are_there_already_are_not_doubled(cast, add, office):
    present = entry(placed(cast.anker, number="234"), TUESDAY)
    manual = add(days=[MONDAY, TUESDAY])
    with pytest.raises(Overlapping, match=r"Kowalski, Anna \(di 17-11\)"):
        office.convert(manual, present.assignment)
    assert TimeEntry.objects.get() == present
    assert manual_in_week(cast.annas, WEEK)[0].is_pending


def test_the_worker_must_be_placed_there_then(cast, add, office):
    left = placed(cast.anker)
    left.ends_on = MONDAY
    left.save()
    manual = add(days=[MONDAY, TUESDAY])
    with pytest.raises(NotPlacedThen, match="17-11-2026 hier niet geplaatst"):
        office.convert(manual, left)
    with pytest.raises(Assignment.DoesNotExist):
        office.convert(manual, placed(cast.boot))
    assert not TimeEntry.objects.exists()


def test_declining_tells_the_client_why(cast, add, office):
    """S5.3: declining it tells the client why."""
    # P5.3.10
    manual = add()
    office.decline(manual, "Deze uren stonden al op de planning.")
    (line,) = manual_in_week(cast.annas, WEEK)
    assert (line.handling, line.answered_by) == ("afgewezen", "Jet Jobcoach")
    assert line.reason == "Deze uren stonden al op de planning."
    assert history(KIND, manual.pk)[0].reason == line.reason


def test_an_answer_is_given_once_and_who_was_first_is_told(cast, add, office):
    manual = add()
    office.decline(manual)
    for deed in (lambda: office.convert(manual, placed(cast.anker)), office.decline):
        with pytest.raises(AlreadyHandled, match="al afgewezen door Jet Jobcoach"):
            deed() if deed != office.decline else deed(manual)
    assert not TimeEntry.objects.exists()


def test_the_client_takes_back_what_nobody_has_answered(cast, add, office):
    manual = add()
    withdraw_manual(ManualEntry.objects.all(), manual.pk, by=cast.anna, at=NOW)
    with pytest.raises(AlreadyHandled, match="al ingetrokken door Anna Anker"):
        office.convert(manual, placed(cast.anker))


def test_another_agency_has_no_part_in_it(cast, add):
    manual = add()
    theirs = ManualEntry.objects.filter(agency=cast.other_agency)
    with pytest.raises(ManualEntry.DoesNotExist):
        decline_manual(theirs, manual.pk, "weg", by=cast.daan, at=NOW)


def test_who_sees_some_departments_sees_the_own_slips_only(cast, add):
    add()
    narrow = member(cast.coco, cast.anker)
    narrow.is_narrowed = True
    narrow.save()
    assert manual_in_week(narrow, WEEK) == []
    assert manual_in_week(cast.brams, WEEK) == []


def test_converted_hours_are_not_approved_again(cast, add, office):
    entries = office.convert(add(), placed(cast.anker))
    with pytest.raises(AlreadyFinal):
        approve(entries_for(cast.annas), seen(*entries), by=cast.anna, at=NOW)


@pytest.mark.parametrize("slips", [2, 20])
def test_listing_takes_as_many_statements_for_ten_times_the_slips(
    cast, add, office, django_assert_num_queries, slips
):
    assignment = placed(cast.anker)
    for number in range(slips):
        manual = add(who=f"Iemand {number}", days=[MONDAY, TUESDAY])
        if number == 0:
            office.convert(manual, assignment)
    with django_assert_num_queries(2):
        assert len(manual_in_week(cast.annas, WEEK)) == slips
