"""Importing a planning: all of it or nothing, and a second time nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain, islice

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.exchange.actions.checking import Placed, overlaps, requests_agree
from werkbrief.exchange.actions.enrolling import Enrolment, asked_parts
from werkbrief.exchange.actions.outcome import Outcome
from werkbrief.exchange.actions.placing import Placer
from werkbrief.exchange.actions.remembering import last_event, remember
from werkbrief.exchange.actions.scheduling import schedule
from werkbrief.exchange.actions.working_in import take_worked, tell_away
from werkbrief.exchange.reading.lines import Line, Reading, Tell
from werkbrief.exchange.reading.names import key
from werkbrief.exchange.reads import Register, register
from werkbrief.journal.actions import Deed
from werkbrief.planning.actions import Planned, order_staff, plan
from werkbrief.planning.models import StaffingOrder
from werkbrief.rows import count_anew
from werkbrief.staffing.models import Agency, Client
from werkbrief.timesheets.actions import prepare
from werkbrief.words.weeks import Week

REASON = "import"
PEOPLE_AT_ONCE = 100


@transaction.atomic
def import_planning(
    reading: Reading,
    *,
    agency: Agency,
    by: User | None,
    at: datetime,
    is_trial: bool = False,
) -> Outcome:
    """Make the planning of these days what the file says it is.

    The lines of an assignment on a day are all its shifts of that day. One mistake
    anywhere, and nothing is written. A trial does everything and takes it back, so
    that it tells exactly what the import will do.
    """
    Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    reading.tell("Nakijken", 0, 0)
    placer = Placer(register_of(reading, agency))
    placed = placer.place_all(reading)
    outcome = _outcome(reading, placer, placed)
    if not outcome.mistakes:
        since, deed = last_event(), Deed(agency.pk, by, at, REASON)
        _store(reading, placer, placed, outcome, deed)
        if not outcome.does_nothing:
            remember("planning", reading.name, since, deed, outcome.sentences())
    if is_trial:
        transaction.set_rollback(True)
    return outcome


def _outcome(reading: Reading, placer: Placer, placed: Placed) -> Outcome:
    mistakes = [
        *reading.mistakes,
        *placer.mistakes,
        *requests_agree(reading.lines),
        *overlaps(placed),
    ]
    mistakes.sort(key=lambda mistake: mistake.line)
    read = len(reading.lines) + len(reading.people)
    return Outcome(read, mistakes, reading.skipped_columns)


def _store(
    reading: Reading, placer: Placer, placed: Placed, outcome: Outcome, deed: Deed
) -> None:
    known = placer.known
    slots = [*placer.fresh.values(), *placer.taken.values()]
    parts = [(slot.client, slot.parts) for slot in slots]
    enrolment = Enrolment(known)
    enrolment.parts(parts + asked_parts(reading.lines, known))
    enrolment.workers(slots, reading.people)
    enrolment.assignments(slots)
    enrolment.write_down(deed)
    outcome.enrolled = enrolment.counts
    if schedules := schedule(slots, deed):
        outcome.enrolled["grondplannen"] = schedules
    _plan(placed, deed, outcome, known.agency, reading.tell)
    orders = list(_orders(reading.lines, known))
    outcome.ordered = order_staff(orders, agency=known.agency, by=deed.by, at=deed.at)
    _prepare(placed, outcome, reading.tell, at=deed.at)
    outcome.away = tell_away(reading.away, known, deed)
    if reading.worked:
        outcome.worked = take_worked(reading.worked, slots, known, deed)


def register_of(reading: Reading, agency: Agency) -> Register:
    """What is known of everything that this file speaks of."""
    clients = {line.client for line in reading.lines}
    clients |= {posting.client for posting in reading.postings}
    numbers = {line.payroll_number for line in reading.lines if line.payroll_number}
    numbers |= {person.payroll_number for person in reading.people}
    numbers |= {posting.payroll_number for posting in reading.postings}
    numbers |= {one.payroll_number for one in reading.away}
    return register(agency, clients, numbers)


def _plan(
    placed: Placed, deed: Deed, outcome: Outcome, agency: Agency, tell: Tell
) -> None:
    for days in _by_people(placed):
        tell("Plannen", outcome.shifts, len(placed))
        did = plan(days, agency=agency, by=deed.by, at=deed.at, reason=deed.reason)
        outcome.created += len(did.created)
        outcome.changed += len(did.changed)
        outcome.cancelled += len(did.cancelled)
        outcome.unchanged += did.unchanged


def _by_people(placed: Placed) -> Iterator[dict[tuple[int, date], list[Planned]]]:
    """The days of some people at a time: a year's file is never in memory as shifts.

    A worker's days stay together, so that one that moves never meets its old self.
    """
    mine: dict[int, list[tuple[Line, int]]] = defaultdict(list)
    for line, slot in placed:
        if slot.assignment:
            mine[slot.assignment.worker_id].append((line, slot.assignment.pk))
    everyone = iter(mine.values())
    while people := list(islice(everyone, PEOPLE_AT_ONCE)):
        days: dict[tuple[int, date], list[Planned]] = defaultdict(list)
        for line, assignment in chain.from_iterable(people):
            stretches = days[assignment, line.day]
            if not line.is_withdrawn:
                stretches.append(Planned(line.start, line.end, line.break_minutes))
        yield days


def _orders(lines: Iterable[Line], known: Register) -> Iterable[StaffingOrder]:
    for line in lines:
        client = known.client(line.client)
        if line.headcount is None or client is None:
            continue
        yield StaffingOrder(
            agency=known.agency,
            client=client,
            department_id=_part(known, "department", client, line.department),
            crew_id=_part(known, "crew", client, line.crew),
            job_function_id=known.parts[
                "job_function", client.pk, key(line.job_function)
            ],
            start=line.start,
            end=line.end,
            break_minutes=line.break_minutes,
            headcount=line.headcount,
        )


def _part(known: Register, kind: str, client: Client, name: str) -> int | None:
    return known.parts.get((kind, client.pk, key(name))) if name else None


def _prepare(placed: Placed, outcome: Outcome, tell: Tell, *, at: datetime) -> None:
    clients = {slot.client.pk: slot.client for _, slot in placed}
    weeks = sorted({(slot.client.pk, Week.of(line.day)) for line, slot in placed})
    for number, (pk, week) in enumerate(weeks):
        tell("Werkbriefjes klaarzetten", number, len(weeks))
        count_anew()
        ready = prepare(clients[pk], week, at=at)
        outcome.entries += (
            len(ready.created) + len(ready.updated) + len(ready.withdrawn)
        )
        outcome.blocked += len(ready.blocked)
        outcome.weeks.append(f"{clients[pk]}, {week}")
