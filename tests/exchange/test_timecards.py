"""Approved hours go out as messages that the sector's own schemas accept."""

from datetime import date

import pytest

from tests.cast import MONDAY, entry, placed
from tests.exchange.handing import (
    FORMS,
    agreed,
    approved,
    hand_over,
    one_card,
    receiver,
    reopened,
    retimed,
    week_of_days,
)
from tests.exchange.official import assert_official
from werkbrief.planning.models import Absence
from werkbrief.words.weeks import Week

EACH_FORM = pytest.mark.parametrize("form", FORMS)
EACH_STYLE = pytest.mark.parametrize("style", ["consolidated", "split"])
PLAIN = ("7:00", "15:30", 30)


@pytest.fixture
def kas(cast):
    """A greenhouse, and one worker placed there."""
    agreed(cast.anker)
    return placed(cast.anker, number="1001", department="Kas 1")


def lines(delivery):
    """(code, start, end, hours, percent) of each standing line."""
    return [
        (n["code"], n["start"][5:16], n["end"][11:16], n["hours"], n["percent"])
        for n in delivery.content["lines"]
        if n["action"] != "Void"
    ]


def actions(delivery):
    return [(n["id"][-1], n["action"]) for n in delivery.content["lines"]]


@EACH_FORM
def test_a_plain_week_is_one_card_with_a_line_a_day(cast, kas, form):
    week_of_days(cast, kas, *[PLAIN] * 4)
    card = one_card(receiver(cast, form))
    assert_official(card.message, form)
    assert len(lines(card)) == 4
    code = "Regular" if form == "1.4-xml" else "HT100"
    assert lines(card)[0] == (code, "11-16T07:00", "15:30", "8.00", "100")
    assert card.content["total"] == "32.00"
    assert card.content["department"]["name"] == "Kas 1"


@EACH_FORM
def test_a_night_in_which_the_clock_goes_back_lasts_an_hour_longer(cast, kas, form):
    approved(cast, kas, date(2026, 10, 24), "22:00", "6:30", 30)
    card = one_card(receiver(cast, form), week=Week(2026, 43))
    assert_official(card.message, form)
    assert card.content["total"] == "9.00"
    assert {line["day"] for line in card.content["lines"]} == {"2026-10-24"}


@EACH_FORM
def test_a_night_in_which_the_clock_goes_forward_lasts_an_hour_less(cast, kas, form):
    approved(cast, kas, date(2026, 3, 28), "22:00", "6:30", 30)
    card = one_card(receiver(cast, form, day_assignment="end"), week=Week(2026, 13))
    assert_official(card.message, form)
    assert card.content["total"] == "7.00"
    assert {line["day"] for line in card.content["lines"]} == {"2026-03-29"}


@EACH_FORM
@EACH_STYLE
def test_overtime_goes_out_with_its_percentage(cast, kas, form, style):
    week_of_days(cast, kas, *[PLAIN] * 4, ("7:00", "17:30", 30))
    card = one_card(receiver(cast, form, surcharge_style=style))
    assert_official(card.message, form)
    assert card.content["total"] == "42.00"
    found = [line for line in lines(card) if line[0] in {"HT200", "Overtime"}]
    if style == "split" and form != "1.4-xml":
        assert [line[4] for line in found] == ["35"]
        assert "HourlySplit" in card.message
    else:
        assert found[0][3:] == ("4.00", "135")
        assert "HourlySplit" not in card.message


@EACH_FORM
@EACH_STYLE
def test_an_add_on_is_part_of_the_percentage(cast, form, style):
    """Beside the base, +19 % after 21:00: together 119 %, or split in two."""
    agreed(cast.anker, "beroepsgoederenvervoer", tags=["eendaagse rit"])
    approved(cast, placed(cast.anker), MONDAY, "14:00", "23:00", 0)
    to = receiver(cast, form, surcharge_style=style, codes={"nacht": "HT310"})
    if form == "1.4-xml":
        to.codes = {"nacht": "Additional"}
        to.save()
    card = one_card(to)
    assert_official(card.message, form)
    assert card.content["total"] == "9.00"
    percent = "19" if style == "split" and form != "1.4-xml" else "119"
    night = [line for line in lines(card) if line[4] == percent]
    assert night[0][0] == to.codes["nacht"]
    assert night[0][1:4] == ("11-16T21:00", "23:00", "2.00")


