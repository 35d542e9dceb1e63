"""What the agency knows already, looked up once for a whole file."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from werkbrief.exchange.reading.names import key, nearest
from werkbrief.staffing.models import (
    Agency,
    Assignment,
    Client,
    CostCenter,
    Crew,
    Department,
    JobFunction,
    Worker,
)

PartModel = type[Department] | type[Crew] | type[JobFunction] | type[CostCenter]
PARTS: dict[str, PartModel] = {
    "department": Department,
    "crew": Crew,
    "job_function": JobFunction,
    "cost_center": CostCenter,
}


@dataclass(slots=True)
class Register:
    """Clients, their parts, workers and assignments, by what people call them.

    `parts` is (kind, client id, key of the name) -> id.
    """

    agency: Agency
    clients: dict[str, Client] = field(default_factory=dict)
    parts: dict[tuple[str, int, str], int] = field(default_factory=dict)
    workers: dict[str, Worker] = field(default_factory=dict)
    bare: dict[str, list[Worker]] = field(default_factory=lambda: defaultdict(list))
    assignments: dict[tuple[int, int], list[Assignment]] = field(
        default_factory=lambda: defaultdict(list)
    )
    hints: dict[str, list[str]] = field(default_factory=dict)

    def client(self, text: str) -> Client | None:
        names = text.splitlines()
        return next((c for n in names if (c := self.clients.get(key(n)))), None)

    def nearest_clients(self, text: str) -> list[str]:
        """Remembered: a wrong name mostly stands on every line of a file."""
        if text not in self.hints:
            names = sorted({client.name for client in self.clients.values()})
            self.hints[text] = nearest(text, names)
        return self.hints[text]

    def worker(self, number: str) -> Worker | None:
        """By number; a sheet may have eaten the zeros in front of it."""
        alike = self.bare.get(number.lstrip("0"), ()) if number.isdigit() else ()
        return self.workers.get(number) or (alike[0] if len(alike) == 1 else None)

    def meet(self, worker: Worker) -> None:
        self.workers[worker.payroll_number] = worker
        if worker.payroll_number.isdigit():
            self.bare[worker.payroll_number.lstrip("0")].append(worker)


def register(agency: Agency, clients: Iterable[str], numbers: set[str]) -> Register:
    """Seven statements, for any number of lines."""
    known = Register(agency)
    for client in agency.clients.filter(archived_on__isnull=True):
        for name in (client.slug, client.number, client.name):
            if name:
                known.clients[key(name)] = client
    mentioned = {found.pk for text in clients if (found := known.client(text))}
    for kind in PARTS:
        _parts(known, kind, mentioned)
    bare = {number.lstrip("0") for number in numbers}
    for worker in agency.workers.all():
        if worker.payroll_number.lstrip("0") in bare:
            known.meet(worker)
    _assignments(known, mentioned)
    return known


def _parts(known: Register, kind: str, clients: set[int]) -> None:
    """A part goes by its name, and by its code where no name is the same."""
    model: Any = PARTS[kind]
    rows = model.objects.filter(client__in=clients)
    for pk, client, name, code in rows.values_list("pk", "client", "name", "code"):
        known.parts[kind, client, key(name)] = pk
        if code:
            known.parts.setdefault((kind, client, key(code)), pk)


def _assignments(known: Register, clients: set[int]) -> None:
    rows = Assignment.objects.filter(
        client__in=clients, worker__in=[worker.pk for worker in known.workers.values()]
    )
    for assignment in rows.order_by("starts_on", "pk"):
        known.assignments[assignment.client_id, assignment.worker_id].append(assignment)
