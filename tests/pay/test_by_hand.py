"""E60: a line set by hand is paid so; what is computed stays beside it, and counts."""

from decimal import Decimal

import pytest

from tests.cast import NOW, WEEK, entry, placed, seen
from tests.pay.test_reads import agree, day, told
from werkbrief.journal.models import Event
from werkbrief.pay.actions import Setting, let_go, set_by_hand
from werkbrief.pay.models import LineOverride
from werkbrief.pay.reads import (
    pay_of_entry,
    pay_of_hours,
    pay_of_week,
    set_lines,
    to_judge,
    which,
)
from werkbrief.pay.refusals import (
    AlreadyComputed,
    OtherwiseComputed,
    TooHigh,
    TooLow,
)
from werkbrief.timesheets.actions import approve, change
from werkbrief.timesheets.refusals import AlreadyFinal
from werkbrief.words.notation import Typed


@pytest.fixture
def week(cast):
    """Five days of eight hours and a quarter more: Friday has 3:15 of overtime."""
    agree(cast.anker)
    anna = placed(cast.anker)
    return [entry(anna, day(n), "7:00", "16:00", 45) for n in range(5)]


@pytest.fixture
def hand(cast):
    """Set the line of this rule, as it is computed now."""

    def hand(on, rule, percent, reason="afgesproken met Jet"):
        lines = pay_of_entry(on).lines
        line = next(one for one in lines if rule in one.rules or one.rules == rule)
        setting = Setting(which(line), Decimal(percent), reason)
        scope = cast.anker.time_entries.all()
        return set_by_hand(scope, on.pk, setting, by=cast.anna, at=NOW)

    return hand


def test_both_are_told_and_the_hours_stay(cast, week, hand):
    friday = week[4]
    hand(friday, "overwerk", "150")
    pay = pay_of_entry(friday)
    assert told(pay) == ["5:00 100% normale uren", "3:15 150% overwerk"]
    line = pay.lines[1]
    assert (line.computed_percentage, line.by_hand.reason) == (
        "135%",
        "afgesproken met Jet",
    )
    assert [(one.percentage, one.computed) for one in pay.week] == [
        ("100%", ""),
        ("150%", "135%"),
    ]
    assert [line.percent for line in pay_of_week(cast.annas, WEEK)[friday.pk]][1] == 150
    assert to_judge(cast.anker, WEEK) == {}


def test_a_later_monday_drops_nothing_and_asks_again(cast, week, hand):
    monday, *_, friday = week
    hand(friday, "overwerk", "150")
    scope = cast.anker.time_entries.all()
    approve(scope, seen(friday), by=cast.anna, at=NOW)
    change(scope, seen(monday), Typed(end=15 * 60), by=cast.anna, at=NOW)
    friday = type(friday).objects.get(pk=friday.pk)
    pay = pay_of_entry(friday)
    assert told(pay) == ["6:00 100% normale uren", "2:15 nog te bepalen overwerk"]
    assert pay.is_to_judge
    assert any("te beoordelen" in flag for flag in pay.flags)
    assert to_judge(cast.anker, WEEK) == {friday.pk: "overwerk"}
    (stored,) = set_lines(friday, pay.lines)
    assert not stored.is_settled
    assert (stored.hours, stored.percentage) == ("3:15", "150%")

    hand(friday, "overwerk", "150", "nog steeds")
    assert told(pay_of_entry(friday))[1] == "2:15 150% overwerk"
    assert LineOverride.objects.get().minutes == 135
    with pytest.raises(AlreadyFinal):
        hand(friday, "overwerk", "160")


def test_a_line_that_went_makes_its_hours_wait(cast, week, hand):
    *_, thursday, friday = week
    made = hand(friday, "overwerk", "150")
    scope = cast.anker.time_entries.all()
    change(scope, seen(thursday), Typed(end=10 * 60), by=cast.anna, at=NOW)
    assert told(pay_of_entry(friday)) == ["8:15 nog te bepalen normale uren"]
    let_go(scope, friday.pk, made.pk, by=cast.anna, at=NOW)
    assert told(pay_of_entry(friday)) == ["8:15 100% normale uren"]
    let_go(scope, friday.pk, made.pk, by=cast.anna, at=NOW)
    assert Event.objects.filter(verb="pay.let_go").count() == 1


def test_twice_is_once_and_another_rate_takes_its_place(week, hand):
    friday = week[4]
    for percent, reason in (("150", "een"), ("150", "een"), ("160", "twee")):
        hand(friday, "overwerk", percent, reason)
    assert LineOverride.objects.get().percent == 160
    assert Event.objects.filter(verb="pay.set_by_hand").count() == 2
    before, after = (
        Event.objects.order_by("pk").last().changes.values_list("before", "after")[0]
    )
    assert (before["set_to"], after["set_to"]) == ("150%", "160%")
    assert after["pay_line"] == "3:15 overwerk"


def test_what_is_final_stays_as_it_is_paid(cast, week, hand):
    friday = week[4]
    made = hand(friday, "overwerk", "150")
    scope = cast.anker.time_entries.all()
    approve(scope, seen(friday), by=cast.anna, at=NOW)
    friday = type(friday).objects.get(pk=friday.pk)
    with pytest.raises(AlreadyFinal):
        hand(friday, "overwerk", "160")
    with pytest.raises(AlreadyFinal):
        let_go(scope, friday.pk, made.pk, by=cast.anna, at=NOW)


@pytest.mark.parametrize(
    ("percent", "refusal"),
    [("99.99", TooLow), ("500.01", TooHigh), ("135", AlreadyComputed)],
)
def test_a_rate_that_can_not_be_meant_is_refused(week, hand, percent, refusal):
    with pytest.raises(refusal) as refused:
        hand(week[4], "overwerk", percent)
    assert refused.value.field == "percent"


def test_a_line_that_changed_on_the_way_is_refused(cast, week):
    setting = Setting(("overwerk", False, "135", 60), Decimal(150), "zo")
    scope = cast.anker.time_entries.all()
    with pytest.raises(OtherwiseComputed):
        set_by_hand(scope, week[4].pk, setting, by=cast.anna, at=NOW)


def test_an_add_on_is_set_beside_the_hours(cast, hand):
    agree(cast.anker, "beroepsgoederenvervoer", tags=["eendaagse rit"])
    night = entry(placed(cast.anker), day(2), "20:00", "5:00", 60)
    hand(night, "nacht", "25")
    assert told(pay_of_entry(night))[1] == "8:00 +25% nacht"
    paid = pay_of_hours(cast.anker, WEEK, cast.anker.time_entries.in_week(WEEK))
    assert paid[night.pk][1].computed_percentage == "+19%"
