"""S5.1.5: hours become paid lines, by the cao that holds for the client that day."""

from datetime import date, timedelta

import pytest

from tests.cast import MONDAY, NOW, WEEK, entry, placed, seen
from werkbrief.pay.reads import pay_of_entry, pay_of_week
from werkbrief.planning.models import Absence
from werkbrief.staffing.models import Agreement
from werkbrief.timesheets.actions import reject
from werkbrief.timesheets.models import Reason, TimeEntry


def agree(client, pack="glastuinbouw", since=date(2025, 1, 1), **more):
    return Agreement.objects.create(client=client, pack=pack, valid_from=since, **more)


def day(number):
    return MONDAY + timedelta(days=number)


def told(pay):
    """The lines of one entry, as short as the notation."""
    lines = pay.lines if hasattr(pay, "lines") else pay
    return [f"{line.hours} {line.percentage} {line.label}" for line in lines]


@pytest.fixture
def anna(cast):
    return placed(cast.anker)


def test_a_client_without_a_cao_gets_a_sentence(cast, anna):
    assert pay_of_entry(entry(anna)).reason.startswith("Voor deze klant is nog geen")
    assert pay_of_week(cast.annas, WEEK) == {}


def test_overtime_counts_over_the_whole_week(cast, anna):
    agree(cast.anker)
    entries = [entry(anna, day(n), "7:00", "16:00", 60) for n in range(5)]
    assert told(pay_of_entry(entries[0])) == ["8:00 100% normale uren"]
    assert told(pay_of_entry(entries[4])) == [
        "6:00 100% normale uren",
        "2:00 135% overwerk",
    ]


def test_a_longer_monday_moves_the_overtime_of_friday(cast, anna):
    agree(cast.anker)
    monday, *_, friday = [entry(anna, day(n), "7:00", "16:00", 60) for n in range(5)]
    monday.end += 60
    monday.save()
    assert told(pay_of_entry(friday))[1] == "3:00 135% overwerk"


def test_while_typing_the_typed_times_count(cast, anna):
    agree(cast.anker)
    typed = entry(anna, day(1), "15:00", "23:00", 30)
    typed.end += 60
    assert told(pay_of_entry(typed)) == [
        "4:30 100% normale uren",
        "4:00 150% avond",
    ]


def test_a_rejected_entry_is_not_paid_and_does_not_fill_the_week(cast, anna):
    agree(cast.anker)
    entries = [entry(anna, day(n), "7:00", "16:00", 60) for n in range(5)]
    reject(
        TimeEntry.objects.filter(pk=entries[0].pk),
        seen(entries[0]),
        reason=Reason.NO_SHOW,
        by=cast.anna,
        at=NOW,
    )
    entries[0].refresh_from_db()
    assert pay_of_entry(entries[0]).lines == ()
    assert told(pay_of_entry(entries[4])) == ["8:00 100% normale uren"]
    assert entries[0].pk not in pay_of_week(cast.annas, WEEK)


def test_the_agency_s_convention_places_the_break(cast, anna):
    agree(cast.anker, convention={"pauze": "hoogste"})
    evening = entry(anna, day(1), "17:00", "23:00", 60)
    assert told(pay_of_entry(evening)) == [
        "3:00 100% normale uren",
        "2:00 150% avond",
    ]
    assert [line.minutes for line in pay_of_week(cast.annas, WEEK)[evening.pk]] == [
        180,
        120,
    ]


def test_a_convention_that_can_not_be_read_is_told(cast, anna):
    agree(cast.anker, convention={"pauze": "ooit"})
    assert "kies uit laagste" in pay_of_entry(entry(anna)).reason
    assert pay_of_week(cast.annas, WEEK) == {}


def test_a_worker_s_contract_is_the_limit_of_their_overtime(cast, anna):
    agree(cast.anker, "beroepsgoederenvervoer")
    anna.contract_minutes = 32 * 60
    anna.save()
    friday = [entry(anna, day(n), "6:00", "16:00", 60) for n in range(5)][4]
    assert told(pay_of_entry(friday))[-1] == "9:00 130% overuur"


def test_the_conditions_of_the_client_hold(cast, anna):
    agree(cast.anker, "beroepsgoederenvervoer", tags=["eendaagse rit"])
    night = entry(anna, day(2), "20:00", "5:00", 60)
    assert told(pay_of_entry(night)) == [
        "8:00 100% normale uren",
        "8:00 +19% nacht",
    ]


def test_two_agreements_in_one_week_go_by_the_day_worked(cast, anna):
    agree(cast.anker)
    agree(cast.anker, "schoonmaak", day(3))
    before = entry(anna, day(2), "20:00", "22:00", 0)
    after = entry(anna, day(3), "20:00", "22:00", 0)
    week = pay_of_week(cast.annas, WEEK)
    assert told(week[before.pk])[0] == "2:00 150% avond"
    assert told(week[after.pk]) == ["1:30 100% normale uren", "0:30 130% laat"]
    assert told(pay_of_entry(before)) == told(week[before.pk])
    assert told(pay_of_entry(after)) == told(week[after.pk])


