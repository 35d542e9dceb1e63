"""What another version of a CAO, or another convention, would have paid."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from ontrafelaar import (
    Comparison,
    Difference,
    Outcome,
    Pack,
    PackError,
    packs,
    read_convention,
    unravel,
)
from werkbrief.pay.reads.catalogue import stem
from werkbrief.pay.reads.hours import (
    FIELDS,
    NO_AGREEMENT,
    Hours,
    agreements_of,
    earlier,
    facts_of,
    shifts_of,
)
from werkbrief.pay.reads.lines import percentage
from werkbrief.planning.reads import absent_among
from werkbrief.staffing.models import Agreement, Client, Worker
from werkbrief.timesheets.models import Verdict
from werkbrief.words.clock import day_of, midnight
from werkbrief.words.weeks import Week

ENDLESS = date(2999, 1, 1)
Tell = Callable[[int, int], None]
Slice = tuple[Agreement, int, int]


@dataclass(frozen=True, slots=True)
class Other:
    """Another way of paying: what is empty stays as agreed with the client.

    `pack` is one version ("glastuinbouw-2025"), computed whatever the days are;
    `convention` goes over what was agreed, key by key.
    """

    pack: str = ""
    convention: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self.pack and not self.convention


Way = tuple[Pack | None, Other]


@dataclass(frozen=True, slots=True)
class Compared:
    """One rule, one worker or all: minutes, and what they are worth at 100%."""

    name: str
    percents: tuple[str, str]
    minutes: tuple[int, int]
    worth: tuple[int, int]
    more: int
    percent: Fraction | None
    is_same: bool


@dataclass(frozen=True, slots=True)
class ComparedPay:
    """`unknown` minutes have a rate still to be determined; `problems` were skipped."""

    total: Compared
    rules: tuple[Compared, ...]
    workers: tuple[Compared, ...]
    unknown: int
    problems: tuple[str, ...]


def compare_pay(
    clients: Sequence[Client], first: Week, last: Week, other: Other, tell: Tell
) -> ComparedPay:
    """Both ways over the same hours, worker by worker; six statements a client.

    Hours before these weeks fill the counters of a long period. `tell` hears how many
    workers were done, of how many so far known. Raises PackError for no such version.
    """
    found, problems = Comparison(), dict[str, None]()
    way = (_pack(other.pack) if other.pack else None, other)
    done = total = 0
    for client in clients:
        slices = list(_slices(client, first, last))
        by_worker = _rows(client, first, last, [one for one, *_ in slices])
        total += len(by_worker)
        if by_worker and (not slices or slices[0][1] > midnight(first.monday)):
            problems[f"{client}: {NO_AGREEMENT}"] = None
        for worker, rows in by_worker.items():
            for problem in _compare(found, worker, rows, slices, way):
                problems[f"{client}: {problem}"] = None
            done += 1
            tell(done, total)
    return _told(found, tuple(problems))


def _slices(client: Client, first: Week, last: Week) -> Iterator[Slice]:
    """Which agreement holds from when until when, within these weeks."""
    begin, end = midnight(first.monday), midnight(last.next.monday)
    agreements = agreements_of(client)
    bounds = [one.valid_from for one in agreements] + [ENDLESS]
    for agreement, (since, until) in zip(agreements, pairwise(bounds), strict=True):
        low, high = max(midnight(since), begin), min(midnight(until), end)
        if low < high:
            yield agreement, low, high


def _rows(
    client: Client, first: Week, last: Week, agreements: Iterable[Agreement]
) -> dict[int, list[Hours]]:
    """Worker -> all that is worked or will be, and before it what counters hold."""
    entries = client.time_entries.filter(
        start__gte=midnight(first.monday), start__lt=midnight(last.next.monday)
    )
    rows = entries.filter(is_occupying=True).exclude(decision__verdict=Verdict.REJECTED)
    found: dict[int, list[Hours]] = defaultdict(list)
    open_ones = set()
    for row in rows.order_by("start").values_list(*FIELDS):
        found[row[4]].append(Hours(*row[:6]))
        if not row[6] and row[7] is None:
            open_ones.add(row[0])
    days = {day_of(one.start) for own in found.values() for one in own}
    away = absent_among(set(found), days)
    before = earlier(client.time_entries.all(), first, agreements)
    return {
        worker: before.get(worker, [])
        + [
            replace(
                one,
                is_away=one.pk in open_ones and (worker, day_of(one.start)) in away,
            )
            for one in own
        ]
        for worker, own in found.items()
    }


def _compare(
    found: Comparison,
    worker: int,
    rows: Sequence[Hours],
    slices: Iterable[Slice],
    way: Way,
) -> Iterator[str]:
    """Add both ways of each agreement's days; a sentence for what can't be computed."""
    new, other = way
    for agreement, since, until in slices:
        convention = {**agreement.convention, **other.convention}
        try:
            old = _outcome(rows, agreement, agreement.pack, agreement.convention)
            now = _outcome(rows, agreement, new or agreement.pack, convention)
        except PackError as error:
            yield str(error)
            continue
        found.add(worker, old, now, since, until)


def _outcome(
    rows: Sequence[Hours],
    agreement: Agreement,
    pack: Pack | str,
    convention: Mapping[str, object],
) -> Outcome:
    return unravel(
        shifts_of(rows),
        pack,
        convention=read_convention(convention),
        facts=facts_of(rows, agreement),
    )


def _pack(name: str) -> Pack:
    found = next((pack for pack in packs() if stem(pack) == name), None)
    if found is None:
        raise PackError(f"er is geen versie {name}")
    return found


def _told(found: Comparison, problems: tuple[str, ...]) -> ComparedPay:
    workers = Worker.objects.in_bulk([int(str(one.name)) for one in found.workers])
    total = found.total
    return ComparedPay(
        total=_row(total, ""),
        rules=tuple(_row(one, str(one.name)) for one in found.rules),
        workers=tuple(
            _row(one, str(workers[int(str(one.name))])) for one in found.workers
        ),
        unknown=max(total.old.unknown, total.new.unknown),
        problems=problems,
    )


def _row(one: Difference, name: str) -> Compared:
    old, new = one.old, one.new
    return Compared(
        name,
        (_rates(old.percents), _rates(new.percents)),
        (old.minutes, new.minutes),
        (round(old.worth), round(new.worth)),
        round(one.more),
        one.percent,
        one.is_same,
    )


def _rates(percents: Iterable[Fraction]) -> str:
    return " · ".join(percentage(one) for one in sorted(percents))
