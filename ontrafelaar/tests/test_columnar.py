"""The columnar engine pays the same minutes at the same rates, shift by shift."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontrafelaar import Convention, Facts, Shift, packs, unravel
from ontrafelaar.clock import at

np = pytest.importorskip("numpy", reason="de extra `columnar` is niet geïnstalleerd")

from ontrafelaar.columnar import Shifts, unravel_columns  # noqa: E402
from ontrafelaar.columnar.run import by_arrays  # noqa: E402
from ontrafelaar.engine import plan_of  # noqa: E402

FACTS = st.builds(
    Facts,
    contract=st.sampled_from([None, 0, 32 * 60]),
    tags=st.sampled_from([frozenset(), frozenset({"ploegendienst"})]),
)
PAUSES = st.sampled_from([None, 0, 15, 30, 60, 1500])


@st.composite
def agencies(draw):
    """Some workers, each with shifts in five weeks around a change of the clock."""
    monday = draw(
        st.sampled_from([date(2026, 3, 9), date(2026, 10, 12), date(2025, 12, 22)])
    )
    rows = []
    for worker in range(draw(st.integers(1, 4))):
        edges = draw(
            st.lists(st.integers(0, 35 * 96), min_size=2, max_size=24, unique=True)
        )
        edges.sort()
        for start, end in pairwise(edges):
            if draw(st.booleans()):
                stop = min(end * 15, start * 15 + 14 * 60)
                first = at(monday, start * 15)
                last = at(monday, stop)
                if first < last:
                    rows.append((worker, Shift(len(rows), first, last, draw(PAUSES))))
    chance = draw(st.randoms(use_true_random=False))
    chance.shuffle(rows)
    return [
        (worker, Shift(n, one.start, one.end, one.break_minutes))
        for n, (worker, one) in enumerate(rows)
    ]


def by_scalar(rows, pack, **more):
    found = Counter()
    for worker in {worker for worker, _ in rows}:
        outcome = unravel([s for w, s in rows if w == worker], pack, **more)
        for key, _, _, minutes, priced in outcome.parts:
            plus = priced.plus.rules if priced.plus else ()
            found[key, priced.base.percent, priced.base.rules, plus] += minutes
        for top in outcome.topups:
            if top.key is not None:
                found[top.key, top.percent, top.rules, ()] += top.minutes
    return found


def by_columns(rows, pack, **more):
    paid = unravel_columns(Shifts.of(rows), pack, **more)
    found = Counter()
    for shift, minutes, rate in zip(paid.shift, paid.minutes, paid.rate, strict=True):
        base, plus = paid.rates[rate]
        if shift >= 0:
            name = (int(shift), base.percent, base.rules, plus.rules if plus else ())
            found[name] += int(minutes)
    return found


@settings(deadline=None, max_examples=300)
@given(agencies(), st.sampled_from(packs()), FACTS)
def test_columns_pay_as_the_scalar_engine_does(rows, pack, facts):
    assert by_columns(rows, pack, facts=facts) == by_scalar(rows, pack, facts=facts)


@settings(deadline=None, max_examples=40)
@given(agencies(), st.sampled_from(packs()))
def test_what_arrays_can_not_do_is_done_one_by_one(rows, pack):
    convention = Convention(placement="midden")
    assert by_columns(rows, pack, convention=convention) == by_scalar(
        rows, pack, convention=convention
    )


def test_the_pack_of_the_benchmark_goes_by_arrays():
    pack = next(pack for pack in packs() if pack.id == "glastuinbouw")
    assert by_arrays(plan_of(pack, Convention(), Facts()), Facts())


def test_no_shifts_are_no_rows():
    assert len(unravel_columns(Shifts.of([]), packs()[0]).shift) == 0


def test_arrow_tells_the_same():
    pytest.importorskip("pyarrow")
    monday = date(2026, 2, 2)
    rows = [
        (0, Shift(n, at(monday, n * 1440 + 420), at(monday, n * 1440 + 960), 60))
        for n in range(5)
    ]
    pack = next(pack for pack in packs() if pack.id == "glastuinbouw")
    table = unravel_columns(Shifts.of(rows), pack).to_arrow().to_pylist()
    assert sum(row["minutes"] for row in table) == 2400
    assert table[-1]["rules"] == "overwerk"
    assert table[-1]["percent"] == "135"
    assert timedelta(minutes=table[-1]["minutes"]) == timedelta(hours=2)
