"""How the engine puts pieces together, and what it keeps between two sums."""

from datetime import date
from fractions import Fraction

import pytest

from ontrafelaar import Convention, Facts, Shift, read_pack, read_shifts, unravel
from ontrafelaar import engine as engine_room
from ontrafelaar.engine import compute, plan_of

PACK = read_pack(
    "[cao]\nid='klein'\nname='Klein'\nvalid=2020-01-01\nsource='art. 1'\n"
    "guarantee='contract per week'\n"
    "[rules]\navond = { pay = '50%', when = 'alle 20:00-24:00', art = '1' }\n"
    "geld = { pay = '€ 2 per uur', when = 'alle 22:00-24:00', art = '2' }\n"
    "pauze = { pay = '100%', kind = 'pauze 0:30', art = '3' }\n"
    "gat = { pay = '50%', kind = 'gat vanaf 1:00', art = '4' }\n"
    "[stack]\npay = 'avond'"
)
WALL = Convention(clock="wandklok")


def stretches(outcome):
    return [(part.minutes, part.percent, part.key) for part in outcome.segments]


def test_neighbours_that_are_paid_alike_are_one_stretch():
    [night] = unravel(read_shifts("2026-02-02 01:00-19:00 /0"), PACK).segments
    assert (night.minutes, night.end - night.start) == (1080, 1080)
    shifts = read_shifts("2026-02-02 23:00-01:00 /0")
    assert stretches(unravel(shifts, PACK)) == [(60, 150, 0), (60, 100, 0)]


def test_midnight_is_no_bound_where_nothing_changes():
    pack = read_pack(
        "[cao]\nid='k'\nname='K'\nvalid=2020-01-01\nsource='1'\n[rules]\n"
        "nacht = { pay = '9%', when = 'alle 22:00-06:00', art = '1' }\n"
        "[stack]\npay = 'nacht'"
    )
    shifts = read_shifts("2026-02-02 22:00-06:00 /0")
    assert stretches(unravel(shifts, pack)) == [(480, 109, 0)]


def test_a_gap_or_another_shift_is_another_stretch():
    shifts = read_shifts("2026-02-02 08:00-09:00 /0; 2026-02-02 09:00-10:00 /0")
    assert stretches(unravel(shifts, PACK)) == [(60, 100, 0), (60, 100, 1)]
    there = shifts[0].start
    rest = ((there + 10, there + 20),)
    broken = [Shift("x", there, there + 60, breaks=rest)]
    worked = [part for part in unravel(broken, PACK).segments if not part.is_topup]
    assert [(part.start - there, part.end - there) for part in worked] == [
        (0, 10),
        (20, 60),
    ]


@pytest.mark.parametrize("month", ["02", "07"])
def test_stretches_on_the_wall_are_told_in_instants(month):
    shifts = read_shifts(f"2026-{month}-02 19:00-23:00 /0; 2026-{month}-03 08:00-09:00")
    outcome = unravel(shifts, PACK, convention=WALL)
    told = [(part.start, part.end) for part in outcome.segments]
    first, second = shifts
    assert told == [
        (first.start, first.start + 60),
        (first.start + 60, first.start + 180),
        (first.start + 180, first.end),
        (second.start, second.end),
    ]


def test_days_away_and_standby_are_not_worked():
    shifts = read_shifts(
        "2026-02-02 08:00-16:00 #afwezig; 2026-02-02 22:00-23:00 #consignatie;"
        "2026-02-03 08:00-09:00"
    )
    outcome = unravel(shifts, PACK)
    assert stretches(outcome) == [(60, 100, 2)]
    assert [str(one) for one in outcome.amounts] == ["€ 2,00 geld"]


def test_shifts_that_begin_together_come_out_alike_in_any_order():
    one, two = (
        Shift(key, 29_500_000, 29_500_000 + length, 0, tags=frozenset({"consignatie"}))
        for key, length in (("a", 60), ("b", 60))
    )
    three = Shift("c", 29_500_000, 29_500_060, 0)
    found = {
        tuple(part.key for part in compute(row, (PACK,)).shifts)
        for row in ([one, two, three], [three, two, one], [two, three, one])
    }
    assert found == {("a", "b", "c")}


def test_an_outcome_holds_what_went_in():
    shifts = read_shifts("2026-02-03 08:00-09:00; 2026-02-02 08:00-09:00")
    facts, agreed = Facts(contract=600), Convention(style="toeslag")
    outcome = unravel(shifts, PACK, facts=facts, convention=agreed)
    assert outcome.shifts == [shifts[1], shifts[0]]
    assert (outcome.packs, outcome.facts, outcome.convention) == (
        (PACK,),
        facts,
        agreed,
    )
    assert str(outcome) == "10:00 @100; 8:00 +0 garantie"


def test_everything_beside_the_hours_is_told():
    shifts = read_shifts(
        "2026-02-02 08:00-12:00 /20; 2026-02-02 14:00-15:00; 2026-02-02 22:00-23:00"
    )
    outcome = unravel(shifts, PACK, facts=Facts(contract=480))
    assert str(outcome) == (
        "4:40 @100; 2:20 @100 garantie; 0:20 @100 pauze; 1:00 @150 avond; "
        "9:00 +50 gat; € 2,00 geld"
    )


def test_a_registration_that_does_not_fit_is_noted():
    shifts = [Shift("x", 29_500_000, 29_500_480, 0, net=450)]
    assert [flag.code for flag in unravel(shifts, PACK).noted] == ["netto"]


def test_a_plan_is_made_once_for_what_it_depends_on():
    day = frozenset({date(2026, 2, 2)})
    same = plan_of(PACK, Convention(), Facts(contract=600))
    assert plan_of(PACK, Convention(), Facts(contract=900)) is same
    others = [
        (Convention(placement="midden"), Facts()),
        (Convention(), Facts(tags=frozenset({"hotel"}))),
        (Convention(), Facts(roster=PACK.rules[0].windows.windows)),
        (Convention(), Facts(designated=(("dagen", day),))),
        (Convention(), Facts(hourly_wage=Fraction(15))),
        (Convention(), Facts(worked_days=day)),
    ]
    plans = {id(plan_of(PACK, *one)) for one in others}
    assert len(plans) == len(others)
    assert id(same) not in plans


def test_only_so_many_plans_are_kept(monkeypatch):
    monkeypatch.setattr(engine_room, "PLANS", 3)
    engine_room._plans.clear()
    for wage in range(1, 4):
        plan_of(PACK, Convention(), Facts(hourly_wage=Fraction(wage)))
    assert len(engine_room._plans) == 3
    plan_of(PACK, Convention(), Facts(hourly_wage=Fraction(4)))
    assert len(engine_room._plans) == 1
