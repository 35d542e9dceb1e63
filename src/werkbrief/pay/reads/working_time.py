"""What the working-time act says of hours, before they are judged: never a block."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ontrafelaar import Finding, PackError, Severity, Shift, findings, load
from werkbrief.pay.reads.hours import Hours, agreement_on, agreements_of, worked
from werkbrief.pay.reads.law import in_words
from werkbrief.planning.models import Shift as Planned
from werkbrief.planning.reads import absent_among, absent_days
from werkbrief.staffing.models import Agreement, Client
from werkbrief.timesheets.models import TimeEntry, Verdict
from werkbrief.words.clock import day_of, midnight
from werkbrief.words.weeks import Week

AROUND = timedelta(weeks=1)
YEAR = timedelta(weeks=52)
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """A finding about one or more entries; the sentence holds the sum and the article.

    `severity` is "over de grens", "let op" or "niet beoordeeld".
    """

    code: str
    severity: str
    article: str
    sentence: str
    entries: tuple[int, ...]

    @property
    def is_over(self) -> bool:
        return self.severity == Severity.LIMIT

    @property
    def is_judged(self) -> bool:
        """False when there is too little history to say."""
        return self.severity != Severity.NOT_JUDGED


def findings_of_week(client: Client, week: Week) -> dict[int, list[WorkingTime]]:
    """Entry id -> findings, for a client's whole week: three statements.

    The weeks before and after count for the rest between shifts. Averages over longer
    are told at one entry, see `findings_of_entry`; what is known of other clients stays
    there.
    """
    agreement = agreement_on(agreements_of(client), week.monday)
    away = absent_days(client, week)
    entries = client.time_entries.filter(
        start__gte=midnight(week.monday - AROUND),
        start__lt=midnight(week.next.monday + AROUND),
    )
    by_worker: dict[int, list[Hours]] = defaultdict(list)
    here = set()
    for row in worked(entries):
        if (row.worker, day_of(row.start)) in away:
            continue
        by_worker[row.worker].append(row)
        if day_of(row.start) in week:
            here.add(row.pk)
    found: dict[int, list[WorkingTime]] = defaultdict(list)
    for rows in by_worker.values():
        for one in _told(findings(_shifts(rows), **_who(agreement))):
            for pk in one.entries:
                if pk in here:
                    found[pk].append(one)
    return dict(found)


def findings_of_plan(
    client: Client, week: Week, workers: Collection[int] | None = None
) -> dict[int, list[WorkingTime]]:
    """Shift id -> findings of the planning, for whoever plans: four statements.

    At the agency's other clients these people work as well, and that counts. With
    `workers` only of them. Shifts of who is away are not worked.
    """
    agreement = agreement_on(agreements_of(client), week.monday)
    here = client.shifts.in_week(week).standing()
    if workers is not None:
        here = here.filter(worker__in=workers)
    theirs = dict(here.values_list("pk", "worker_id"))
    shifts = Planned.objects.standing().filter(
        agency=client.agency_id,
        worker__in=set(theirs.values()),
        start__gte=midnight(week.monday - AROUND),
        start__lt=midnight(week.next.monday + AROUND),
    )
    away = absent_among(set(theirs.values()), set(week.days))
    by_worker: dict[int, list[Shift]] = defaultdict(list)
    rows = shifts.values_list("pk", "start", "end", "break_minutes", "worker_id")
    for pk, start, end, pause, worker in rows:
        if (worker, day_of(start)) not in away:
            by_worker[worker].append(Shift(pk, start, end, pause))
    found: dict[int, list[WorkingTime]] = defaultdict(list)
    who = _who(agreement)
    for given in by_worker.values():
        for one in _told(findings(given, **who)):
            for pk in one.entries:
                if pk in theirs and one.severity != Severity.NOT_JUDGED:
                    found[pk].append(one)
    return dict(found)


def findings_of_entry(entry: TimeEntry) -> tuple[WorkingTime, ...]:
    """Also over sixteen and 52 weeks, with the entry's typed times: two statements.

    Of who was rejected nothing is told: that was not worked.
    """
    decision = getattr(entry, "decision", None)
    if decision is not None and decision.verdict == Verdict.REJECTED:
        return ()
    week = Week.of(day_of(entry.start))
    agreement = agreement_on(agreements_of(entry.client), week.monday)
    entries = entry.client.time_entries.filter(
        worker_id=entry.worker_id,
        start__gte=midnight(week.monday - YEAR),
        start__lt=midnight(week.next.monday),
    )
    typed = Hours(
        entry.pk, entry.start, entry.end, entry.break_minutes, entry.worker_id, None
    )
    rows = [row for row in worked(entries) if row.pk != entry.pk] + [typed]
    since = (day_of(min(row.start for row in rows)) - EPOCH).days
    told = _told(findings(_shifts(rows), known_since=since, **_who(agreement)))
    return tuple(one for one in told if entry.pk in one.entries)


def _who(agreement: Agreement | None) -> dict[str, Any]:
    """What the client's agreement tells of its workers: their age, the drivers' law."""
    if agreement is None:
        return {}
    try:
        law = load(agreement.pack, agreement.valid_from).law
    except PackError:
        law = ""
    return {"tags": frozenset(agreement.tags), "law": law}


def _shifts(rows: Iterable[Hours]) -> list[Shift]:
    return [Shift(row.pk, row.start, row.end, row.pause) for row in rows]


def _told(found: Sequence[Finding]) -> list[WorkingTime]:
    return [
        WorkingTime(
            one.code,
            str(one.severity),
            one.article,
            in_words(one.sentence),
            tuple(int(str(key)) for key in one.keys),
        )
        for one in found
    ]
