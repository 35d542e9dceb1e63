"""The cast: Anna hires at Anker, Bram at Boot, Coco hires nowhere; Jet is Job Coach.

Kasdorp is their agency. Duinrand is another one, with Dina's client Duin and Job Coach
Daan: whatever is theirs doesn't exist for the others. Workers are Polish, Turkish,
Dutch; the week is the one before a Monday morning, so that all of it has been worked.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from django.contrib.auth.hashers import make_password

from werkbrief.accounts.models import User
from werkbrief.planning.models import Shift
from werkbrief.staffing.models import (
    Agency,
    AgencyRole,
    Assignment,
    Client,
    Department,
    JobFunction,
    Membership,
    Right,
    Role,
    Worker,
)
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.clock import DAY, at
from werkbrief.words.notation import read_clock
from werkbrief.words.weeks import Week

WEEK = Week(2026, 47)
MONDAY = WEEK.monday
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSWORD = "zeven kisten paprika"
EVERY_RIGHT = [right.value for right in Right]


@dataclass
class Cast:
    """Everybody, and where they belong."""

    agency: Agency
    anker: Client
    boot: Client
    anna: User
    bram: User
    coco: User
    jet: User
    annas: Membership
    brams: Membership
    other_agency: Agency
    duin: Client
    dina: User
    daan: User


@cache
def _password():
    """Hashed once: a safe hash is slow on purpose."""
    return make_password(PASSWORD)


def person(name, **fields):
    """Somebody who signs in as their first name, with PASSWORD."""
    fields = {"has_own_password": True, "username": name.split()[0].lower()} | fields
    user = User(name=name, password=_password(), **fields)
    user.save()
    return user


def member(user, client, rights=EVERY_RIGHT):
    return Membership.objects.create(user=user, client=client, rights=list(rights))


def assemble():
    """Put the whole cast on stage."""
    agency = Agency.objects.create(name="Kasdorp", slug="kasdorp", phone="0174 123456")
    anker = Client.objects.create(agency=agency, name="Anker", slug="anker")
    boot = Client.objects.create(agency=agency, name="Boot", slug="boot")
    anna, bram = person("Anna Anker"), person("Bram Boot")
    coco, jet = person("Coco Nergens"), person("Jet Jobcoach")
    AgencyRole.objects.create(agency=agency, user=jet, role=Role.JOB_COACH)
    other = Agency.objects.create(name="Duinrand", slug="duinrand")
    duin = Client.objects.create(agency=other, name="Duin", slug="duin")
    dina, daan = person("Dina Duin"), person("Daan Duinrand")
    member(dina, duin)
    AgencyRole.objects.create(agency=other, user=daan, role=Role.JOB_COACH)
    return Cast(
        agency=agency,
        anker=anker,
        boot=boot,
        anna=anna,
        bram=bram,
        coco=coco,
        jet=jet,
        annas=member(anna, anker),
        brams=member(bram, boot),
        other_agency=other,
        duin=duin,
        dina=dina,
        daan=daan,
    )


def placed(
    client, name="Kowalski, Anna", number="", *, department="", function="Teler"
):
    """A worker with an assignment at this client; the worker may exist already."""
    number = number or str(1000 + Worker.objects.count())
    worker, _ = Worker.objects.get_or_create(
        agency=client.agency, payroll_number=number, defaults={"name": name}
    )
    function, _ = JobFunction.objects.get_or_create(client=client, name=function)
    if department:
        department, _ = Department.objects.get_or_create(client=client, name=department)
    return Assignment.objects.create(
        agency=client.agency,
        client=client,
        worker=worker,
        job_function=function,
        department=department or None,
        starts_on=date(2026, 1, 1),
    )


def times(day, start, end):
    """The instants of "22:00" and "6:00": an end before the start is the next day."""
    start, end = read_clock(start), read_clock(end)
    return at(day, start), at(day, end if end > start else end + DAY)


def shift(assignment, day=MONDAY, start="7:30", end="16:00", pause=30, **fields):
    """One planned shift; no entry yet."""
    start, end = times(day, start, end)
    return Shift.objects.create(
        agency_id=assignment.agency_id,
        client_id=assignment.client_id,
        assignment=assignment,
        worker_id=assignment.worker_id,
        start=start,
        end=end,
        break_minutes=pause,
        **fields,
    )


def entry(assignment, day=MONDAY, start="7:30", end="16:00", pause=30, **fields):
    """One entry as prepared from a shift of the same times."""
    if "shift" not in fields:
        fields["shift"] = shift(assignment, day, start, end, pause)
    start, end = times(day, start, end)
    return TimeEntry.objects.create(
        agency_id=assignment.agency_id,
        client_id=assignment.client_id,
        assignment=assignment,
        worker_id=assignment.worker_id,
        start=start,
        end=end,
        break_minutes=pause,
        **fields,
    )


def crowd(client, workers, week=WEEK, days=5):
    """So many workers with an entry on each of these days; the entries, by id."""
    assignments = _crowd_of_assignments(client, workers)
    shifts = Shift.objects.bulk_create(
        Shift(
            agency_id=client.agency_id,
            client=client,
            assignment=assignment,
            worker_id=assignment.worker_id,
            start=at(day, 450),
            end=at(day, 960),
            break_minutes=30,
        )
        for assignment in assignments
        for day in week.days[:days]
    )
    return TimeEntry.objects.bulk_create(
        TimeEntry(
            agency_id=client.agency_id,
            client=client,
            assignment_id=shift.assignment_id,
            worker_id=shift.worker_id,
            shift=shift,
            start=shift.start,
            end=shift.end,
            break_minutes=shift.break_minutes,
        )
        for shift in shifts
    )


def _crowd_of_assignments(client, workers):
    first = 20_000 + Worker.objects.count()
    made = [
        Worker(
            agency_id=client.agency_id,
            payroll_number=str(first + n),
            name=f"Naam{first + n}, Test",
        )
        for n in range(workers)
    ]
    for worker in made:
        worker.fold_name()
    function, _ = JobFunction.objects.get_or_create(client=client, name="Teler")
    halls = [
        Department.objects.get_or_create(client=client, name=f"Kas {n}")[0]
        for n in range(3)
    ]
    return Assignment.objects.bulk_create(
        Assignment(
            agency_id=client.agency_id,
            client=client,
            worker=worker,
            job_function=function,
            department=halls[n % 3],
            starts_on=date(2026, 1, 1),
        )
        for n, worker in enumerate(Worker.objects.bulk_create(made))
    )


def seen(*entries):
    """Id and version, as the screen that shows these entries sends them."""
    return {entry.pk: entry.version for entry in entries}
