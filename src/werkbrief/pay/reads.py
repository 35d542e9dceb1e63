"""Paid lines of hours: a function of a worker's whole week, computed on reading."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from ontrafelaar import Facts, Outcome, PackError, Shift, unravel
from werkbrief.staffing.models import Agreement, Client, Membership
from werkbrief.timesheets.models import TimeEntry, TimeEntryQuerySet, Verdict
from werkbrief.timesheets.reads import entries_for
from werkbrief.words.clock import clock, day_of, duration
from werkbrief.words.weeks import Week

BASE = Fraction(100)
BASE_LABEL = "normale uren"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a shift that is paid alike; instants in whole minutes."""

    start: int
    end: int
    percentage: str
    is_base: bool

    @property
    def from_clock(self) -> str:
        return clock(self.start)

    @property
    def until_clock(self) -> str:
        return clock(self.end)


@dataclass(frozen=True, slots=True)
class Line:
    """A paid line: minutes at a percentage, with the rules and articles that made it.

    `percent` None is "still to be determined"; an add-on line stands beside the base.
    """

    entry_id: int
    start: int
    end: int
    minutes: int
    percent: Fraction | None
    rules: tuple[str, ...]
    articles: str
    is_addon: bool

    @property
    def hours(self) -> str:
        return duration(self.minutes)

    @property
    def percentage(self) -> str:
        return percentage(self.percent, is_addon=self.is_addon)

    @property
    def label(self) -> str:
        return " + ".join(self.rules) or BASE_LABEL


@dataclass(frozen=True, slots=True)
class EntryPay:
    """The pay of one entry; `reason` says why there is none."""

    segments: tuple[Segment, ...] = ()
    lines: tuple[Line, ...] = ()
    flags: tuple[str, ...] = ()
    agreement: str = ""
    reason: str = ""


def pay_of_entry(entry: TimeEntry) -> EntryPay:
    """The lines of this entry, as part of its worker's week: three statements.

    The entry's own (perhaps not yet stored) times count instead of the stored ones.
    """
    week = Week.of(day_of(entry.start))
    agreement = _agreement(_agreements(entry.client), week.monday)
    if agreement is None:
        return EntryPay(reason="Voor deze klant is nog geen cao ingesteld.")
    others = _counting(
        entry.client.time_entries.in_week(week).filter(worker_id=entry.worker_id)
    )
    rows = [row for row in others if row[0] != entry.pk]
    if not _is_rejected(entry):
        rows.append((entry.pk, entry.start, entry.end, entry.break_minutes))
    outcome = _unravel(rows, agreement, entry.assignment.contract_minutes)
    if isinstance(outcome, str):
        return EntryPay(reason=outcome)
    return EntryPay(
        segments=tuple(_segments(outcome, entry.pk)),
        lines=tuple(_grouped(_lines(outcome, entry.pk))),
        flags=tuple(flag.sentence for flag in outcome.flags),
        agreement=f"cao {agreement.pack}",
    )


def pay_of_week(membership: Membership, week: Week) -> dict[int, list[Line]]:
    """Entry id -> its lines, for every worker of this client's week: two statements."""
    agreement = _agreement(_agreements(membership.client), week.monday)
    if agreement is None:
        return {}
    weeks: dict[tuple[int, int | None], list[tuple[int, int, int, int]]] = defaultdict(
        list
    )
    entries = membership.client.time_entries.in_week(week)
    visible = set(entries_for(membership).in_week(week).values_list("pk", flat=True))
    for *row, worker, contract in _counting(
        entries, "worker_id", "assignment__contract_minutes"
    ):
        weeks[worker, contract].append((row[0], row[1], row[2], row[3]))
    found: dict[int, list[Line]] = {}
    for (_, contract), rows in weeks.items():
        outcome = _unravel(rows, agreement, contract)
        if isinstance(outcome, Outcome):
            for pk, *_ in rows:
                if pk in visible:
                    found[pk] = list(_lines(outcome, pk))
    return found


def percentage(percent: Fraction | None, *, is_addon: bool = False) -> str:
    """Write "150%", "+19%", "128,44%"; unknown is "nog te bepalen".

    >>> percentage(Fraction(12844, 100)), percentage(Fraction(19), is_addon=True)
    ('128,44%', '+19%')
    """
    if percent is None:
        return "nog te bepalen"
    hundredths = round(percent * 100)
    whole, rest = divmod(hundredths, 100)
    text = f"{whole},{rest:02}".rstrip("0").rstrip(",") if rest else str(whole)
    return f"{'+' if is_addon else ''}{text}%"


def _counting(entries: TimeEntryQuerySet, *more: str) -> list[tuple[Any, ...]]:
    return list(
        entries.filter(is_occupying=True).values_list(
            "pk", "start", "end", "break_minutes", *more
        )
    )


def _is_rejected(entry: TimeEntry) -> bool:
    decision = getattr(entry, "decision", None)
    return decision is not None and decision.verdict == Verdict.REJECTED


def _agreements(client: Client) -> list[Agreement]:
    return list(client.agreements.order_by("valid_from"))


def _agreement(agreements: Sequence[Agreement], on: date) -> Agreement | None:
    holding = [agreement for agreement in agreements if agreement.valid_from <= on]
    return holding[-1] if holding else None


def _unravel(
    rows: Sequence[tuple[int, int, int, int]],
    agreement: Agreement,
    contract: int | None,
) -> Outcome | str:
    shifts = [Shift(*row) for row in rows]
    facts = Facts(contract=contract, tags=frozenset(agreement.tags))
    try:
        return unravel(shifts, agreement.pack, facts=facts)
    except PackError as error:
        return f"De loonregels zijn niet te berekenen: {error}"


def _segments(outcome: Outcome, key: int) -> Iterable[Segment]:
    for part in outcome.segments:
        if part.key == key:
            yield Segment(
                part.start, part.end, percentage(part.percent), part.percent == BASE
            )


def _lines(outcome: Outcome, key: int) -> Iterable[Line]:
    for parts, is_addon in ((outcome.segments, False), (outcome.addons, True)):
        for part in parts:
            if part.key == key:
                yield Line(
                    key,
                    part.start,
                    part.end,
                    part.minutes,
                    part.percent,
                    part.rules,
                    ", ".join(part.articles),
                    is_addon,
                )


def _grouped(lines: Iterable[Line]) -> Iterable[Line]:
    """One line per percentage and reason, in the order in which they first occur."""
    found: dict[tuple[object, ...], list[Line]] = defaultdict(list)
    for line in lines:
        found[line.percent, line.rules, line.is_addon].append(line)
    for same in found.values():
        first = same[0]
        yield Line(
            first.entry_id,
            first.start,
            same[-1].end,
            sum(line.minutes for line in same),
            first.percent,
            first.rules,
            first.articles,
            first.is_addon,
        )
