"""Nobody in two places at once: within the file, and against what is planned."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from werkbrief.exchange.actions.placing import Slot
from werkbrief.exchange.reading.lines import Line
from werkbrief.exchange.reading.mistakes import Mistake
from werkbrief.exchange.reading.names import key
from werkbrief.planning.models import Shift
from werkbrief.words.clock import DAY, clock, day_of

Placed = Sequence[tuple[Line, Slot]]
_Span = tuple[int, int, int, str]


def overlaps(placed: Placed) -> Iterator[Mistake]:
    """One mistake per line that overlaps an earlier one: one statement."""
    spans: dict[tuple[int | None, str], list[_Span]] = defaultdict(list)
    for line, slot in placed:
        if not line.is_withdrawn:
            span = (line.start, line.end, line.number, f"regel {line.number}")
            spans[_person(slot)].append(span)
    for worker, span in _standing(placed):
        spans[worker, ""].append(span)
    for mine in spans.values():
        yield from _among(sorted(mine))


def requests_agree(lines: Sequence[Line]) -> Iterator[Mistake]:
    """The same request twice with different numbers of people is a mistake."""
    first: dict[tuple[object, ...], Line] = {}
    for line in lines:
        if line.headcount is None:
            continue
        names = (line.client, line.department, line.crew, line.job_function)
        place = (*map(key, names), line.start, line.end)
        earlier = first.setdefault(place, line)
        if earlier.headcount != line.headcount:
            remedy = (
                f"Op regel {earlier.number} staat voor dezelfde dienst "
                f"{earlier.headcount}. Maak de aantallen gelijk."
            )
            yield Mistake(line.number, "Aantal gevraagd", str(line.headcount), remedy)


def _among(spans: Sequence[_Span]) -> Iterator[Mistake]:
    """A span is compared with the one that lasts longest of those before it."""
    longest = spans[0]
    for span in spans[1:]:
        if span[0] < longest[1]:
            late, early = (span, longest) if span[2] >= longest[2] else (longest, span)
            yield Mistake(
                late[2],
                "Starttijd",
                f"{clock(late[0])}–{clock(late[1])}",
                f"Deze medewerker staat dan al op {early[3]}, "
                f"{clock(early[0])}–{clock(early[1])}. Pas een van de twee aan.",
            )
        longest = max(longest, span, key=lambda s: s[1])


def _standing(placed: Placed) -> Iterator[tuple[int, _Span]]:
    """What is planned for these workers and stays: other days, other assignments."""
    workers = {slot.worker.pk for _, slot in placed if slot.worker}
    if not workers:
        return
    replaced: set[tuple[int, date]] = {
        (slot.assignment.pk, line.day) for line, slot in placed if slot.assignment
    }
    rows = Shift.objects.filter(
        worker__in=workers,
        is_cancelled=False,
        end__gt=min(line.start for line, _ in placed),
        start__lt=max(line.end for line, _ in placed),
    ).values_list("worker", "assignment", "client__name", "start", "end")
    for worker, assignment, client, start, end in rows:
        day = day_of(start)
        if (assignment, day) not in replaced:
            where = f"{day:%d-%m-%Y} bij {client} in Werkbrief"
            yield worker, (start, min(end, start + DAY), 0, where)


def _person(slot: Slot) -> tuple[int | None, str]:
    return (slot.worker.pk, "") if slot.worker else (None, slot.payroll_number)
