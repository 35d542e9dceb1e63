"""The engine: cut, count, stack, top up; the whole period at once."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from ontrafelaar.amounts import Once, amounts_of
from ontrafelaar.clock import DAY, as_date, at, day_number
from ontrafelaar.library import Family, version
from ontrafelaar.normalising import noted
from ontrafelaar.outcome import Outcome
from ontrafelaar.pack import Pack
from ontrafelaar.plan import Plan
from ontrafelaar.remembering import remembered
from ontrafelaar.shifts import ABSENT, STANDBY, Convention, Facts, Shift
from ontrafelaar.topping import gaps, legal_minimum, paid_breaks, topups
from ontrafelaar.values import Amount, Part, Segment
from ontrafelaar.versions import Owners
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
    known = remembered(facts, ordered, holding)
    plans = [plan_of(one, convention, known) for one in holding]
    owners = Owners(versions) if len(holding) > 1 else None
    settled = owners.settled(plans, ordered) if owners else {}
    made = _Made(facts, owners)
    for plan in plans:
        works = plan.works(ordered, settled)
        for counter in plan.counters:
            counter.mark(works, facts)
        _told(plan, works, made)
    if owners:
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
    owners: Owners | None
    parts: list[Part] = field(default_factory=list)
    top: list[Segment] = field(default_factory=list)
    extra: list[Segment] = field(default_factory=list)
    euros: list[Amount] = field(default_factory=list)
    added: dict[int, int] = field(default_factory=dict)
    once: set[Once] = field(default_factory=set)


def _told(plan: Plan, works: Sequence[Work], made: _Made) -> None:
    """Of several versions, each tells what was worked on its own days."""
    pack, owners = plan.pack, made.owners
    own = owners.own(works, plan) if owners else works
    mine = owners.begun(works, plan) if owners else works
    _price(plan, own, made.parts)
    if pack.minimum or pack.guarantee or legal_minimum(made.facts):
        made.top += topups(plan, works, mine, made.facts, made.added)
    if plan.kinds:
        made.top += paid_breaks(plan, mine)
        holds = owners.holds(plan) if owners else _always
        top, extra, euros = gaps(plan, works, holds)
        made.top += top
        made.extra += extra
        made.euros += euros
    if plan.pays_euros:
        made.euros += amounts_of(plan, own, made.once)


def _always(_minute: int) -> bool:
    return True


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


def _price(plan: Plan, works: Iterable[Work], parts: list[Part]) -> None:
    """A part for each piece; neighbours that are paid alike become one."""
    rates, before = plan.rates, len(parts)
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
        parts[before:] = [
            (k, _instant(s), _instant(e), m, p) for k, s, e, m, p in parts[before:]
        ]


def _instant(wall: int) -> int:
    return at(as_date(wall // DAY), wall % DAY)
