"""What holds for every input: no minute lost, none paid twice, no float anywhere."""

from collections import Counter
from datetime import date
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ontrafelaar import Convention, Facts, PackError, Shift, packs, unravel
from ontrafelaar.clock import at

CALM = settings(deadline=None, max_examples=120)
MONDAYS = [
    date(2026, 2, 2),
    date(2026, 3, 23),
    date(2026, 3, 30),
    date(2025, 12, 29),
    date(2026, 10, 19),
    date(2026, 12, 21),
]
PACKS = st.sampled_from(packs())
FACTS = st.builds(
    Facts,
    contract=st.sampled_from([None, 0, 480, 32 * 60, 40 * 60]),
    tags=st.sampled_from(
        [frozenset(), frozenset({"ploegendienst"}), frozenset({"eendaagse rit"})]
    ),
)
CONVENTIONS = st.builds(
    Convention,
    placement=st.sampled_from(["laagste", "hoogste", "midden", "na 4:00", "naar rato"]),
)


PAUSES = st.sampled_from([None, 0, 15, 30, 45, 60])


@st.composite
def weeks(draw, pauses=PAUSES):
    """Shifts of one worker in one week that don't overlap, nights included."""
    monday = draw(st.sampled_from(MONDAYS))
    edges = draw(
        st.lists(st.integers(0, 7 * 1440), min_size=2, max_size=14, unique=True)
    )
    edges.sort()
    shifts = []
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        stop = min(end, start + 16 * 60)
        shifts.append(
            Shift(len(shifts), at(monday, start), at(monday, stop), draw(pauses))
        )
    return [shift for shift in shifts if shift.start < shift.end]


def worked(outcome):
    return [part for part in outcome.segments if not part.is_topup]


def paid(parts):
    """Minutes per rate and reasons, whatever the cuts."""
    found = Counter()
    for part in parts:
        found[part.percent, part.rules] += part.minutes
    return found


@CALM
@given(weeks(), PACKS, FACTS, CONVENTIONS)
def test_no_minute_is_lost_or_paid_twice(shifts, pack, facts, convention):
    outcome = unravel(shifts, pack, facts=facts, convention=convention)
    for shift in shifts:
        own = [part for part in worked(outcome) if part.key == shift.key]
        net = sum(part.minutes for part in own)
        assert net <= shift.end - shift.start
        if shift.break_minutes is not None:
            assert net == max(shift.end - shift.start - shift.break_minutes, 0)
        assert all(shift.start <= p.start < p.end <= shift.end for p in own)
        for one, two in pairwise(own):
            assert one.end <= two.start
        if convention.placement != "naar rato":
            assert all(part.minutes == part.end - part.start for part in own)


@CALM
@given(weeks(), PACKS, FACTS)
def test_the_base_lines_sum_to_the_segments(shifts, pack, facts):
    outcome = unravel(shifts, pack, facts=facts)
    base = sum(line.minutes for line in outcome.lines if not line.is_addon)
    assert base == sum(part.minutes for part in outcome.segments)


@CALM
@given(weeks(), PACKS, FACTS, st.randoms(use_true_random=False))
def test_the_order_in_which_shifts_are_given_changes_nothing(
    shifts, pack, facts, chance
):
    mixed = list(shifts)
    chance.shuffle(mixed)
    one, two = unravel(shifts, pack, facts=facts), unravel(mixed, pack, facts=facts)
    assert (one.segments, one.addons, str(one)) == (two.segments, two.addons, str(two))


def _is_per_shift(pack):
    return any(
        any(one.by_times for one in rule.conditions)
        or rule.least
        or any(limit.period == "dienst" for limit in rule.over)
        or any(limit.low.times == "gewerkte dagen" for limit in rule.over)
        for rule in pack.rules
    )


@CALM
@given(weeks(pauses=st.just(0)), PACKS, st.data())
def test_cutting_a_shift_in_two_changes_nothing_unless_a_rule_is_per_shift(
    shifts, pack, data
):
    if not shifts or _is_per_shift(pack):
        return
    at_noon = data.draw(st.sampled_from(shifts))
    if at_noon.end - at_noon.start < 2:
        return
    middle = data.draw(st.integers(at_noon.start + 1, at_noon.end - 1))
    halves = [
        Shift("one", at_noon.start, middle, 0),
        Shift("two", middle, at_noon.end, 0),
    ]
    cut = [shift for shift in shifts if shift is not at_noon] + halves
    assert paid(worked(unravel(shifts, pack))) == paid(worked(unravel(cut, pack)))


@CALM
@given(weeks(), PACKS, FACTS)
def test_numbers_are_exact(shifts, pack, facts):
    outcome = unravel(shifts, pack, facts=facts)
    for part in outcome.segments + outcome.addons:
        assert type(part.start) is type(part.end) is type(part.minutes) is int
        assert part.percent is None or type(part.percent) is Fraction
        assert len(part.rules) == len(set(part.rules))
    for line in outcome.lines:
        assert type(line.minutes) is int


@CALM
@given(weeks(), FACTS)
def test_a_pack_by_name_computes_or_says_that_there_is_no_version(shifts, facts):
    for name in {pack.id for pack in packs()}:
        try:
            outcome = unravel(shifts, name, facts=facts)
        except PackError as error:
            assert "geen versie" in str(error)  # noqa: PT017
        else:
            assert len({part.key for part in outcome.segments}) <= len(shifts) + 1