@EACH_FORM
def test_a_break_can_be_a_line_of_its_own(cast, kas, form):
    approved(cast, kas, MONDAY, *PLAIN)
    card = one_card(receiver(cast, form, break_style="line"))
    assert_official(card.message, form)
    code = "Break" if form == "1.4-xml" else "HT400"
    pause = [line for line in lines(card) if line[0] == code]
    assert pause == [(code, "11-16T11:00", "11:30", "0.50", "")]
    worked = [line for line in lines(card) if line[0] != code]
    assert [line[3] for line in worked] == ["4.00", "4.00"]
    assert card.content["total"] == "8.00", "a break is no work"


@EACH_FORM
def test_an_absence_goes_along_only_for_who_asks_and_is_not_billed(cast, kas, form):
    approved(cast, kas, MONDAY, *PLAIN)
    Absence.objects.create(
        agency=cast.agency,
        worker=kas.worker,
        starts_on=date(2026, 11, 17),
        ends_on=date(2026, 11, 17),
    )
    entry(kas, date(2026, 11, 17), *PLAIN)
    assert len(lines(one_card(receiver(cast, form)))) == 1
    code = "Unpaid leave" if form == "1.4-xml" else "HT700"
    wants = receiver(
        cast, form, name="ook afwezig", has_absences=True, codes={"absence": code}
    )
    card = one_card(wants)
    assert_official(card.message, form)
    assert lines(card)[1][0] == code
    assert card.content["lines"][1]["is_billed"] is False
    assert card.content["total"] == "8.00", "who is away works no hours"


@EACH_FORM
def test_a_manual_entry_goes_out_as_any_other(cast, kas, form):
    approved(cast, kas, MONDAY, *PLAIN, shift=None)
    card = one_card(receiver(cast, form))
    assert_official(card.message, form)
    assert card.content["total"] == "8.00"


@EACH_FORM
def test_a_correction_of_one_line_keeps_its_number_and_the_others(cast, kas, form):
    made = week_of_days(cast, kas, *[PLAIN] * 3)
    to = receiver(cast, form)
    first = one_card(to)
    retimed(cast, made[1], 60)
    card = one_card(to)
    assert_official(card.message, form)
    assert (card.step, card.revision) == ("corrected", 2)
    assert actions(card) == [("1", "Unchanged"), ("2", "Change"), ("3", "Unchanged")]
    assert card.content["document"] == first.content["document"]
    assert ('status="corrected"' in card.message) == (form == "1.4-xml")


@EACH_FORM
def test_a_line_that_is_gone_is_void(cast, kas, form):
    made = week_of_days(cast, kas, *[PLAIN] * 2)
    to = receiver(cast, form)
    one_card(to)
    reopened(made[0])
    card = one_card(to)
    assert_official(card.message, form)
    assert sorted(actions(card)) == [("1", "Void"), ("2", "Unchanged")]
    assert len(lines(card)) == 1


@EACH_FORM
def test_a_card_that_nobody_stands_behind_is_withdrawn(cast, kas, form):
    made = approved(cast, kas, MONDAY, *PLAIN)
    to = receiver(cast, form)
    one_card(to)
    reopened(made)
    card = one_card(to)
    assert_official(card.message, form)
    assert card.step == "withdrawn"
    assert not lines(card)


@EACH_FORM
def test_a_worker_with_two_assignments_has_two_cards(cast, kas, form):
    other = placed(cast.anker, number="1001", function="Chauffeur")
    approved(cast, kas, MONDAY, *PLAIN)
    approved(cast, other, date(2026, 11, 17), *PLAIN)
    cards = hand_over(receiver(cast, form))
    assert sorted(cards) == sorted(
        f"TC-2026-W47-1001-{assignment.pk}" for assignment in (kas, other)
    )
    for card in cards.values():
        assert_official(card.message, form)


@EACH_FORM
def test_a_week_may_hold_two_versions_of_an_agreement(cast, form):
    """New Year's Eve 2025 is paid by the pack of 2024, 2 January by that of 2026."""
    agreed(cast.anker, "beroepsgoederenvervoer")
    driver = placed(cast.anker)
    approved(cast, driver, date(2025, 12, 30), *PLAIN)
    approved(cast, driver, date(2026, 1, 2), *PLAIN)
    card = one_card(receiver(cast, form), week=Week(2026, 1))
    assert_official(card.message, form)
    assert card.content["total"] == "16.00"
    assert card.content["monday"] == "2025-12-29"


@EACH_FORM
def test_what_is_paid_to_a_minimum_is_no_worked_time(cast, kas, form):
    """Glastuinbouw: at least three hours a call (art. 18)."""
    approved(cast, kas, MONDAY, "7:00", "8:30", 0)
    card = one_card(receiver(cast, form))
    assert_official(card.message, form)
    code = "Regular complemented" if form == "1.4-xml" else "HT102"
    assert [(line[0], line[3]) for line in lines(card)][1] == (code, "1.50")
    assert card.content["total"] == "1.50"
