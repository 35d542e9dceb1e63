"""What is paid beyond what was worked: minima, the guarantee, breaks, gaps."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from ontrafelaar.clock import day_number
from ontrafelaar.pack import Minimum, Rule
from ontrafelaar.plan import Plan
from ontrafelaar.pricing import BASE
from ontrafelaar.shifts import ABSENT, Facts
from ontrafelaar.values import Amount, Segment
from ontrafelaar.works import Work

CALL = Minimum(180, "BW 7:628a")
SMALL = 15 * 60
ON_CALL = "oproep"
LONG_GAP = 8 * 60
GUARANTEE = "garantie"


def legal_minimum(facts: Facts) -> Minimum | None:
    """Three hours per call, without fixed hours or with few at unfixed times."""
    small = facts.contract is None or facts.contract < SMALL
    if facts.contract == 0 or (ON_CALL in facts.tags and small):
        return CALL
    return None


def topups(
    plan: Plan,
    works: Sequence[Work],
    mine: Sequence[Work],
    facts: Facts,
    added: dict[int, int],
) -> Iterator[Segment]:
    """To the minimum of a shift, then to the hours that are guaranteed in a week.

    `mine` are the works on days of this version of the pack; `added` what its minimum,
    and that of the versions before it, added in each week.
    """
    owned, law = plan.pack.minimum, legal_minimum(facts)
    minimum = max((m for m in (owned, law) if m), key=lambda m: m.minutes, default=None)
    if minimum:
        for stretch in (*_stretches(mine), *_untimed(mine, works)):
            last = stretch[-1]
            short = minimum.minutes - sum(work.net for work in stretch)
            if short > 0:
                added[last.week] = added.get(last.week, 0) + short
                yield _top(last, short, "minimum", minimum.article)
    if plan.pack.guarantee and facts.contract:
        lasts = {work.week: work for work in works}
        weeks = {work.week for work in mine if lasts[work.week] is work}
        every = [work for work in works if work.week in weeks]
        yield from _guaranteed(plan, every, facts.contract, added)


def _stretches(works: Sequence[Work]) -> Iterator[list[Work]]:
    """Shifts without a gap between them are one call."""
    stretch: list[Work] = []
    for work in works:
        shift = work.shift
        if not shift.is_work:
            continue
        if stretch and stretch[-1].shift.end != shift.start:
            yield stretch
            stretch = []
        stretch.append(work)
    if stretch:
        yield stretch


def _untimed(mine: Iterable[Work], works: Iterable[Work]) -> Iterable[list[Work]]:
    """Hours without clock times are one call a day, for at least one it was.

    Beside a shift whose times are known they may be part of that: then nothing is sure.
    """
    days: dict[int, list[Work]] = {}
    for work in mine:
        if not work.shift.has_times and work.net and ABSENT not in work.shift.tags:
            days.setdefault(work.day, []).append(work)
    if days:
        for shift in (work.shift for work in works if work.shift.is_work):
            for day in range(day_number(shift.start - 1), day_number(shift.end) + 1):
                days.pop(day, None)
    return days.values()


def _guaranteed(
    plan: Plan, works: Sequence[Work], contract: int, added: dict[int, int]
) -> Iterator[Segment]:
    """The contract hours of each week in which something is known; a week stands alone.

    Every hour fills them, those of a Saturday and of a paid day away too.
    """
    weeks: dict[int, int] = {}
    for work in works:
        weeks[work.week] = weeks.get(work.week, 0) + work.net
    lasts = {work.week: work for work in works}
    for week, minutes in sorted(weeks.items()):
        short = contract - minutes - added.get(week, 0)
        if short > 0:
            end = lasts[week].shift.end
            article = plan.pack.source
            yield Segment(
                None, end, end, short, BASE, (GUARANTEE,), (article,), is_topup=True
            )


def _top(work: Work, minutes: int, name: str, article: str) -> Segment:
    end, key = work.shift.end, work.shift.key
    return Segment(key, end, end, minutes, BASE, (name,), (article,), is_topup=True)


def paid_breaks(plan: Plan, works: Sequence[Work]) -> Iterator[Segment]:
    """The break that a CAO pays, at most so long, at the base rate or above it."""
    for bit, rule in plan.kinds:
        if rule.kind is None or rule.kind.what != "pauze":
            continue
        for work in works:
            shift = work.shift
            if shift.is_work and work.taken > 0 and plan.allows(shift) & bit:
                minutes = min(work.taken, rule.kind.bound)
                yield _top(work, minutes, rule.name, rule.article)


def gaps(
    plan: Plan, works: Sequence[Work], holds: Callable[[int], bool]
) -> tuple[list[Segment], list[Segment], list[Amount]]:
    """The time between two shifts of one day: paid as work, at a part, or an amount.

    `holds` tells of the instant at which it begins whether this version pays it.
    """
    top: list[Segment] = []
    extra: list[Segment] = []
    euros: list[Amount] = []
    for one, two in pairwise([work for work in works if work.shift.is_work]):
        gap = two.shift.start - one.shift.end
        if not 0 < gap < LONG_GAP or not holds(plan.times(one.shift)[1]):
            continue
        allowed = plan.allows(two.shift)
        for rule in (rule for bit, rule in plan.kinds if allowed & bit):
            if _is_kind(rule, "gat tot") and gap <= _bound(rule):
                top.append(_top(one, gap, rule.name, rule.article))
            if _is_kind(rule, "gat vanaf") and gap >= _bound(rule):
                if rule.pay.is_amount:
                    euros.append(_amount(rule, two))
                else:
                    extra.append(_gap(rule, one, two))
    return top, extra, euros


def _is_kind(rule: Rule, what: str) -> bool:
    return rule.kind is not None and rule.kind.what == what


def _bound(rule: Rule) -> int:
    return rule.kind.bound if rule.kind else 0


def _gap(rule: Rule, one: Work, two: Work) -> Segment:
    start, end = one.shift.end, two.shift.start
    least = rule.kind.least if rule.kind else 0
    return Segment(
        two.shift.key,
        start,
        end,
        max(end - start, least),
        rule.percent,
        (rule.name,),
        (rule.article,),
        is_topup=True,
    )


def _amount(rule: Rule, work: Work) -> Amount:
    euros = rule.pay.euros
    return Amount(
        work.shift.key, rule.name, rule.article, Fraction(1), "dienst", euros, euros
    )
