"""Taking in who and what is new: parts of clients, workers, assignments."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from werkbrief.exchange.actions.placing import Slot
from werkbrief.exchange.reading.lines import Line, Person
from werkbrief.exchange.reading.names import key
from werkbrief.exchange.reads import PARTS, Register
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.models import Assignment, Client, Worker

_DUTCH = {
    "department": "afdelingen",
    "crew": "ploegen",
    "job_function": "functies",
    "cost_center": "kostenplaatsen",
}
_CHANGEABLE = ["starts_on", "ends_on", "number", "contract_minutes", "cost_center"]


@dataclass(slots=True)
class Enrolment:
    """Makes what slots lack; a fixed number of statements for any number of slots."""

    known: Register
    counts: Counter[str] = field(default_factory=Counter)
    traces: list[Trace] = field(default_factory=list)

    def parts(self, wanted: Iterable[tuple[Client, dict[str, str]]]) -> None:
        """Make departments, crews, functions and cost centres that are new."""
        lacking: dict[str, dict[tuple[int, str], str]] = {kind: {} for kind in PARTS}
        for client, parts in wanted:
            for kind, name in parts.items():
                if (kind, client.pk, key(name)) not in self.known.parts:
                    lacking[kind].setdefault((client.pk, key(name)), name)
        for kind, names in lacking.items():
            self._parts(kind, names)

    def _parts(self, kind: str, names: dict[tuple[int, str], str]) -> None:
        model: Any = PARTS[kind]
        rows = [model(client_id=pk, name=name) for (pk, _), name in names.items()]
        for row in model.objects.bulk_create(rows):
            self.known.parts[kind, row.client_id, key(row.name)] = row.pk
            after = {"client": row.client_id, "name": row.name}
            self._made(_DUTCH[kind], f"staffing.{kind.replace('_', '')}", row.pk, after)

    def workers(self, slots: Iterable[Slot], people: Iterable[Person] = ()) -> None:
        """Make workers that are new; people whose name is written better now follow."""
        named = [
            (slot.payroll_number, slot.name) for slot in slots if slot.worker is None
        ]
        named += [(person.payroll_number, person.name) for person in people]
        fresh: dict[str, Worker] = {}
        for number, name in named:
            if self.known.worker(number) is None and number not in fresh:
                fresh[number] = Worker(
                    agency=self.known.agency, payroll_number=number, name=name
                )
        for worker in fresh.values():
            worker.fold_name()
        for worker in Worker.objects.bulk_create(fresh.values()):
            self.known.meet(worker)
            self._made("werknemers", "staffing.worker", worker.pk, person_shown(worker))
        self._rename(people, set(fresh))

    def _rename(self, people: Iterable[Person], fresh: set[str]) -> None:
        renamed = []
        for person in people:
            worker = self.known.worker(person.payroll_number)
            if (
                worker is None
                or worker.name == person.name
                or person.payroll_number in fresh
            ):
                continue
            before = person_shown(worker)
            worker.name = person.name
            worker.fold_name()
            renamed.append(worker)
            self._changed(
                "werknemers", "staffing.worker", worker.pk, before, person_shown(worker)
            )
        Worker.objects.bulk_update(renamed, ["name", "sort_name", "folded"])

    def assignments(self, slots: Sequence[Slot]) -> None:
        """Make the assignments that slots lack, and bring the others up to date."""
        fresh = [slot for slot in slots if slot.assignment is None]
        for slot in fresh:
            slot.worker = slot.worker or self.known.worker(slot.payroll_number)
            slot.assignment = self._assignment(slot)
        altered = [slot for slot in slots if slot not in fresh and self._alter(slot)]
        Assignment.objects.bulk_create(s.assignment for s in fresh if s.assignment)
        for slot in fresh:
            if slot.assignment:
                after = posting_shown(slot.assignment)
                self._made(
                    "plaatsingen", "staffing.assignment", slot.assignment.pk, after
                )
        rows = [slot.assignment for slot in altered if slot.assignment]
        Assignment.objects.bulk_update(rows, _CHANGEABLE)

    def _assignment(self, slot: Slot) -> Assignment:
        ids = {
            f"{kind}_id": self.known.parts[kind, slot.client.pk, key(name)]
            for kind, name in slot.parts.items()
        }
        assignment = Assignment(
            agency=self.known.agency,
            client=slot.client,
            worker=slot.worker,
            starts_on=slot.starts_on,
            **ids,
        )
        _follow(assignment, slot)
        return assignment

    def _alter(self, slot: Slot) -> bool:
        assignment = slot.assignment
        if assignment is None:
            return False
        before = posting_shown(assignment)
        assignment.starts_on = slot.starts_on
        if name := slot.parts.get("cost_center"):
            place = ("cost_center", slot.client.pk, key(name))
            assignment.cost_center_id = self.known.parts[place]
        _follow(assignment, slot)
        after = posting_shown(assignment)
        if after != before:
            self._changed(
                "plaatsingen", "staffing.assignment", assignment.pk, before, after
            )
        return after != before

    def _made(self, what: str, kind: str, pk: int, after: dict[str, Any]) -> None:
        self.counts[what] += 1
        self.traces.append(Trace(kind, pk, None, after))

    def _changed(self, what: str, kind: str, pk: int, *states: dict[str, Any]) -> None:
        self.counts[what] += 1
        self.traces.append(Trace(kind, pk, *states))

    def write_down(self, deed: Deed) -> None:
        if self.traces:
            record("staffing.enrolled", deed, self.traces)


def asked_parts(
    lines: Iterable[Line], known: Register
) -> list[tuple[Client, dict[str, str]]]:
    """The parts that requests speak of."""
    return [
        (client, {kind: text for kind in PARTS if (text := getattr(line, kind))})
        for line in lines
        if line.headcount is not None and (client := known.client(line.client))
    ]


def _follow(assignment: Assignment, slot: Slot) -> None:
    """A message tells more of an assignment than a sheet does."""
    posting = slot.posting
    if posting is None:
        return
    assignment.starts_on = slot.starts_on
    if posting.is_partial:
        assignment.number = assignment.number or posting.number
        return
    if posting.ends_on or not posting.keeps_end:
        assignment.ends_on = posting.ends_on and max(posting.ends_on, slot.until)
    assignment.number = posting.number or assignment.number
    if posting.contract_minutes is not None:
        assignment.contract_minutes = posting.contract_minutes


def person_shown(worker: Worker) -> dict[str, Any]:
    return {"payroll_number": worker.payroll_number, "name": worker.name}


def posting_shown(assignment: Assignment) -> dict[str, Any]:
    return {
        "client": assignment.client_id,
        "worker": assignment.worker_id,
        "job_function": assignment.job_function_id,
        "department": assignment.department_id,
        "crew": assignment.crew_id,
        "cost_center": assignment.cost_center_id,
        "number": assignment.number,
        "contract_minutes": assignment.contract_minutes,
        "starts_on": str(assignment.starts_on),
        "ends_on": str(assignment.ends_on or ""),
    }
