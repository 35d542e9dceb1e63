"""What a supplier brings to an address, and takes away from it again."""

import json
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.exchange.actions.clearing import clear
from werkbrief.exchange.actions.enrolling import person_shown, posting_shown
from werkbrief.exchange.actions.importing import import_planning, register_of
from werkbrief.exchange.actions.outcome import Outcome
from werkbrief.exchange.models import Supplied
from werkbrief.exchange.reading.lines import Reading
from werkbrief.exchange.refusals import StillPlaced
from werkbrief.exchange.setu import read_messages
from werkbrief.exchange.setu.keeping import kept_of
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.models import Agency, Assignment, Worker

Place = tuple[str, str]


@transaction.atomic
def supply(
    place: Place, content: bytes, *, agency: Agency, by: User, at: datetime
) -> Outcome:
    """Take the message in, and keep what we read of it. Raises Refusal."""
    kind, resource = place
    reading = replace(read_messages(content), name=f"{kind}/{resource}"[:200])
    outcome = import_planning(reading, agency=agency, by=by, at=at)
    if not outcome.mistakes:
        Supplied.objects.update_or_create(
            agency=agency,
            kind=kind,
            resource=resource,
            defaults={
                "kept": kept_of(content),
                "is_xml": content.lstrip()[:1] == b"<",
                "at": at,
            },
        )
    return outcome


@transaction.atomic
def withdraw_supplied(found: Supplied, *, by: User, at: datetime) -> None:
    """It never should have come: its shifts are off, its placement ends or goes.

    Raises StillPlaced for a worker who has placements: those go first.
    """
    Agency.objects.select_for_update(no_key=True).get(pk=found.agency_id)
    reading = read_messages(json.dumps(found.kept).encode())
    if found.kind == "human-resource":
        _forget_worker(reading, Deed(found.agency_id, by, at))
    elif found.kind == "planning-assignment":
        off = tuple(replace(line, is_withdrawn=True) for line in reading.lines)
        planned = Reading(lines=off, name=str(found)[:200])
        import_planning(planned, agency=found.agency, by=by, at=at)
    else:
        _end_placement(reading, found.agency, Deed(found.agency_id, by, at))
    trace = Trace("exchange.supplied", found.pk, {"name": str(found)}, None)
    record("exchange.supplied_withdrawn", Deed(found.agency_id, by, at), [trace])
    found.delete()


def _forget_worker(reading: Reading, deed: Deed) -> None:
    for person in reading.people:
        worker = Worker.objects.filter(
            agency_id=deed.agency_id or 0, payroll_number=person.payroll_number
        ).first()
        if worker is None:
            continue
        before = person_shown(worker)
        if not clear(Worker, [worker.pk]):
            raise StillPlaced(worker.name)
        trace = Trace("staffing.worker", worker.pk, before, None)
        record("staffing.enrolled", deed, [trace])


def _end_placement(reading: Reading, agency: Agency, deed: Deed) -> None:
    """Gone when nothing was planned or worked on it; else it ends today."""
    known = register_of(reading, agency)
    for posting in reading.postings:
        client = known.client(posting.client)
        worker = known.worker(posting.payroll_number)
        if client is None or worker is None:
            continue
        for one in known.assignments[client.pk, worker.pk]:
            if one.number == posting.number:
                record("staffing.enrolled", deed, [_ended(one, deed.at)])


def _ended(one: Assignment, at: datetime) -> Trace:
    before = posting_shown(one)
    if clear(Assignment, [one.pk]):
        return Trace("staffing.assignment", one.pk, before, None)
    today = max(one.starts_on, timezone.localdate(at))
    one.ends_on = min(one.ends_on, today) if one.ends_on else today
    one.save(update_fields=["ends_on"])
    return Trace("staffing.assignment", one.pk, before, posting_shown(one))
