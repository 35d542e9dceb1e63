"""Kwekerij De Lier: a week as a greenhouse has it, for the browser and for pictures."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from tests.cast import person
from werkbrief.accounts.models import User
from werkbrief.planning.actions import Planned, plan
from werkbrief.planning.models import Absence
from werkbrief.staffing.models import (
    Agency,
    Assignment,
    Client,
    Crew,
    Department,
    JobFunction,
    Membership,
    Right,
    Worker,
)
from werkbrief.timesheets.actions import approve, change, prepare, reject
from werkbrief.timesheets.models import Reason, TimeEntry, TimeEntryQuerySet
from werkbrief.words.clock import at
from werkbrief.words.notation import Typed, read_clock
from werkbrief.words.weeks import Week

NAMES = (
    "Kowalski, Agnieszka",
    "Nowak, Piotr",
    "Yılmaz, Emre",
    "Popescu, Ioana",
    "de Vries, Sanne",
    "Wójcik, Katarzyna",
    "El Idrissi, Samira",
    "van den Berg, Joris",
    "Kamińska, Zofia",
    "Ivanova, Desislava",
    "García Peña, Luis",
    "Jansen, Daan",
    "Dąbrowski, Łukasz",
    "Bakker, Bram",
    "Öztürk, Elif",
    "Horváth, Réka",
    "Maas, Noor",
    "Petrov, Georgi",
    "Szabó, Bence",
    "Visser, Tim",
)
PLACES = (
    ("Inpak", "dagploeg", "Inpakmedewerker", "07:00", "15:30"),
    ("Logistiek", "nachtploeg", "Heftruckchauffeur", "22:00", "06:00"),
    ("Oogst", "dagploeg", "Oogstmedewerker", "06:30", "15:00"),
)


@dataclass
class Greenhouse:
    """The client, its last week, and the planner who passes it on."""

    client: Client
    week: Week
    planner: User

    @property
    def entries(self) -> TimeEntryQuerySet:
        return self.client.time_entries.in_week(self.week)

    def of(self, name: str) -> TimeEntryQuerySet:
        return self.entries.filter(worker__name__startswith=name).order_by("start")

    def one(self, name: str, day: int) -> TimeEntry:
        """The first entry of this worker on this day; 0 is Monday."""
        midnight = at(self.week.days[day], 0)
        return self.of(name).filter(start__gte=midnight, start__lt=midnight + 1440)[0]

    @property
    def path(self) -> str:
        return f"/klanten/{self.client.slug}/weken/{self.week}/werkbriefjes/"

    def decide(self, entries: TimeEntryQuerySet, reason: Reason | None = None) -> None:
        seen = dict(entries.values_list("pk", "version"))
        now = timezone.now()
        if reason:
            reject(self.entries, seen, reason, by=self.planner, at=now)
        else:
            approve(self.entries, seen, by=self.planner, at=now)

    def change(self, entry: TimeEntry, **typed: int) -> None:
        change(
            self.entries,
            {entry.pk: entry.version},
            Typed(**typed),
            by=self.planner,
            at=timezone.now(),
        )


def open_greenhouse(*, workers: int = 20, on: date | None = None) -> Greenhouse:
    """20 workers x 5 days untouched: one works nights, one has a double shift.

    Worker four is away on Tuesday and Wednesday. Seven statements of bulk, so that a
    thousand workers take a second.
    """
    week = Week.of(on or timezone.localdate()).previous
    agency = Agency.objects.create(
        name="Kasdorp", slug="kasdorp", phone="0174 123 456", contacts="Job Coach"
    )
    client = Client.objects.create(
        agency=agency, name="Kwekerij De Lier", slug="de-lier"
    )
    client.agreements.create(pack="glastuinbouw-2025", valid_from=date(2025, 1, 1))
    planner = person("Petra Planner", username="planner@delier.example")
    Membership.objects.create(
        user=planner, client=client, rights=[right.value for right in Right]
    )
    placed = _place(agency, client, workers, week)
    days = {
        (assignment.pk, day): [_planned(day, hours)]
        for assignment, hours in placed
        for day in week.days[:5]
    }
    double = placed[1][0].pk, week.days[3]
    days[double] = [
        _planned(week.days[3], ("06:00", "10:00"), 0),
        _planned(week.days[3], ("15:00", "19:00"), 0),
    ]
    plan(days, agency=agency, by=None, at=timezone.now())
    Absence.objects.create(
        agency=agency,
        worker=placed[3][0].worker,
        starts_on=week.days[1],
        ends_on=week.days[2],
    )
    prepare(client, week, at=timezone.now())
    return Greenhouse(client, week, planner)


def _place(
    agency: Agency, client: Client, count: int, week: Week
) -> list[tuple[Assignment, tuple[str, str]]]:
    places = [
        (
            Department.objects.create(client=client, name=department),
            Crew.objects.get_or_create(client=client, name=crew)[0],
            JobFunction.objects.create(client=client, name=function),
            (start, end),
        )
        for department, crew, function, start, end in PLACES
    ]
    workers = [
        Worker(agency=agency, payroll_number=str(10_197 + 37 * n), name=_name(n))
        for n in range(1, count + 1)
    ]
    Worker.objects.bulk_create(workers)
    placed = []
    for n, worker in enumerate(workers):
        department, crew, function, hours = places[_place_of(n)]
        assignment = Assignment(
            agency=agency,
            client=client,
            worker=worker,
            department=department,
            crew=crew,
            job_function=function,
            contract_minutes=40 * 60,
            starts_on=week.monday - timedelta(weeks=20),
        )
        placed.append((assignment, hours))
    Assignment.objects.bulk_create(assignment for assignment, _ in placed)
    return placed


def _place_of(n: int) -> int:
    if n % 20 == 19:
        return 1
    return 0 if n % 20 < 8 else 2


def _name(n: int) -> str:
    again = (n - 1) // len(NAMES)
    return NAMES[(n - 1) % len(NAMES)] + (f" {again + 1}" if again else "")


def _planned(day: date, hours: tuple[str, str], pause: int = 30) -> Planned:
    start, end = (read_clock(text) or 0 for text in hours)
    return Planned(at(day, start), at(day, end + (1440 if end < start else 0)), pause)


def make_a_mixed_week(greenhouse: Greenhouse) -> None:
    """Monday and Tuesday approved for many, some changed, one rejected, a remark."""
    early = greenhouse.entries.filter(start__lt=at(greenhouse.week.days[1], 0))
    no_show = greenhouse.one("Wójcik", 0)
    greenhouse.decide(greenhouse.entries.filter(pk=no_show.pk), Reason.NO_SHOW)
    greenhouse.decide(early.open())
    greenhouse.change(greenhouse.one("Kowalski", 2), end=16 * 60 + 30)
    greenhouse.change(greenhouse.one("Ivanova", 2), end=16 * 60)
    greenhouse.change(
        greenhouse.one("El Idrissi", 3), start=6 * 60 + 30, end=21 * 60, pause=45
    )
    greenhouse.one("Yılmaz", 3).comments.create(
        agency=greenhouse.client.agency,
        by=greenhouse.planner,
        at=datetime.now(tz=timezone.get_current_timezone()),
        text="Was om half acht pas binnen, in overleg.",
    )


def finish(greenhouse: Greenhouse) -> None:
    """Everything passed on."""
    absent = greenhouse.of("Popescu")
    greenhouse.decide(greenhouse.entries.open().exclude(pk__in=absent.values("pk")))
    away = {greenhouse.one("Popescu", 1).pk, greenhouse.one("Popescu", 2).pk}
    greenhouse.decide(absent.open().exclude(pk__in=away))
