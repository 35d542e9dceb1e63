"""Master data as the office lists it: clients, their parts, workers, assignments."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from werkbrief.staffing.models import (
    Agency,
    Agreement,
    Assignment,
    Client,
    Contact,
    CostCenter,
    Crew,
    Department,
    JobFunction,
    Site,
    Worker,
    fold,
)

PARTS: tuple[type[Any], ...] = (Site, Department, Crew, JobFunction, CostCenter)
COLUMNS: dict[type[Any], str] = {
    Department: "department",
    Crew: "crew",
    JobFunction: "job_function",
    CostCenter: "cost_center",
}


@dataclass(frozen=True, slots=True)
class ClientLine:
    """One client in the list; `pack` is the CAO that holds on the day asked for."""

    name: str
    slug: str
    number: str
    contacts: tuple[str, ...]
    people: int
    pack: str
    is_archived: bool


@dataclass(frozen=True, slots=True)
class PartLine:
    """A named part of a client; `people` who are placed there now."""

    id: int
    name: str
    code: str
    site: str
    people: int
    is_archived: bool


@dataclass(frozen=True, slots=True)
class Placement:
    """One assignment as it is listed, at a client or on a worker's page."""

    id: int
    worker_id: int
    worker: str
    payroll_number: str
    client: str
    slug: str
    place: str
    job_function: str
    starts_on: date
    ends_on: date | None

    def is_running(self, on: date) -> bool:
        return self.starts_on <= on and (self.ends_on is None or self.ends_on >= on)


@dataclass(frozen=True, slots=True)
class WorkerLine:
    """One worker in the list, and where they are placed now."""

    id: int
    name: str
    payroll_number: str
    places: tuple[str, ...]
    is_archived: bool


def running(on: date) -> Q:
    """Of assignments: those that have begun and not ended on this day."""
    return Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gte=on))


def clients_listed(
    agency: Agency, query: str, *, archived: bool, on: date
) -> list[ClientLine]:
    """By name: four statements for any number of clients."""
    found = agency.clients.filter(archived_on__isnull=not archived).order_by("name")
    people = dict(
        Assignment.objects.filter(running(on), agency=agency)
        .values_list("client")
        .annotate(Count("worker", distinct=True))
        .order_by()
    )
    packs = dict(
        Agreement.objects.filter(client__agency=agency, valid_from__lte=on)
        .order_by("valid_from")
        .values_list("client", "pack")
    )
    contacts: dict[int, list[str]] = defaultdict(list)
    for contact in Contact.objects.filter(client__agency=agency).select_related(
        "role__user"
    ):
        contacts[contact.client_id].append(contact.role.who)
    wanted = fold(query.strip())
    return [
        ClientLine(
            client.name,
            client.slug,
            client.number,
            tuple(sorted(contacts[client.pk])),
            people.get(client.pk, 0),
            packs.get(client.pk, ""),
            client.archived_on is not None,
        )
        for client in found
        if wanted in fold(f"{client.name} {client.number}")
    ]


def parts_of(client: Client, *, on: date) -> list[tuple[type[Any], list[PartLine]]]:
    """Its sites, departments, crews, functions and cost centres: nine statements."""
    return [(part, list(_lines(part, client, on))) for part in PARTS]


def _lines(part: type[Any], client: Client, on: date) -> Iterable[PartLine]:
    rows = part.objects.filter(client=client)
    if part is Department:
        rows = rows.select_related("site")
    people = _people(part, client, on)
    for row in rows.order_by("archived_on", "name"):
        site = str(getattr(row, "site", None) or "")
        yield PartLine(
            row.pk,
            row.name,
            row.code,
            site,
            people.get(row.pk, 0),
            row.archived_on is not None,
        )


def _people(part: type[Any], client: Client, on: date) -> dict[int, int]:
    """How many are placed in each now; nobody is placed in a site itself."""
    column = COLUMNS.get(part)
    if column is None:
        return {}
    rows = client.assignments.filter(running(on)).values_list(column)
    return dict(rows.annotate(Count("worker", distinct=True)).order_by())


def placements(
    assignments: QuerySet[Assignment], *, most: int | None = None
) -> list[Placement]:
    """The newest first; without an end before all: one statement."""
    rows = assignments.select_related(
        "worker", "client", "job_function", "department", "crew"
    ).order_by("-starts_on", "worker__sort_name", "pk")
    return [
        Placement(
            one.pk,
            one.worker_id,
            one.worker.name,
            one.worker.payroll_number,
            one.client.name,
            one.client.slug,
            " · ".join(str(part) for part in (one.department, one.crew) if part),
            one.job_function.name,
            one.starts_on,
            one.ends_on,
        )
        for one in (rows[:most] if most else rows)
    ]


def workers_listed(
    agency: Agency, query: str, *, archived: bool, on: date, most: int
) -> tuple[list[WorkerLine], bool]:
    """Found by name or number, by name, and whether there are more: two statements."""
    workers = agency.workers.filter(archived_on__isnull=not archived)
    for word in fold(query).split():
        workers = workers.filter(folded__contains=word)
    found = list(workers.order_by("sort_name", "pk")[: most + 1])
    places = _places(found[:most], on)
    lines = [
        WorkerLine(
            worker.pk,
            worker.name,
            worker.payroll_number,
            tuple(sorted(places[worker.pk])),
            worker.archived_on is not None,
        )
        for worker in found[:most]
    ]
    return lines, len(found) > most


def _places(workers: Sequence[Worker], on: date) -> dict[int, set[str]]:
    now = Assignment.objects.filter(
        running(on), worker__in=[worker.pk for worker in workers]
    )
    found: dict[int, set[str]] = defaultdict(set)
    for worker, client in now.values_list("worker", "client__name"):
        found[worker].add(client)
    return found
