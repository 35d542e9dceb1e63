"""E60: a line set by hand is paid so, and what was computed stays beside it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ontrafelaar import Override, read_convention, read_shifts, unravel

RULES = """
avond = { pay = "50%", when = "alle 20:00-24:00", art = "1" }
dagmax = { pay = "35%", over = "9:00 per dag", art = "2" }
week = { pay = "25%", over = "18:00 per week", art = "3" }
nacht = { pay = "19%", when = "alle 22:00-24:00", art = "4" }
onbekend = { pay = "?", when = "zo", art = "5" }
"""
MINIMUM = 'minimum = "3:00 per dienst"'
REST = "plus = 'nacht'"
EVENING = Override(
    0, ("avond",), Fraction(150), 120, Fraction(135), reason="afgesproken"
)
ONE, TWO = "2026-02-02 14:00-22:00", "2026-02-03 08:00-16:00"


@pytest.fixture
def paid(small):
    pack = small(RULES, "onbekend | avond | dagmax | week", rest=REST)

    def paid(shifts, *overrides, **agreed):
        convention = read_convention(agreed)
        outcome = unravel(read_shifts(shifts), pack, convention=convention)
        return outcome.overridden(overrides)

    return paid


def test_both_rates_are_told(paid):
    outcome = paid(f"{ONE}; {TWO}", EVENING)
    assert str(outcome) == "14:00 @100; 2:00 @135 avond [berekend 150]"
    (evening,) = [one for one in outcome.segments if one.rules]
    assert (evening.percent, evening.by_hand.computed) == (135, 150)
    assert not [flag for flag in outcome.flags if flag.code == "te beoordelen"]
    for language, told in (
        (
            "nl",
            "150% door avond (alle 20:00-24:00, art. 1). Met de hand gezet op 135% ",
        ),
        ("en", "150% by avond (alle 20:00-24:00, art. 1). Set by hand to 135% "),
    ):
        assert f"{told}(afgesproken)." in outcome.explain(language)[1]


@pytest.mark.parametrize(
    ("shifts", "told"),
    [
        ("2026-02-02 14:00-21:45", "6:00 @100; 1:45 @? avond [te beoordelen]"),
        ("2026-02-02 10:00-18:00", "8:00 @? [te beoordelen]"),
    ],
)
def test_a_line_that_is_no_longer_what_it_was_is_to_be_judged(paid, shifts, told):
    """The line became shorter; or it went, and which hours were meant is not known."""
    outcome = paid(shifts, EVENING)
    assert str(outcome) == told
    (flag,) = [flag for flag in outcome.flags if flag.code == "te beoordelen"]
    assert flag.sentence.startswith("Met de hand stond avond op 135%; de berekening ")


def test_what_changes_beside_the_line_leaves_it_as_it_was_set(paid):
    assert str(paid("2026-02-02 12:00-22:00", EVENING)) == (
        "8:00 @100; 2:00 @135 avond [berekend 150]"
    )


def test_a_correction_on_monday_asks_again_about_tuesday(paid):
    """Tuesday's overtime was set by hand; with a shorter Monday there is none."""
    monday, short = "2026-02-02 08:00-18:00", "2026-02-02 08:00-12:00"
    overtime = Override(1, ("week",), Fraction(125), 60, Fraction(200))
    tuesday = "2026-02-03 07:00-16:00"
    assert str(paid(f"{monday}; {tuesday}", overtime)) == (
        "17:00 @100; 1:00 @135 dagmax; 1:00 @200 week [berekend 125]"
    )
    later = paid(f"{short}; {tuesday}", overtime)
    assert str(later) == "4:00 @100; 9:00 @? [te beoordelen]"
    assert "Met de hand was dit 200%" in later.explain(key=1)[0]


def test_an_unknown_rate_is_filled_in_and_asks_no_more(paid):
    sunday = Override(0, ("onbekend",), None, 120, Fraction(200))
    outcome = paid("2026-02-08 10:00-12:00", sunday)
    assert str(outcome) == "2:00 @200 onbekend [berekend ?]"
    assert "onbekend" not in [flag.code for flag in outcome.flags]


def test_a_line_beside_the_base_is_set_by_itself(paid):
    late = "2026-02-02 21:00-23:00"
    night = Override(0, ("nacht",), Fraction(19), 60, Fraction(30), is_addon=True)
    assert str(paid(late, night)) == "2:00 @150 avond; 1:00 +30 nacht [berekend 19]"
    plain = Override(0, (), Fraction(100), 360, Fraction(110))
    assert str(paid(ONE, plain, stijl="toeslag")) == (
        "8:00 @100; 6:00 +10 [berekend 100]; 2:00 +50 avond"
    )


def test_what_is_paid_beyond_the_hours_may_be_set_too(small):
    pack = small("a = { pay = '5%', when = 'zo', art = '1' }", "a", cao=MINIMUM)
    added = Override(0, ("minimum",), Fraction(100), 120, Fraction(110))
    outcome = unravel(read_shifts("2026-02-02 08:00-09:00"), pack)
    assert str(outcome.overridden([added])) == (
        "1:00 @100; 2:00 @110 minimum [berekend 100]"
    )
    assert outcome.overridden([added]).explain()[1].endswith("gezet op 110%.")


def test_the_same_override_twice_changes_nothing_more(paid):
    again = replace(EVENING)
    assert str(paid(ONE, EVENING, again)) == str(paid(ONE, EVENING))
