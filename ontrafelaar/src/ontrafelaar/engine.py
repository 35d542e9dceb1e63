"""The engine: cut, count, stack, top up; the whole period at once."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from ontrafelaar.amounts import amounts_of
from ontrafelaar.clock import DAY, as_date, at, day_number
from ontrafelaar.library import Family, version
from ontrafelaar.normalising import noted
from ontrafelaar.outcome import Outcome
from ontrafelaar.pack import Pack
from ontrafelaar.plan import Plan
from ontrafelaar.shifts import ABSENT, STANDBY, Convention, Facts, Shift
from ontrafelaar.topping import gaps, legal_minimum, paid_breaks, topups
from ontrafelaar.values import Amount, Part, Segment
from ontrafelaar.works import Work

PLAIN, NOTHING = Convention(), Facts()
PLANS = 512
_plans: dict[tuple[Hashable, ...], Plan] = {}
_times = attrgetter("start", "end")


def compute(
    shifts: Iterable[Shift],
    versions: Family,
    *,
    convention: Convention = PLAIN,
    facts: Facts = NOTHING,
) -> Outcome:
    """One worker's shifts by these versions of a CAO; one version covers every day."""
    ordered = _ordered(shifts)
    holding = versions if len(versions) == 1 else _holding(ordered, versions)
    made = _Made(facts, [], [], [], [])
    for one in holding:
        plan = plan_of(one, convention, facts)
        works = plan.works(ordered)
        for counter in plan.counters:
            counter.mark(works, facts)
        _told(plan, works, versions if len(holding) > 1 else (), made)
    if len(holding) > 1:
        made.parts.sort(key=lambda part: part[1])
    return Outcome(
        tuple(made.parts),
        ordered,
        holding,
        convention,
        facts,
        tuple(made.top),
        tuple(made.extra),
        tuple(made.euros),
        noted(ordered, convention),
    )


@dataclass(slots=True)
class _Made:
    """What the versions of a pack have made so far for this worker."""

    facts: Facts
    parts: list[Part]
    top: list[Segment]
    extra: list[Segment]
    euros: list[Amount]


def _told(plan: Plan, works: Sequence[Work], versions: Family, made: _Made) -> None:
    """Of several versions, each tells what was worked on its own days."""
    pack = plan.pack
    own = _own(works, pack, versions) if versions else works
    _price(plan, own, made.parts)
    if pack.minimum or pack.guarantee or legal_minimum(made.facts):
        mine = _begun(works, pack, versions) if versions else works
        made.top += topups(plan, works, mine, made.facts)
    if plan.kinds:
        made.top += paid_breaks(plan, own)
        top, extra, euros = gaps(plan, own)
        made.top += top
        made.extra += extra
        made.euros += euros
    if plan.pays_euros:
        made.euros += amounts_of(plan, own)


def plan_of(pack: Pack, convention: Convention, facts: Facts) -> Plan:
    """Made once for each pack, convention and what is known besides the contract."""
    key = (
        pack,
        convention,
        facts.tags,
        facts.roster,
        facts.designated,
        facts.hourly_wage,
        facts.worked_days,
    )
    plan = _plans.get(key)
    if plan is None:
        if len(_plans) >= PLANS:
            _plans.clear()
        plan = _plans[key] = Plan(pack, convention, facts)
    return plan


def _ordered(shifts: Iterable[Shift]) -> list[Shift]:
    ordered = sorted(shifts, key=_times)
    if any(one.start == two.start for one, two in pairwise(ordered)):
        ordered.sort(key=lambda one: (one.start, one.end, str(one.key), repr(one)))
    return ordered


def _holding(ordered: Sequence[Shift], versions: Family) -> tuple[Pack, ...]:
    """The versions from that of the first day worked to that of the last."""
    if not ordered:
        return ()
    first = day_number(ordered[0].start)
    last = max(day_number(max(s.end - 1, s.start)) for s in ordered)
    one, two = (version(versions, as_date(day)) for day in (first, last))
    return versions[versions.index(one) : versions.index(two) + 1]


def _own(works: Sequence[Work], pack: Pack, versions: Family) -> list[Work]:
    """What is worked on days on which this version holds; all of it was counted."""
    found = []
    for work in works:
        pieces = [
            piece
            for piece in work.pieces
            if version(versions, as_date(day_number(piece.start))) is pack
        ]
        if pieces:
            found.append(Work(work.shift, work.day, work.week, work.net, pieces))
    return found


def _begun(works: Sequence[Work], pack: Pack, versions: Family) -> list[Work]:
    """The shifts that count for a day on which this version holds."""
    return [work for work in works if version(versions, as_date(work.day)) is pack]


def _price(plan: Plan, works: Iterable[Work], parts: list[Part]) -> None:
    """A part for each piece; neighbours that are paid alike become one."""
    rates = plan.rates
    for work in works:
        shift = work.shift
        if shift.tags and shift.tags & {ABSENT, STANDBY}:
            continue
        last, until, key = None, -1, shift.key
        for start, end, minutes, mask, _ in work.pieces:
            priced = rates[mask]
            if priced is last and start == until:
                _, begun, _, sofar, _ = parts[-1]
                parts[-1] = (key, begun, end, sofar + minutes, priced)
            else:
                parts.append((key, start, end, minutes, priced))
            last, until = priced, end
    if plan.by_wall:
        parts[:] = [(k, _instant(s), _instant(e), m, p) for k, s, e, m, p in parts]


def _instant(wall: int) -> int:
    return at(as_date(wall // DAY), wall % DAY)
