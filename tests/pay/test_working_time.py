"""S8.4: the working-time act on the worked hours, before approval; never a block."""

from datetime import timedelta

from tests.cast import MONDAY, WEEK, entry, placed
from werkbrief.pay.reads import findings_of_entry, findings_of_week, pay_of_entry
from werkbrief.planning.models import Absence
from werkbrief.staffing.models import Agreement


def day(number):
    return MONDAY + timedelta(days=number)


def codes(found):
    return [one.code for one in found]


def test_a_shift_that_is_too_long_is_told_with_the_sum(cast):
    long = entry(placed(cast.anker), day(0), "6:00", "19:30", 60)
    (one,) = findings_of_week(cast.anker, WEEK)[long.pk]
    assert one.sentence.startswith("12:30 gewerkt in één dienst; ten hoogste 12:00")
    assert one.article == "ATW 5:7.2a"
    assert one.is_over


def test_rest_between_sunday_and_monday_looks_into_the_week_before(cast):
    anna = placed(cast.anker)
    entry(anna, day(-2), "8:00", "23:00", 60)
    late = entry(anna, day(-1), "15:00", "23:30", 60)
    early = entry(anna, day(0), "7:00", "12:00", 0)
    found = findings_of_week(cast.anker, WEEK)
    assert "atw.dagrust" in codes(found[early.pk])
    assert late.pk not in found


def test_a_break_that_is_too_short_is_told(cast):
    short = entry(placed(cast.anker), day(0), "8:00", "14:00", 15)
    assert codes(findings_of_week(cast.anker, WEEK)[short.pk]) == ["atw.pauze"]


def test_hours_that_are_fine_have_no_finding(cast):
    entry(placed(cast.anker))
    assert findings_of_week(cast.anker, WEEK) == {}


def test_who_is_away_has_no_finding(cast):
    anna = placed(cast.anker)
    Absence.objects.create(
        agency=cast.agency, worker=anna.worker, starts_on=day(0), ends_on=day(0)
    )
    entry(anna, day(0), "6:00", "20:00", 0)
    assert findings_of_week(cast.anker, WEEK) == {}


def test_the_young_have_their_own_limits(cast):
    Agreement.objects.create(
        client=cast.anker, pack="glastuinbouw", valid_from=day(-400), tags=["16-17"]
    )
    young = entry(placed(cast.anker), day(0), "8:00", "18:00", 45)
    assert "atw.dienst" in codes(findings_of_week(cast.anker, WEEK)[young.pk])


def test_at_one_entry_what_needs_history_says_that_it_is_missing(cast):
    found = findings_of_entry(entry(placed(cast.anker)))
    assert {one.severity for one in found} == {"niet beoordeeld"}
    assert "16 weken" in " ".join(one.sentence for one in found)


def test_while_typing_the_typed_times_are_checked(cast):
    typed = entry(placed(cast.anker), day(0), "6:00", "16:00", 60)
    typed.end += 5 * 60
    assert "atw.dienst" in codes(findings_of_entry(typed))


def test_another_client_s_hours_stay_there(cast):
    anna = placed(cast.anker, number="77")
    entry(placed(cast.boot, number="77"), day(0), "15:00", "23:30", 60)
    early = entry(anna, day(1), "6:00", "12:00", 30)
    assert early.pk not in findings_of_week(cast.anker, WEEK)


def test_the_week_takes_as_many_statements_for_one_as_for_twenty(
    cast, django_assert_num_queries
):
    entry(placed(cast.anker), day(0), "6:00", "20:00", 0)
    with django_assert_num_queries(3):
        findings_of_week(cast.anker, WEEK)
    for _ in range(20):
        entry(placed(cast.anker), day(1), "6:00", "20:00", 0)
    with django_assert_num_queries(3):
        assert len(findings_of_week(cast.anker, WEEK)) == 21


def test_the_dialog_can_tell_why_and_why_not(cast):
    Agreement.objects.create(
        client=cast.anker, pack="glastuinbouw", valid_from=day(-400)
    )
    late = entry(placed(cast.anker), day(1), "15:00", "23:30", 30)
    told = " ".join(pay_of_entry(late).reasons)
    assert "3:30 150% door avond (ma-vr 20:00-24:00, art. 28.1.c.ii)" in told
    assert "de grens 38:00 per week is in deze dienst niet bereikt" in told
