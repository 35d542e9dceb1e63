"""What the README promises of every input, held on random weeks."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from naive.chances import random_case
from naive.clocks import minutes, shown
from naive.comparing import by_engine, pack_of
from ontrafelaar import (
    Facts,
    Shift,
    packs,
    read_convention,
    read_facts,
    unravel,
)

CALM = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
CHANCE = st.randoms(use_true_random=False)
NUMBERS = (int, Fraction, type(None))


def numbers(tree):
    """Every number in an outcome, however deep."""
    if isinstance(tree, tuple | list | frozenset):
        for one in tree:
            yield from numbers(one)
    elif hasattr(tree, "__slots__") and not isinstance(tree, Fraction):
        for name in tree.__slots__:
            yield from numbers(getattr(tree, name, None))
    elif isinstance(tree, int | float | Fraction | complex):
        yield tree


@CALM
@given(CHANCE)
def test_no_float_stands_anywhere_in_a_result(chance):
    outcome = by_engine(random_case(chance))
    told = (outcome.lines, outcome.segments, outcome.addons, outcome.amounts)
    assert all(isinstance(one, NUMBERS) for one in numbers(told))
    assert all(isinstance(line.minutes, int) for line in outcome.lines)


@CALM
@given(CHANCE)
def test_base_lines_sum_to_the_net_time_and_what_tops_it_up(chance):
    case = random_case(chance)
    outcome = by_engine(replace(case, agreed=dict(case.agreed) | {"regel": "1m"}))
    base = sum(line.minutes for line in outcome.lines if not line.is_addon)
    top = sum(part.minutes for part in outcome.topups)
    assert base == outcome.worked_minutes + top


@CALM
@given(CHANCE)
def test_the_order_of_the_shifts_changes_nothing_whatever_is_agreed(chance):
    case = random_case(chance)
    mixed = list(case.shifts)
    chance.shuffle(mixed)
    one, two = by_engine(case), by_engine(replace(case, shifts=tuple(mixed)))
    assert str(one) == str(two)
    assert one.segments == two.segments


@CALM
@given(CHANCE)
def test_a_shift_is_cut_in_some_pieces_never_minute_by_minute(chance):
    outcome = by_engine(random_case(chance))
    pieces = Counter(part.key for part in outcome.segments if not part.is_topup)
    assert max(pieces.values(), default=0) <= 24
    assert all(one.start <= two.start for one, two in pairwise(outcome.segments))


@CALM
@given(CHANCE)
def test_what_is_unknown_is_never_a_silent_zero(chance):
    """A minute that an unknown rule won has no percentage; else it has one."""
    for pack, part in _worked(by_engine(random_case(chance))):
        unknown = {rule.name for rule in pack.rules if rule.pay.is_unknown}
        if not part.base.rules:
            assert part.base.percent == 100
        else:
            known = set(part.base.rules) - unknown
            assert (part.base.percent is None) == (known != set(part.base.rules))


def _worked(outcome):
    """Without rules at base: those take away what is unknown."""
    if not outcome.convention.at_base:
        yield from ((part[4].pack, part[4]) for part in outcome.parts)


PLACEMENTS = ("laagste", "midden", "na 1:00", "naar rato", "hoogste")
WINDOWS_ONLY = [one for one in packs() if one.id.startswith("technische-groothandel")]


@CALM
@given(CHANCE, st.sampled_from(WINDOWS_ONLY))
def test_a_break_at_the_lowest_leaves_the_most_and_at_the_highest_the_least(
    chance, pack
):
    """At the lowest it takes cheap minutes: what is left costs the most."""
    shifts = [replace(s, net=None) for s in random_case(chance).shifts if s.is_work]
    costs = []
    for placement in PLACEMENTS:
        agreed = read_convention({"pauze": placement})
        lines = unravel(shifts, pack, convention=agreed).lines
        costs.append(sum(line.minutes * line.percent for line in lines))
    assert costs[0] == max(costs)
    assert costs[-1] == min(costs)


@CALM
@given(CHANCE)
def test_every_call_is_paid_the_minimum_and_every_week_the_guarantee(chance):
    case = random_case(chance)
    shifts = [shift for shift in case.shifts if shift.is_work]
    assume(shifts)
    horticulture = next(one for one in packs() if one.id == "glastuinbouw")
    for part in shifts:
        paid = unravel([part], horticulture).segments
        assert sum(one.minutes for one in paid) >= horticulture.minimum.minutes
    transport = next(one for one in packs() if one.guarantee)
    week = shown(shifts[0].start).isocalendar()[:2]
    own = [one for one in shifts if shown(one.start).isocalendar()[:2] == week]
    paid = unravel(own[:1], transport, facts=Facts(contract=2400)).segments
    assert sum(one.minutes for one in paid) >= 2400


@pytest.mark.parametrize("step", ["15m", "6m", "30m"])
@CALM
@given(chance=CHANCE)
def test_rounded_lines_keep_the_total_where_that_is_agreed(chance, step):
    case = random_case(chance)
    kept = by_engine(replace(case, agreed={"regel": f"{step}, totaal blijft"}))
    plain = by_engine(replace(case, agreed={}))
    size = int(step[:-1])
    for is_addon in (False, True):
        was, now = (
            sum(line.minutes for line in one.lines if line.is_addon == is_addon)
            for one in (plain, kept)
        )
        assert abs(now - was) * 2 <= size
    assert all(line.minutes % size == 0 for line in kept.lines)


@CALM
@given(CHANCE)
def test_hours_after_the_last_version_are_told_as_such(chance):
    case = random_case(chance)
    text = case.packs[0].replace("\n[rules]", "\n[rules]", 1)
    pack = pack_of(text)
    assume(case.shifts and pack.until)
    last = max(shown(shift.start).date() for shift in case.shifts)
    flags = {flag.code for flag in unravel(case.shifts, pack).flags}
    assert ("nawerking" in flags) == (last > pack.until)


@CALM
@given(CHANCE)
def test_a_late_correction_of_one_day_leaves_other_weeks_alone(chance):
    """A result is a function of its whole period: of this week, and of no other."""
    case = random_case(chance)
    text = next(one.file for one in packs() if one.id == "glastuinbouw")
    shifts = [shift for shift in case.shifts if shift.is_work]
    assume(len(shifts) > 1)
    pack = next(one for one in packs() if one.file == text)
    first = min(shifts, key=lambda one: one.start)
    longer = replace(first, key="later", start=first.start - minutes("2:00"))
    before = unravel(shifts, pack)
    after = unravel([longer, *(one for one in shifts if one is not first)], pack)
    monday = shown(first.start).date()
    monday += timedelta(days=7 - monday.weekday())
    elsewhere = [
        [part for part in one.segments if shown(part.start).date() > monday]
        for one in (before, after)
    ]
    assert elsewhere[0] == elsewhere[1]


def _is_per_shift(pack):
    """A rule that looks at one shift: its form, its length, or what it adjoins."""
    return any(
        rule.least
        or (rule.is_window and rule.rounding)
        or any(one.by_times for one in rule.conditions)
        or "aansluitend" in rule.counts.windows.words
        for rule in pack.rules
    )


WHOLE = [pack for pack in packs() if not _is_per_shift(pack)]


@CALM
@given(CHANCE, st.sampled_from(WHOLE))
def test_a_shift_that_is_cut_in_two_pays_the_same_whatever_is_known(chance, pack):
    case = random_case(chance)
    facts = read_facts({k: v for k, v in case.facts.items() if k != "geteld"})
    shifts = [
        Shift(one.key, one.start, one.end, 0) for one in case.shifts if one.is_work
    ]
    assume(shifts)
    whole = chance.choice(shifts)
    middle = chance.randint(whole.start, whole.end)
    halves = [
        Shift("begin", whole.start, middle, 0),
        Shift("eind", middle, whole.end, 0),
    ]
    cut = [one for one in shifts if one is not whole]
    cut += [half for half in halves if half.has_times]
    sums = [Counter(), Counter()]
    for given_, found in zip((shifts, cut), sums, strict=True):
        for part in unravel(given_, pack, facts=facts).parts:
            found[part[4].base, part[4].plus] += part[3]
    assert sums[0] == sums[1]