def test_hours_before_the_new_agreement_fill_its_week_too(cast, anna):
    agree(cast.anker)
    agree(cast.anker, "beroepsgoederenvervoer", day(4))
    entries = [entry(anna, day(n), "7:00", "17:00", 0) for n in range(5)]
    week = pay_of_week(cast.annas, WEEK)
    assert told(week[entries[3].pk]) == ["8:00 100% normale uren", "2:00 135% overwerk"]
    assert told(week[entries[4].pk]) == ["10:00 130% overuur"]


def test_two_versions_of_a_cao_in_one_week_go_by_the_day_worked(cast):
    agree(cast.anker, "beroepsgoederenvervoer", date(2024, 1, 1))
    anna = placed(cast.anker)
    anna.contract_minutes = 8 * 60
    anna.save()
    old = entry(anna, date(2025, 12, 31), "6:00", "18:00", 0)
    new = entry(anna, date(2026, 1, 2), "6:00", "18:00", 0)
    assert told(pay_of_entry(old)) == ["12:00 100% normale uren"]
    assert told(pay_of_entry(new)) == ["12:00 130% overuur"]


def test_who_is_away_is_not_paid_unless_somebody_typed_hours(cast, anna):
    agree(cast.anker)
    Absence.objects.create(
        agency=cast.agency, worker=anna.worker, starts_on=day(0), ends_on=day(1)
    )
    idle = entry(anna, day(0))
    typed = entry(anna, day(1), is_touched=True)
    week = pay_of_week(cast.annas, WEEK)
    assert idle.pk not in week
    assert typed.pk in week


def test_another_client_s_week_is_not_paid_here(cast, anna):
    agree(cast.anker)
    agree(cast.boot)
    elsewhere = entry(placed(cast.boot), day(0))
    assert elsewhere.pk not in pay_of_week(cast.annas, WEEK)


def test_a_week_takes_as_many_statements_for_one_worker_as_for_twenty(
    cast, django_assert_num_queries
):
    agree(cast.anker)
    entry(placed(cast.anker), day(0))
    with django_assert_num_queries(5):
        pay_of_week(cast.annas, WEEK)
    for _ in range(20):
        entry(placed(cast.anker), day(1))
    with django_assert_num_queries(5):
        assert len(pay_of_week(cast.annas, WEEK)) == 21


def test_a_cao_that_counts_by_four_weeks_reads_the_weeks_before(cast, anna):
    agree(cast.anker, "recreatie")
    for number in range(-21, 4):
        if day(number).weekday() < 5 and day(number) < day(4):
            entry(anna, day(number), "9:00", "17:30", 30)
    last = entry(anna, day(4), "9:00", "17:30", 30)
    assert last.pk in pay_of_week(cast.annas, WEEK)
    assert told(pay_of_entry(last)) == told(pay_of_week(cast.annas, WEEK)[last.pk])


def test_a_day_away_counts_as_eight_hours_where_the_cao_says_so(cast, anna):
    agree(cast.anker, "beroepsgoederenvervoer")
    Absence.objects.create(
        agency=cast.agency, worker=anna.worker, starts_on=day(0), ends_on=day(0)
    )
    away = entry(anna, day(0), "6:00", "14:00", 0)
    friday = [entry(anna, day(n), "6:00", "15:00", 0) for n in range(1, 5)][-1]
    week = pay_of_week(cast.annas, WEEK)
    assert away.pk not in week
    assert told(week[friday.pk])[-1] == "4:00 130% overuur"


def test_the_dialog_shows_the_whole_week_with_the_part_of_this_entry(cast, anna):
    # S8.1
    agree(cast.anker)
    *_, friday = [entry(anna, day(n), "7:00", "16:00", 60) for n in range(5)]
    pay = pay_of_entry(friday)
    assert [(line.own, line.week, line.percentage) for line in pay.week] == [
        ("6:00", "38:00", "100%"),
        ("2:00", "2:00", "135%"),
    ]
    assert [(one.hours, one.extra, one.is_own) for one in pay.days] == [
        *[("8:00", 0, False)] * 4,
        ("8:00", 120, True),
        *[("0:00", 0, False)] * 2,
    ]
    assert pay.moved == ()


def test_typing_tells_what_it_moves_on_other_days(cast, anna):
    agree(cast.anker)
    monday, *_ = [entry(anna, day(n), "7:00", "16:00", 60) for n in range(5)]
    monday.end += 60
    (one,) = pay_of_entry(monday).moved
    assert (one.day, one.before, one.after) == (day(4), "2:00", "3:00")
    assert (one.percentage, one.label) == ("135%", "overwerk")


def test_a_rejected_entry_stays_out_of_the_week_that_is_shown(cast, anna):
    agree(cast.anker)
    monday, tuesday = [entry(anna, day(n), "7:00", "16:00", 60) for n in range(2)]
    scope = TimeEntry.objects.filter(pk=monday.pk)
    reject(scope, seen(monday), reason=Reason.NO_SHOW, by=cast.anna, at=NOW)
    assert [one.hours for one in pay_of_entry(tuesday).days][:2] == ["0:00", "8:00"]
