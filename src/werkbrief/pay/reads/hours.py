"""Which hours count, and by which agreement they are paid."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop as _

from ontrafelaar import (
    Facts,
    Outcome,
    Override,
    PackError,
    Shift,
    counted_since,
    read_convention,
    unravel,
)
from werkbrief.planning.reads import absent_days
from werkbrief.staffing.models import Agreement, Client
from werkbrief.timesheets.models import TimeEntryQuerySet, Verdict
from werkbrief.words.clock import day_of, midnight
from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week

PRESENT: frozenset[str] = frozenset()
AWAY = frozenset({"afwezig"})
NO_AGREEMENT = _("Voor deze klant is nog geen cao ingesteld.")
FIELDS = (
    "pk",
    "start",
    "end",
    "break_minutes",
    "worker_id",
    "assignment__contract_minutes",
    "is_touched",
    "decision__verdict",
)


@dataclass(frozen=True, slots=True)
class Hours:
    """One entry as far as pay goes; `contract` in minutes a week, None unknown.

    `is_away`: planned for somebody who is away; not paid, but it may fill a counter.
    """

    pk: int
    start: int
    end: int
    pause: int
    worker: int
    contract: int | None
    is_away: bool = False


def counting(client: Client, entries: TimeEntryQuerySet, week: Week) -> list[Hours]:
    """What is worked, or will be: two statements.

    Rejected entries and cancelled shifts don't count. Untouched ones of somebody who is
    away come marked as such.
    """
    away = absent_days(client, week)
    rows = entries.filter(is_occupying=True).exclude(decision__verdict=Verdict.REJECTED)
    found = []
    for row in rows.order_by("start").values_list(*FIELDS):
        pk, start, end, pause, worker, contract, is_touched, verdict = row
        is_away = not is_touched and verdict is None and (worker, day_of(start)) in away
        found.append(Hours(pk, start, end, pause, worker, contract, is_away))
    return found


def earlier(
    entries: TimeEntryQuerySet, week: Week, agreements: Iterable[Agreement]
) -> dict[int, list[Hours]]:
    """Worker -> hours before this week that its counters still hold: one statement.

    Without a statement when every counter of these CAOs begins with the week. The hours
    of a year are many: of a CAO that counts by the year each week reads them.
    """
    since = min((_since(one, week) for one in agreements), default=week.monday)
    if since >= week.monday:
        return {}
    entries = entries.filter(
        start__gte=midnight(since), start__lt=midnight(week.monday)
    )
    found: dict[int, list[Hours]] = defaultdict(list)
    for row in worked(entries):
        found[row.worker].append(row)
    return found


def worked(entries: TimeEntryQuerySet) -> list[Hours]:
    """What was worked of these entries, whoever was away: one statement."""
    rows = entries.filter(is_occupying=True).exclude(decision__verdict=Verdict.REJECTED)
    fields = rows.order_by("start").values_list(*FIELDS)
    return [Hours(*row[:6]) for row in fields]


def _since(agreement: Agreement, week: Week) -> date:
    try:
        return counted_since(agreement.pack, week.monday)
    except PackError:
        return week.monday


def agreements_of(client: Client) -> list[Agreement]:
    return list(client.agreements.order_by("valid_from"))


def agreement_on(agreements: Iterable[Agreement], day: date) -> Agreement | None:
    """The one that holds on the day worked."""
    holding = [agreement for agreement in agreements if agreement.valid_from <= day]
    return holding[-1] if holding else None


def unraveled(
    rows: Sequence[Hours], agreement: Agreement, overrides: Iterable[Override] = ()
) -> Outcome | str:
    """One worker's week by one agreement; a sentence when it can't be computed.

    `overrides` are what was set by hand on entries that this agreement pays.
    """
    facts = facts_of(rows, agreement)
    try:
        convention = read_convention(agreement.convention)
        outcome = unravel(
            shifts_of(rows), agreement.pack, convention=convention, facts=facts
        )
    except PackError as error:
        return say("De loonregels zijn niet te berekenen: %(error)s", error=error)
    return outcome.overridden(overrides) if overrides else outcome


def shifts_of(rows: Iterable[Hours]) -> list[Shift]:
    return [
        Shift(
            row.pk,
            row.start,
            row.end,
            row.pause,
            tags=AWAY if row.is_away else PRESENT,
        )
        for row in rows
    ]


def facts_of(rows: Iterable[Hours], agreement: Agreement) -> Facts:
    """What is known of the worker, and what holds at this client."""
    contract = max((row.contract for row in rows if row.contract), default=None)
    return Facts(contract=contract, tags=frozenset(agreement.tags))
