"""Finding the place of each line: which client, worker and assignment it means."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from werkbrief.exchange.reading.lines import Line, Person, Posting, Reading
from werkbrief.exchange.reading.mistakes import Mistake
from werkbrief.exchange.reading.names import is_same_person, key
from werkbrief.exchange.reads import PARTS, Register
from werkbrief.staffing.models import Assignment, Client, Worker

# A timecard does not say as what somebody works; the agency fills it in.
UNTOLD = "Nog in te vullen"


@dataclass(slots=True, eq=False)
class Slot:
    """One assignment: there already, or to be made; `parts` are the names it lacks."""

    client: Client
    payroll_number: str
    name: str
    starts_on: date
    parts: dict[str, str] = field(default_factory=dict)
    worker: Worker | None = None
    assignment: Assignment | None = None
    posting: Posting | None = None
    until: date = date.min

    def reach(self, day: date) -> None:
        self.starts_on, self.until = min(self.starts_on, day), max(self.until, day)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What one line asks for, with what is known of it."""

    line: Line | Posting
    number: int
    client: Client
    worker: Worker | None
    day: date

    @property
    def is_partial(self) -> bool:
        return isinstance(self.line, Posting) and self.line.is_partial

    @property
    def parts(self) -> dict[str, str]:
        return {kind: text for kind in PARTS if (text := getattr(self.line, kind))}


SlotKey = tuple[int, str, tuple[str, ...]]


