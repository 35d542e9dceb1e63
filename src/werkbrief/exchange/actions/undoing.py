"""Undoing an import: everything goes back but what somebody went on with."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.exchange.actions.clearing import clear
from werkbrief.exchange.actions.counted import counted, sentences_of
from werkbrief.exchange.actions.restoring import PARTS, Clearing, restore
from werkbrief.exchange.models import Import
from werkbrief.exchange.reading.lines import Tell, nobody
from werkbrief.exchange.refusals import AlreadyUndone
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.journal.models import Change
from werkbrief.planning.actions import take_back
from werkbrief.planning.models import BaseBlock, BaseSchedule, Shift, StaffingOrder
from werkbrief.staffing.models import Agency, Assignment, Client, Worker
from werkbrief.timesheets.actions import prepare, shifts_in_use, take_back_hours
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.clock import clock, day_of
from werkbrief.words.weeks import Week

Changes = dict[str, list[Change]]
_CLEARED: dict[str, Clearing] = {
    "planning.staffingorder": ("aanvragen", StaffingOrder, ()),
    "planning.baseschedule": ("grondplannen", BaseSchedule, (BaseBlock,)),
    "staffing.assignment": ("plaatsingen", Assignment, ()),
    "staffing.worker": ("werknemers", Worker, ()),
    **PARTS,
}


@dataclass(slots=True)
class Undone:
    """What went back, counted by its Dutch name; what stays: what, of whom, why."""

    counts: Counter[str] = field(default_factory=Counter)
    left: list[tuple[str, str, str]] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)

    def sentences(self) -> list[str]:
        return sentences_of(self.counts)


@transaction.atomic
def undo_import(
    found: Import,
    *,
    by: User | None,
    at: datetime,
    is_trial: bool = False,
    tell: Tell = nobody,
) -> Undone:
    """Put back what this import changed, and take away what it made.

    What was touched since stays, and is told. A trial does it all and takes it back,
    so that it tells exactly what will happen. Raises AlreadyUndone and Overlapping.
    """
    Agency.objects.select_for_update(no_key=True).get(pk=found.agency_id)
    found = Import.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if found.undone:
        raise AlreadyUndone(found)
    tell("Terugzetten", 0, 0)
    changes: Changes = defaultdict(list)
    for change in Change.objects.filter(event__in=found.events).order_by("pk"):
        changes[change.kind].append(change)
    undone = Undone()
    if found.kind == "hours":
        _hours(undone, changes)
    else:
        _shifts(undone, changes, tell, at=at)
    if away := len(changes["planning.absence"]):
        why = "afwezigheid zet je zelf terug, bij de medewerker"
        undone.left.append(("Afwezigheid", counted(away, "perioden"), why))
    restore(changes, undone.counts, undone.left, undone.traces)
    _clear(undone, changes)
    found.undone, found.undone_by, found.left = at, by, len(undone.left)
    found.save(update_fields=["undone", "undone_by", "left"])
    deed = Deed(found.agency_id, by, at, found.name)
    record("exchange.import_undone", deed, undone.traces)
    if is_trial:
        transaction.set_rollback(True)
    return undone


def _shifts(undone: Undone, changes: Changes, tell: Tell, *, at: datetime) -> None:
    """Shifts go back, hours that nobody touched follow them."""
    shifts = changes["planning.shift"]
    told = take_back(shifts, busy=shifts_in_use([c.subject_id for c in shifts]))
    undone.counts["diensten terug zoals het was"] = len(told.shifts)
    undone.traces += told.traces
    undone.left += [("Dienst", _whose(one), why) for one, why in told.left]
    weeks = sorted(
        {(one.client_id, Week.of(day_of(one.start))) for one in told.shifts}
        | _weeks_of(told.traces, {one.pk: one.client_id for one in told.shifts})
    )
    clients = Client.objects.in_bulk({client for client, _ in weeks})
    for number, (client, week) in enumerate(weeks):
        tell("Werkbriefjes", number, len(weeks))
        prepare(clients[client], week, at=at)
    fresh = {c.subject_id for c in shifts if c.before is None}
    fresh &= {one.pk for one in told.shifts if one.is_cancelled}
    entries = TimeEntry.objects.filter(shift__in=fresh, is_occupying=False)
    clear(TimeEntry, entries.values_list("pk", flat=True))
    clear(Shift, fresh)


def _weeks_of(
    traces: Iterable[Trace], clients: dict[int, int]
) -> set[tuple[int, Week]]:
    """The weeks in which the import had put them."""
    return {
        (clients[one.subject_id], Week.of(day_of(one.before["start"])))
        for one in traces
        if one.before
    }


def _hours(undone: Undone, changes: Changes) -> None:
    told = take_back_hours(changes.pop("timesheets.timeentry", []))
    undone.counts["werkbriefjes terug zoals ze waren"] = len(told.entries)
    undone.traces += told.traces
    undone.left += [("Werkbriefje", _whose(one), why) for one, why in told.left]
    clear(TimeEntry, [one.pk for one in told.entries if not one.is_occupying])


def _clear(undone: Undone, changes: Changes) -> None:
    """What nothing speaks of any more goes; the smallest things hang on the others."""
    for kind, (word, model, parts) in _CLEARED.items():
        made = {c.subject_id: c for c in changes[kind] if c.before is None}
        gone = clear(model, made, but_for=parts)
        undone.counts[f"{word} weg"] = len(gone)
        undone.traces += [Trace(kind, pk, made[pk].after, None) for pk in sorted(gone)]
        if stays := len(made) - len(gone):
            what = counted(stays, word)
            undone.left.append(("Stamgegevens", what, "inmiddels in gebruik"))


def _whose(one: Shift | TimeEntry) -> str:
    times = f"{clock(one.start)}–{clock(one.end)}"
    return f"{one.worker.name}, {day_of(one.start):%d-%m-%Y} {times}"
