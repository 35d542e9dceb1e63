"""What the second reading found, one by one: each was paid wrong once."""

from datetime import date

import pytest

from naive.clocks import passes
from ontrafelaar import Shift, read_convention, read_facts, read_pack, read_shifts
from ontrafelaar.engine import compute

MONDAY = date(2026, 2, 2)
EVENING = "avond = { pay = '50%', when = 'alle 20:00-24:00', art = '1' }"


@pytest.fixture
def told():
    """The line for these shifts, by texts of rules that each hold from a date."""

    def told(versions, shifts, *, stack="avond", cao="", **known):
        texts = [
            f"[cao]\nid='klein'\nname='Klein'\nvalid={day}\nsource='art. 1'\n{cao}\n"
            f"[rules]\n{rules}\n" + (f"[stack]\npay='{stack}'\n" if stack else "")
            for day, rules in versions.items()
        ]
        return str(
            compute(
                read_shifts(shifts) if isinstance(shifts, str) else shifts,
                tuple(read_pack(text) for text in texts),
                convention=read_convention(known.get("agreed", {})),
                facts=read_facts(known.get("facts", {})),
            )
        )

    return told


def worked(start, end, **more):
    return Shift("een", passes(MONDAY, start), passes(MONDAY, end), **more)


def test_hours_without_clock_times_did_not_begin_early(told):
    early = "vroeg = { pay = '20%', when = 'alle', if = 'begin < 07:00', art = '1' }"
    rules = {"2020-01-01": early}
    assert told(rules, "2026-02-02 8:00 uur", stack="vroeg") == "8:00 @100"
    assert told(rules, "2026-02-02 06:00-08:00", stack="vroeg") == "2:00 @120 vroeg"


def test_hours_without_clock_times_count_for_their_own_day(told):
    rules = {"2020-01-01": "dag = { pay = '50%', over = '8:00 per dag', art = '1' }"}
    shifts = "2026-02-02 16:00-24:00 /0; 2026-02-03 8:00 uur"
    assert told(rules, shifts, stack="dag") == "16:00 @100"


def test_hours_without_clock_times_adjoin_no_roster(told):
    rules = "na = { pay = '25%', over = '0:00 per dag', art = '1', "
    rules = {"2020-01-01": rules + "counts = 'buiten rooster, aansluitend' }"}
    facts = {"rooster": "za 08:00-16:00"}
    assert told(rules, "2026-02-02 2:00 uur", stack="na", facts=facts) == "2:00 @100"


def test_a_shift_that_opens_with_its_break_still_adjoins_the_roster(told):
    rules = "na = { pay = '25%', over = '0:00 per dag', art = '1', "
    rules = {"2020-01-01": rules + "counts = 'buiten rooster, aansluitend' }"}
    rest = (passes(MONDAY, 960), passes(MONDAY, 975))
    shifts = (worked(960, 1080, breaks=(rest,)),)
    facts = {"rooster": "ma-vr 07:00-16:00"}
    assert told(rules, shifts, stack="na", facts=facts) == "1:45 @125 na"


def test_a_break_with_clock_times_lies_there_by_the_wall_too(told):
    rest = (passes(MONDAY, 1230), passes(MONDAY, 1260))
    shifts = (worked(1140, 1320, breaks=(rest,)),)
    wall = {"tijd": "wandklok"}
    rules = {"2020-01-01": EVENING}
    assert told(rules, shifts, agreed=wall) == "1:00 @100; 1:30 @150 avond"


PAID_BREAK = {
    "2020-01-01": "pauze = { pay = '100%', kind = 'pauze 0:30', art = '1' }",
    "2026-02-04": "pauze = { pay = '100%', kind = 'pauze 0:30', art = '1' }",
}


def test_what_is_rounded_off_is_no_break_that_was_taken(told):
    for agreed in ({"dienst": "15m omlaag"}, {"klok": "15m opdrachtgever"}):
        found = told(PAID_BREAK, "2026-02-02 08:00-12:07 /0", stack="", agreed=agreed)
        assert found == "4:00 @100"


def test_a_break_is_paid_in_a_night_on_the_wall_as_well(told):
    wall = {"tijd": "wandklok"}
    found = told(PAID_BREAK, "2026-03-28 22:00-06:30 /30", stack="", agreed=wall)
    assert found == "8:00 @100; 0:30 @100 pauze"


def test_a_night_over_a_change_of_versions_is_cut_at_midnight(told):
    rules = {
        "2020-01-01": "oud = { pay = '10%', when = 'alle', art = '1' }",
        "2026-02-04": "oud = { pay = '20%', when = 'alle', art = '1' }",
    }
    found = told(rules, "2026-02-03 22:00-06:00 /0", stack="oud")
    assert found == "2:00 @110 oud; 6:00 @120 oud"


@pytest.mark.parametrize("place", ["laagste", "hoogste", "midden", "naar rato"])
def test_a_break_over_a_change_of_versions_is_taken_once(told, place):
    rules = {
        "2020-01-01": "nacht = { pay = '10%', when = 'alle 23:00-24:00', art = '1' }",
        "2026-02-04": "nacht = { pay = '20%', when = 'alle 00:00-05:00', art = '1' }",
    }
    agreed = {"pauze": place, "stijl": "toeslag"}
    found = told(rules, "2026-02-03 22:00-06:00 /60", stack="nacht", agreed=agreed)
    assert found.startswith("7:00 @100; ")


def test_a_break_over_a_change_of_versions_is_paid_once(told):
    found = told(PAID_BREAK, "2026-02-03 22:00-06:00 /30", stack="")
    assert found == "7:30 @100; 0:30 @100 pauze"


