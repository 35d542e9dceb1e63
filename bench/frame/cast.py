"""The people of the benchmarks: an agency, a client of any size, its planner."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.planning.models import Absence, Shift
from werkbrief.staffing.models import (
    Agency,
    Agreement,
    Assignment,
    Client,
    Crew,
    Department,
    JobFunction,
    Membership,
    Right,
    Worker,
)
from werkbrief.timesheets.actions import prepare
from werkbrief.words.clock import at
from werkbrief.words.weeks import Week

DEPARTMENTS = ("Kas 1", "Kas 2", "Inpak", "Expeditie")
CREWS = ("dagploeg", "late ploeg")
FUNCTIONS = ("Medewerker teelt", "Inpakmedewerker", "Orderpicker")
NAMES = (
    "Kowalski",
    "van den Berg",
    "Yılmaz",
    "Nowak",
    "de Groot",
    "Popescu",
    "Ionescu",
)
STARTS = (6 * 60, 7 * 60, 7 * 60 + 30, 14 * 60)
LONG, PAUSE, DAYS = 9 * 60, 30, 5


@dataclass(frozen=True, slots=True)
class Place:
    """A client with its workers' entries laid ready in `week`, and its planner."""

    client: Client
    planner: User
    week: Week

    def path(self, rest: str = "werkbriefjes/") -> str:
        return f"/klanten/{self.client.slug}/weken/{self.week}/{rest}"


@cache
def ready() -> None:
    """Tables and static files, once per process."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def last_week() -> Week:
    return Week.of(timezone.localdate()).previous


def settle(
    workers: int, *, week: Week | None = None, name: str = "", agency: str = "kasdorp"
) -> Place:
    """Hire this many workers, each with five shifts in `week`, prepared as they are."""
    ready()
    week = week or last_week()
    slug = name or f"klant-{workers}"
    owner, _ = Agency.objects.get_or_create(slug=agency, name=agency.capitalize())
    client = Client.objects.create(agency=owner, name=slug, slug=slug)
    Agreement.objects.create(
        client=client, pack="glastuinbouw", valid_from=date(2020, 1, 1)
    )
    planner = User.objects.create(username=slug, name="Anna", has_own_password=True)
    Membership.objects.create(
        user=planner, client=client, rights=[right.value for right in Right]
    )
    assignments = _assign(client, _hire(owner, workers, slug), week)
    _plan(assignments, week)
    prepare(client, week, at=timezone.now() - timedelta(days=8))
    stand_a_minute()
    return Place(client, planner, week)


def stand_a_minute() -> None:
    """A database that has stood for a minute knows its tables; this one is that old."""
    connection.cursor().execute("ANALYZE")


def send_away(place: Place, share: int) -> None:
    """One in `share` workers is away on the Friday."""
    friday = place.week.days[4]
    workers = Worker.objects.filter(assignments__client=place.client).order_by("pk")
    Absence.objects.bulk_create(
        Absence(
            agency=place.client.agency, worker=worker, starts_on=friday, ends_on=friday
        )
        for worker in workers[::share]
    )


def _hire(agency: Agency, count: int, slug: str) -> list[Worker]:
    workers = [
        Worker(
            agency=agency,
            payroll_number=f"{slug}-{number:05}",
            name=f"{NAMES[number % len(NAMES)]}, A{number}",
        )
        for number in range(count)
    ]
    return Worker.objects.bulk_create(workers)


def _assign(client: Client, workers: list[Worker], week: Week) -> list[Assignment]:
    parts = [
        model.objects.bulk_create(model(client=client, name=name) for name in names)
        for model, names in (
            (Department, DEPARTMENTS),
            (Crew, CREWS),
            (JobFunction, FUNCTIONS),
        )
    ]
    departments, crews, functions = parts
    return Assignment.objects.bulk_create(
        Assignment(
            agency_id=client.agency_id,
            client=client,
            worker=worker,
            department=departments[number % len(departments)],
            crew=crews[number % len(crews)],
            job_function=functions[number % len(functions)],
            contract_minutes=38 * 60,
            starts_on=week.monday - timedelta(weeks=52),
        )
        for number, worker in enumerate(workers)
    )


def _plan(assignments: list[Assignment], week: Week) -> None:
    shifts = [
        Shift(
            agency_id=assignment.agency_id,
            client_id=assignment.client_id,
            assignment=assignment,
            worker_id=assignment.worker_id,
            start=(start := at(day, STARTS[number % len(STARTS)])),
            end=start + LONG,
            break_minutes=PAUSE,
        )
        for number, assignment in enumerate(assignments)
        for day in week.days[:DAYS]
    ]
    Shift.objects.bulk_create(shifts)
