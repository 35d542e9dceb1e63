"""The engine and the second reading beside each other."""

from collections import Counter

from naive.chances import Case
from naive.laws import read
from naive.overruling import overruled, some_overrides
from naive.telling import unravel_slowly
from ontrafelaar import Shift, read_convention, read_facts, read_pack
from ontrafelaar.engine import compute

PACKS = {}


def pack_of(text):
    """Read once: the engine keeps what it made for a pack."""
    if text not in PACKS:
        if len(PACKS) > 256:
            PACKS.clear()
        PACKS[text] = read_pack(text, "gemaakt.toml")
    return PACKS[text]


def by_engine(case):
    versions = tuple(pack_of(text) for text in case.packs)
    return compute(
        case.shifts,
        versions,
        convention=read_convention(case.agreed),
        facts=read_facts(case.facts),
    )


def by_hand(case):
    books = [read(text) for text in case.packs]
    return unravel_slowly(case.shifts, books, case.facts, case.agreed)


def _sums(segments):
    found = Counter()
    for one in segments:
        found[one.key, one.percent, one.rules] += one.minutes
    return found


def differences(case):
    """What differs, as sentences; nothing when they agree on every minute."""
    outcome, told = by_engine(case), by_hand(case)
    worked = [one for one in outcome.segments if not one.is_topup]
    added = [one for one in outcome.addons if not one.is_topup]
    pairs = {
        "minuten": (_sums(worked), told.base),
        "ernaast": (_sums(added), told.plus),
        "aangevuld": (_sums(outcome.topups), told.top),
        "gaten": (_sums(outcome.extra), told.extra),
        "regels": (
            [(ln.is_addon, ln.percent, ln.rules, ln.minutes) for ln in outcome.lines],
            told.lines(case.agreed),
        ),
        "bedragen": (
            sorted((str(a.key), a.rule, a.total, a.of_month) for a in outcome.amounts),
            sorted((str(key), *rest) for key, *rest in told.amounts),
        ),
    }
    pairs |= _by_hand(case, outcome, told)
    return [
        f"{name}: motor {_only(one, two)}, nagerekend {_only(two, one)}"
        for name, (one, two) in pairs.items()
        if one != two
    ]


def _by_hand(case, outcome, told):
    """Some lines set by hand, of which some have changed since."""
    overrides = some_overrides(told, len(case.shifts))
    set_by_hand = outcome.overridden(overrides)
    found = Counter()
    for some, is_addon in ((set_by_hand.segments, False), (set_by_hand.addons, True)):
        for one in some:
            found[one.key, is_addon, one.percent, one.rules] += one.minutes
    must_be, doubtful = overruled(told, overrides)
    flags = sum(flag.code == "te beoordelen" for flag in set_by_hand.flags)
    return {
        "met de hand": (found, must_be),
        "te beoordelen": ([flags], [doubtful]),
    }


def in_columns(case):
    """What the arrays make otherwise of the same shifts: of a version, bare times."""
    from ontrafelaar.columnar import Shifts, unravel_columns  # noqa: PLC0415

    bare = sorted(case.shifts, key=lambda one: one.start)
    bare = [
        Shift(n, one.start, one.end, one.break_minutes)
        for n, one in enumerate(one for one in bare if one.has_times and not one.tags)
    ]
    agreed = {k: v for k, v in case.agreed.items() if k not in ("regel", "stijl")}
    case = Case(case.packs[:1], tuple(bare), case.facts, agreed)
    paid = unravel_columns(
        Shifts.of((0, one) for one in bare),
        pack_of(case.packs[0]),
        convention=read_convention(case.agreed),
        facts=read_facts(case.facts),
    )
    found = {"base": Counter(), "plus": Counter(), "top": Counter()}
    rows = zip(paid.shift, paid.minutes, paid.rate, paid.is_topup, strict=True)
    for shift, minutes, rate, is_topup in rows:
        key = int(shift) if shift >= 0 else None
        base, plus = paid.rates[rate]
        into = found["top" if is_topup else "base"]
        into[key, base.percent, base.rules] += int(minutes)
        if plus:
            found["plus"][key, plus.percent, plus.rules] += int(minutes)
    told = by_hand(case)
    return [
        f"{name}: kolommen {_only(one, two)}, nagerekend {_only(two, one)}"
        for name, one in found.items()
        if one != (two := getattr(told, name))
    ]


def _only(one, two):
    """What the other hasn't got."""
    if isinstance(one, Counter):
        return dict(one - two)
    return [item for item in one if item not in two]
