"""Laying entries ready from the planning; doing it twice changes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.models import Shift, meeting
from werkbrief.rows import make
from werkbrief.staffing.models import Agency, Client
from werkbrief.timesheets.actions.locking import KIND, hold_workers, snapshot, store
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.clock import midnight
from werkbrief.words.weeks import Week

FIELDS = ["start", "end", "break_minutes", "version", "is_occupying"]
Spans = dict[int, list[tuple[int, int]]]


@dataclass(slots=True)
class Prepared:
    """How many entries were made, brought up to date, withdrawn, or stand in the way.

    `blocked` shifts overlap hours that somebody typed: they get no entry until those
    are put right.
    """

    created: list[TimeEntry] = field(default_factory=list)
    updated: list[TimeEntry] = field(default_factory=list)
    withdrawn: list[TimeEntry] = field(default_factory=list)
    blocked: list[Shift] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)


@dataclass(slots=True)
class _Wish:
    """An entry that is to be as its shift; None is still to be made."""

    shift: Shift
    entry: TimeEntry | None

    def fits(self, spans: Sequence[tuple[int, int]]) -> bool:
        return not any(
            start < self.shift.end and self.shift.start < end for start, end in spans
        )


@transaction.atomic
def prepare(client: Client, week: Week, *, at: datetime) -> Prepared:
    """One entry per shift of this client and week (S5.1.1-2): twelve statements.

    A planning change reaches an entry only while nobody has touched or judged it.
    """
    # The planning of an agency stands still meanwhile; its hours don't.
    Agency.objects.select_for_update(no_key=True).get(pk=client.agency_id)
    behind = _hold_behind(client, week)
    shifts = client.shifts.in_week(week).select_related("time_entry")
    outcome = Prepared()
    wishes = []
    for shift in shifts.order_by("start", "pk"):
        entry: TimeEntry | None = getattr(shift, "time_entry", None)
        if shift.is_cancelled:
            if entry and entry.pk in behind:
                outcome.withdrawn.append(entry)
        elif entry is None or entry.pk in behind:
            wishes.append(_Wish(shift, entry))
    for wish in _settle(outcome, wishes):
        _grant(outcome, wish)
    _store(outcome)
    if outcome.traces:
        record("timesheets.prepared", Deed(client.agency_id, None, at), outcome.traces)
    return outcome


def follow(client: Client, weeks: Iterable[Week], *, at: datetime) -> None:
    """Let untouched hours follow a planning that changed, up to and with next week.

    Later weeks get their hours when they come near.
    """
    near = Week.of(timezone.localdate(at)).next
    for week in weeks:
        if week <= near:
            prepare(client, week, at=at)


def _hold_behind(client: Client, week: Week) -> set[int]:
    """Lock the untouched entries that are not as their shift: one statement.

    The week is asked of the shifts in the same breath, not as a list of them: a
    database without statistics walks such a list once per entry.
    """
    as_planned = Q(
        start=F("shift__start"),
        end=F("shift__end"),
        break_minutes=F("shift__break_minutes"),
    )
    behind = TimeEntry.objects.filter(
        Q(is_occupying=F("shift__is_cancelled"))
        | (Q(shift__is_cancelled=False) & ~as_planned),
        shift__client=client,
        shift__start__gte=midnight(week.monday),
        shift__start__lt=midnight(week.next.monday),
        client=client,
        is_touched=False,
        decision__isnull=True,
    )
    locked = behind.select_for_update(of=("self",)).order_by("pk")
    return {entry.pk for entry in locked}


def _settle(outcome: Prepared, wishes: list[_Wish]) -> list[_Wish]:
    """Grant what fits. A wish that doesn't keeps its old place, and that counts too."""
    if not wishes:
        return []
    hold_workers(wish.shift.worker_id for wish in wishes)
    taken = _taken(outcome, wishes)
    while refused := _refused(wishes, taken):
        for wish in refused:
            outcome.blocked.append(wish.shift)
            wishes.remove(wish)
            if wish.entry and wish.entry.is_occupying:
                old = (wish.entry.start, wish.entry.end)
                taken[wish.shift.worker_id].append(old)
    return wishes


def _refused(wishes: Sequence[_Wish], taken: Spans) -> list[_Wish]:
    spans: Spans = defaultdict(list)
    refused = []
    for wish in wishes:
        worker = wish.shift.worker_id
        if wish.fits(taken[worker]) and wish.fits(spans[worker]):
            spans[worker].append((wish.shift.start, wish.shift.end))
        else:
            refused.append(wish)
    return refused


def _taken(outcome: Prepared, wishes: Sequence[_Wish]) -> Spans:
    """Where these workers are, at any client, but for what is about to move."""
    moving = {entry.pk for entry in outcome.withdrawn}
    moving |= {wish.entry.pk for wish in wishes if wish.entry}
    entries = TimeEntry.objects.filter(
        meeting(
            min(wish.shift.start for wish in wishes),
            max(wish.shift.end for wish in wishes),
        ),
        worker_id__in={wish.shift.worker_id for wish in wishes},
        is_occupying=True,
    )
    taken: Spans = defaultdict(list)
    for pk, worker, start, end in entries.values_list("pk", "worker", "start", "end"):
        if pk not in moving:
            taken[worker].append((start, end))
    return taken


def _grant(outcome: Prepared, wish: _Wish) -> None:
    shift, entry = wish.shift, wish.entry
    if entry is None:
        outcome.created.append(_entry(shift))
        return
    before = snapshot(entry) if entry.is_occupying else None
    entry.start, entry.end = shift.start, shift.end
    entry.break_minutes = shift.break_minutes
    entry.is_occupying = True
    entry.version += 1
    outcome.updated.append(entry)
    outcome.traces.append(Trace(KIND, entry.pk, before, snapshot(entry)))


def _entry(shift: Shift) -> TimeEntry:
    return TimeEntry(
        agency_id=shift.agency_id,
        client_id=shift.client_id,
        assignment_id=shift.assignment_id,
        worker_id=shift.worker_id,
        shift_id=shift.pk,
        start=shift.start,
        end=shift.end,
        break_minutes=shift.break_minutes,
    )


def _store(outcome: Prepared) -> None:
    for entry in outcome.withdrawn:
        outcome.traces.append(Trace(KIND, entry.pk, snapshot(entry), None))
        entry.is_occupying = False
        entry.version += 1
    moved = outcome.withdrawn + outcome.updated
    if moved:
        # Off the calendar first: two that change places would meet half-way.
        moving = TimeEntry.objects.filter(pk__in=[entry.pk for entry in moved])
        moving.update(is_occupying=False)
        store(moved, FIELDS)
    make(outcome.created)
    outcome.traces.extend(
        Trace(KIND, entry.pk, None, snapshot(entry)) for entry in outcome.created
    )
