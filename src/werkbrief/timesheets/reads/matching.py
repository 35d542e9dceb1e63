"""Who is meant by "Kowalsky Ana 00234": candidates with a score, for the agency."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from werkbrief.staffing.models import Assignment, fold
from werkbrief.timesheets.models import ManualEntryQuerySet, TimeEntry
from werkbrief.timesheets.reads.manual import ManualLine, manual_lines
from werkbrief.words.clock import clock, day_of
from werkbrief.words.weeks import brief_day

SHOWN = 3
FAINTEST = 45
SURE = 80
_NUMBER = re.compile(r"[\w-]*\d[\w-]*")
_OTHER = re.compile(r"[^\w']+|_")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An assignment that may be meant; `overlaps` are hours already there."""

    assignment_id: int
    worker: str
    number: str
    job_function: str
    score: int
    overlaps: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        return self.score >= SURE and not self.overlaps


@dataclass(frozen=True, slots=True)
class QueuedSlip:
    """A slip that waits for the agency, the likeliest candidate first."""

    line: ManualLine
    candidates: tuple[Candidate, ...]
    twins: tuple[str, ...]

    @property
    def case(self) -> str:
        """Its anchor in the queue."""
        return f"m{self.line.id}"

    @property
    def is_doubtful(self) -> bool:
        """Somebody must look: double, or in the way of other hours."""
        best = self.candidates[:1]
        return bool(self.twins) or any(found.overlaps for found in best)

    @property
    def is_sure(self) -> bool:
        """One key will do."""
        return not self.twins and any(found.is_sure for found in self.candidates[:1])


def manual_queue(entries: ManualEntryQuerySet) -> list[QueuedSlip]:
    """What waits, the doubtful first, then the oldest: four statements."""
    lines = manual_lines(entries.pending().order_by("at", "pk"))
    if not lines:
        return []
    assignments = _assignments(lines)
    present = _present(lines, assignments)
    slips = [
        QueuedSlip(
            line,
            tuple(_candidates(line, assignments[line.client_id], present)),
            tuple(_twins(line, lines)),
        )
        for line in lines
    ]
    return sorted(slips, key=lambda slip: not slip.is_doubtful)


def likeness(who: str, name: str, number: str) -> int:
    """How much what was typed is like this worker, 0 to 100.

    An equal payroll number says most; a name may be misspelt, turned round or short.
    """
    typed = fold(who)
    numbers = [_plain(found) for found in _NUMBER.findall(typed)]
    words = _OTHER.sub(" ", _NUMBER.sub(" ", typed)).strip()
    known = _OTHER.sub(" ", fold(name)).strip()
    # Two megabytes that only who looks for a likeness needs.
    from rapidfuzz import fuzz  # noqa: PLC0415

    whole = fuzz.token_sort_ratio(words, known)
    part = fuzz.token_set_ratio(words, known)
    likely = 0.65 * whole + 0.35 * part
    if not numbers:
        return round(likely)
    if not words:
        likely = 0.0
    best = max(fuzz.ratio(found, _plain(number)) for found in numbers)
    if best == 100:  # noqa: PLR2004  (equal)
        return round(60 + 0.4 * likely)
    return round(0.8 * likely + 0.2 * best)


def _plain(number: str) -> str:
    return fold(number).replace("-", "").lstrip("0")


def _assignments(lines: Sequence[ManualLine]) -> dict[int, list[Assignment]]:
    first = min(line.days[0] for line in lines)
    last = max(line.days[-1] for line in lines)
    rows = Assignment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=first),
        client__in={line.client_id for line in lines},
        starts_on__lte=last,
    )
    found: dict[int, list[Assignment]] = defaultdict(list)
    for row in rows.select_related("worker", "job_function"):
        found[row.client_id].append(row)
    return found


def _candidates(
    line: ManualLine,
    assignments: Iterable[Assignment],
    present: dict[int, list[tuple[int, int, str]]],
) -> list[Candidate]:
    scored = [
        (likeness(line.who, row.worker.name, row.worker.payroll_number), row)
        for row in assignments
        if _holds(row, line.days)
    ]
    likely = [pair for pair in scored if pair[0] >= FAINTEST]
    likely.sort(
        key=lambda pair: (
            -pair[0],
            pair[1].job_function_id != line.job_function_id,
            pair[1].worker.sort_name,
        )
    )
    return [
        Candidate(
            row.pk,
            row.worker.name,
            row.worker.payroll_number,
            row.job_function.name,
            score,
            tuple(_overlaps(line, present[row.worker_id])),
        )
        for score, row in likely[:SHOWN]
    ]


def _holds(assignment: Assignment, days: Sequence[date]) -> bool:
    ends = assignment.ends_on
    return assignment.starts_on <= days[0] and (ends is None or days[-1] <= ends)


def _present(
    lines: Sequence[ManualLine], assignments: dict[int, list[Assignment]]
) -> dict[int, list[tuple[int, int, str]]]:
    """The hours that these workers have already, at any client: one statement."""
    entries = TimeEntry.objects.filter(
        worker__in={row.worker_id for rows in assignments.values() for row in rows},
        is_occupying=True,
        end__gt=min(line.spans[0][0] for line in lines),
        start__lt=max(line.spans[-1][1] for line in lines),
    )
    found: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    columns = ("worker", "start", "end", "client__name")
    for worker, start, end, client in entries.values_list(*columns):
        found[worker].append((start, end, client))
    return found


def _overlaps(
    line: ManualLine, present: Iterable[tuple[int, int, str]]
) -> Iterable[str]:
    for start, end, client in sorted(present):
        if any(start < until and since < end for since, until in line.spans):
            day = brief_day(day_of(start))
            yield f"{day} {clock(start)}–{clock(end)} bij {client}"


def _twins(line: ManualLine, lines: Iterable[ManualLine]) -> Iterable[str]:
    """Others that wait for what looks like the same person at the same time."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    for other in lines:
        if other.id == line.id or other.client_id != line.client_id:
            continue
        meets = any(a < d and c < b for a, b in line.spans for c, d in other.spans)
        same = fuzz.token_sort_ratio(fold(line.who), fold(other.who))
        if meets and same >= SURE:
            yield f"“{other.who}” van {other.by}"