@dataclass(slots=True)
class Placer:
    """Places lines one by one, and remembers what it promised to make."""

    known: Register
    mistakes: list[Mistake] = field(default_factory=list)
    fresh: dict[SlotKey, Slot] = field(default_factory=dict)
    taken: dict[int, Slot] = field(default_factory=dict)
    names: dict[str, tuple[str, int]] = field(default_factory=dict)

    def place_all(self, reading: Reading) -> list[tuple[Line, Slot]]:
        """Slots for everything in a file; the shifts among its lines with theirs."""
        self.meet(reading.people)
        for one in reading.away:
            if self.known.worker(one.payroll_number) is None:
                told = "Deze medewerker is niet bekend. Lees eerst de medewerker in."
                self.say(0, "Loonnummer", one.payroll_number, told)
        self.post(reading.postings)
        return self.place(reading.lines)

    def place(self, lines: Iterable[Line]) -> list[tuple[Line, Slot]]:
        """The shifts among the lines with their slots; what fails is a mistake."""
        placed = []
        for line in lines:
            client = self.client(line.number, line.client)
            if client is None:
                continue
            if line.headcount is not None and not line.job_function:
                self.say(
                    line.number, "Functie", "", "Vul de functie van de aanvraag in."
                )
            if line.payroll_number and (slot := self.slot(line, client)):
                placed.append((line, slot))
        return placed

    def post(self, postings: Iterable[Posting]) -> None:
        """Slots for the assignments that messages tell of."""
        for posting in postings:
            client = self.client(posting.line, posting.client)
            slot = client and self.slot(posting, client)
            if slot:
                slot.posting = posting

    def meet(self, people: Iterable[Person]) -> None:
        for person in people:
            worker = self.known.worker(person.payroll_number)
            self.is_right_person(person.line, person, worker)

    def client(self, number: int, text: str) -> Client | None:
        client = self.known.client(text)
        if client is None:
            near = " of ".join(f"“{name}”" for name in self.known.nearest_clients(text))
            hint = f"Bedoel je {near}?" if near else "Voeg die toe of verbeter de naam."
            read = text.replace("\n", ", ")
            remedy = f"Deze opdrachtgever is niet bekend. {hint}"
            self.say(number, "Opdrachtgever", read, remedy)
        return client

    def slot(self, line: Line | Posting, client: Client) -> Slot | None:
        worker = self.known.worker(line.payroll_number)
        if isinstance(line, Line):
            wanted = _Wanted(line, line.number, client, worker, line.day)
        else:
            wanted = _Wanted(line, line.line, client, worker, line.starts_on)
        if not self.is_right_person(wanted.number, line, worker):
            return None
        standing = self._standing(wanted)
        if len({_place(assignment) for assignment in standing}) > 1:
            self._say_function(
                wanted,
                "Deze medewerker heeft hier meer dan één plaatsing. Vul afdeling, "
                "ploeg en functie in.",
            )
            return None
        if standing:
            return self._taken(standing[0], wanted)
        if not line.job_function and not wanted.is_partial:
            self._say_function(
                wanted,
                "Deze medewerker heeft hier nog geen plaatsing. Vul de functie in.",
            )
            return None
        return self._fresh(wanted)

    def is_right_person(
        self, number: int, line: Line | Posting | Person, worker: Worker | None
    ) -> bool:
        known, first = self.names.get(line.payroll_number, ("", 0))
        known = worker.name if worker else known
        who = f"Loonnummer {line.payroll_number}"
        if not known and not line.name:
            self.say(number, "Naam", "", f"{who} is nieuw. Vul de naam in.")
            return False
        if known and line.name and not is_same_person(known, line.name):
            where = f"op regel {first}" if first and not worker else "in Werkbrief"
            remedy = (
                f"{who} is {where} van {known}. Verbeter het loonnummer of de naam."
            )
            self.say(number, "Naam", line.name, remedy)
            return False
        self.names.setdefault(line.payroll_number, (known or line.name, number))
        return True

    def _standing(self, wanted: _Wanted) -> list[Assignment]:
        """The assignments that fit this line best; one that starts later may move."""
        if wanted.worker is None:
            return []
        given = {
            kind: self.known.parts.get((kind, wanted.client.pk, key(text)))
            for kind, text in wanted.parts.items()
        }
        standing = self.known.assignments[wanted.client.pk, wanted.worker.pk]
        if isinstance(wanted.line, Posting) and wanted.line.number:
            numbered = [a for a in standing if a.number == wanted.line.number]
            if numbered:
                return numbered
        fitting = [
            assignment
            for assignment in standing
            if all(_fits(assignment, kind, part) for kind, part in given.items())
            and (assignment.ends_on is None or wanted.day <= assignment.ends_on)
        ]
        holding = [a for a in fitting if a.starts_on <= wanted.day] or fitting[:1]
        least = min((_unspoken(a, given) for a in holding), default=0)
        return [a for a in holding if _unspoken(a, given) == least]

    def _taken(self, assignment: Assignment, wanted: _Wanted) -> Slot:
        slot = self.taken.get(assignment.pk)
        if slot is None:
            slot = Slot(
                wanted.client,
                wanted.line.payroll_number,
                wanted.line.name,
                assignment.starts_on,
                worker=wanted.worker,
                assignment=assignment,
            )
            self.taken[assignment.pk] = slot
        slot.reach(wanted.day)
        text = wanted.line.cost_center
        if text and assignment.cost_center_id is None:
            before = slot.parts.setdefault("cost_center", text)
            if key(before) != key(text):
                remedy = f"Eerder in dit bestand is dit {before}. Kies één van de twee."
                self.say(wanted.number, "Kostenplaats", text, remedy)
        return slot

    def _fresh(self, wanted: _Wanted) -> Slot:
        parts, worker = wanted.parts, wanted.worker
        if wanted.is_partial:
            parts = {"job_function": UNTOLD} | parts
        spelled = tuple(key(parts.get(kind, "")) for kind in PARTS)
        number = worker.payroll_number if worker else wanted.line.payroll_number
        slot = self.fresh.get((wanted.client.pk, number, spelled))
        if slot is None:
            slot = Slot(
                wanted.client, number, wanted.line.name, wanted.day, parts, worker
            )
            self.fresh[wanted.client.pk, number, spelled] = slot
        slot.reach(wanted.day)
        return slot

    def _say_function(self, wanted: _Wanted, remedy: str) -> None:
        self.say(wanted.number, "Functie", wanted.line.job_function, remedy)

    def say(self, number: int, column: str, read: str, remedy: str) -> None:
        self.mistakes.append(Mistake(number, column, read, remedy))


def _fits(assignment: Assignment, kind: str, part: int | None) -> bool:
    """A cost centre may still be filled in; any other part makes another assignment."""
    has = getattr(assignment, f"{kind}_id")
    return kind == "cost_center" if has is None else has == part


def _unspoken(assignment: Assignment, given: dict[str, int | None]) -> int:
    """How many of its parts the line does not speak of: fewer is nearer."""
    return sum(
        getattr(assignment, f"{kind}_id") is not None
        for kind in PARTS
        if kind not in given
    )


def _place(assignment: Assignment) -> tuple[int | None, ...]:
    return tuple(getattr(assignment, f"{kind}_id") for kind in PARTS)