@pytest.mark.parametrize("unit", ["dienst", "dag", "week"])
def test_an_amount_over_a_change_of_versions_comes_once(told, unit):
    rule = f"geld = {{ pay = '€ 5 per {unit}', when = 'alle', art = '1' }}"
    rules = {"2020-01-01": rule, "2026-02-04": rule}
    found = told(rules, "2026-02-03 22:00-06:00 /0", stack="")
    assert found == "8:00 @100; € 5,00 geld"


def test_a_minimum_of_an_earlier_version_fills_the_guarantee_too(told):
    found = told(
        {"2020-01-01": EVENING, "2026-02-04": EVENING},
        "2026-02-02 08:00-09:00; 2026-02-06 08:00-10:00",
        cao="guarantee = 'contract per week'",
        facts={"contract": "12:00", "tags": ["oproep"]},
    )
    assert found == "3:00 @100; 6:00 @100 garantie; 3:00 @100 minimum"


def test_each_calendar_day_of_a_night_has_its_own_limit(told):
    rules = {
        "2020-01-01": "dag = { pay = '50%', over = '8:00 per kalenderdag', art = '1' }"
    }
    assert told(rules, "2026-02-02 18:00-04:00 /0", stack="dag") == "10:00 @100"
    found = told(rules, "2026-02-02 15:00-04:00 /0", stack="dag")
    assert found == "12:00 @100; 1:00 @150 dag"


@pytest.mark.parametrize(("net", "paid"), [(450, "7:30"), (480, "8:00"), (500, "8:20")])
def test_registered_hours_that_lead_lead_upwards_too(told, net, paid):
    shifts = (worked(480, 960, net=net),)
    agreed = {"netto": "geregistreerd"}
    assert told({"2020-01-01": EVENING}, shifts, agreed=agreed) == f"{paid} @100"


def test_a_day_away_leaves_no_gap(told):
    rule = "wachten = { pay = '100%', kind = 'gat tot 1:00', art = '1' }"
    day = "2026-02-02 08:00-12:00; 2026-02-02 12:30-16:00 #afwezig"
    assert told({"2020-01-01": rule}, day, stack="") == "4:00 @100"


def test_standby_does_not_hide_a_gap(told):
    rule = "wachten = { pay = '100%', kind = 'gat tot 1:00', art = '1' }"
    day = "2026-02-02 08:00-12:00; 2026-02-02 12:30-16:00"
    day += "; 2026-02-02 09:00-18:00 #consignatie"
    found = told({"2020-01-01": rule}, day, stack="")
    assert found == "7:30 @100; 0:30 @100 wachten"


def test_a_day_away_that_is_registered_twice_counts_once(told):
    rules = {"2020-01-01": "week = { pay = '50%', over = '8:00 per week', art = '1' }"}
    shifts = "2026-02-02 08:00-12:00 #afwezig; 2026-02-02 12:00-16:00 #afwezig"
    shifts += "; 2026-02-03 08:00-09:00"
    cao = "absence = '8:00 per dag'"
    assert told(rules, shifts, stack="week", cao=cao) == "1:00 @150 week"
    cao = "absence = '7:00 per dag'"
    assert told(rules, shifts, stack="week", cao=cao) == "1:00 @100"


def test_a_rule_at_base_leaves_what_it_is_added_to(told):
    rules = f"{EVENING}\ndag = {{ pay = '25%', over = '2:00 per dag', art = '2' }}"
    found = told(
        {"2020-01-01": rules},
        "2026-02-02 19:00-22:00",
        stack="avond + dag",
        agreed={"normaal": ["dag"]},
    )
    assert found == "1:00 @100; 1:00 @150 avond; 1:00 @150 avond+dag"


def test_beside_an_unknown_stands_only_the_highest_that_is_known(told):
    rules = "\n".join(
        f"{name} = {{ pay = '{pay}', when = 'alle', art = '1' }}"
        for name, pay in {"a": "10%", "b": "?", "c": "30%", "d": "20%"}.items()
    )
    for stack in ("a | b | c | d", "b | a | d | c"):
        found = told({"2020-01-01": rules}, "2026-02-02 08:00-09:00", stack=stack)
        assert found == "1:00 @? b+c"


def test_what_was_counted_before_holds_after_a_first_day_away(told):
    rules = {
        "2020-01-01": "jaar = { pay = '50%', over = '100:00 per jaar', art = '1' }"
    }
    found = told(
        rules,
        "2026-02-02 08:00-16:00 #afwezig; 2026-02-03 08:00-10:00",
        stack="jaar",
        facts={"geteld": {"jaar": "99:00"}},
    )
    assert found == "1:00 @100; 1:00 @150 jaar"


def test_a_day_on_standby_is_no_day_worked(told):
    limit = "8:00 x gewerkte dagen per week"
    rules = {"2020-01-01": f"gem = {{ pay = '30%', over = '{limit}', art = '1' }}"}
    shifts = "2026-02-02 08:00-18:00 /0; 2026-02-03 08:00-18:00 #consignatie"
    assert told(rules, shifts, stack="gem") == "8:00 @100; 2:00 @130 gem"


def test_by_the_wall_a_break_in_the_hour_that_comes_twice_pays_no_minute_twice(told):
    """It begins at 02:01 and ends at 02:00: by the wall it takes nothing."""
    sunday = date(2026, 10, 25)
    one, two = passes(sunday, 0), passes(sunday, 3 * 60)
    begun = passes(sunday, 2 * 60 + 1)
    shift = Shift("een", one, two, breaks=((begun, begun + 59),))
    found = told({"2020-01-01": EVENING}, [shift], agreed={"tijd": "wandklok"})
    assert found == "3:00 @100"
