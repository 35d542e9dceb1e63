"""What filling or copying a week would plan, and what it would leave out, and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from itertools import groupby

from werkbrief.planning.reads.absences import absent_among
from werkbrief.planning.reads.unplanned import taken_of, unplanned_week
from werkbrief.planning.reads.usual import Stretches, stretch_on, usual_week
from werkbrief.staffing.models import Assignment, Client
from werkbrief.words.clock import DAY, clock, clock_minutes, day_of
from werkbrief.words.weeks import Week

PLANNED = "staat al iets gepland"
BUSY = "dan elders ingepland"
AWAY = "dan afwezig"
NOT_PLACED = "dan niet (meer) geplaatst"
SKIPPED_HOUR = "die tijd slaat de klok over"


@dataclass(frozen=True, slots=True)
class Addition:
    """One shift that would be planned, or would not: then `why` tells."""

    name: str
    number: str
    day: date
    times: str
    pause: int
    why: str = ""


@dataclass(slots=True)
class Preview:
    """What would happen to a week. `days` is what `plan` takes."""

    days: Stretches = field(default_factory=dict)
    added: list[Addition] = field(default_factory=list)
    skipped: list[Addition] = field(default_factory=list)

    @property
    def stamp(self) -> str:
        """The same for the same additions: whoever saw others is refused."""
        return sha256(repr(sorted(self.days.items())).encode()).hexdigest()[:16]

    @property
    def people(self) -> int:
        return len({assignment for assignment, _ in self.days})

    @property
    def reasons(self) -> list[tuple[str, list[Addition]]]:
        """What is left out, by reason."""
        rows = sorted(self.skipped, key=lambda one: one.why)
        return [(why, list(ones)) for why, ones in groupby(rows, lambda one: one.why)]


def filled_week(client: Client, week: Week) -> Preview:
    """What the base schedule would still add (S6.7): at most nine statements."""
    free = unplanned_week(client, week)
    usual = usual_week(client, week)
    planned = set(client.shifts.in_week(week).values_list("assignment_id", flat=True))
    found = Preview(days=dict(free))
    people = _people({assignment for assignment, _ in usual})
    for (assignment, day), stretches in sorted(usual.items()):
        for stretch in stretches:
            one = _addition(people[assignment], day, stretch)
            if stretch in free.get((assignment, day), ()):
                found.added.append(one)
            else:
                why = PLANNED if assignment in planned else BUSY
                found.skipped.append(_left_out(one, why))
    return found


def copied_week(client: Client, source: Week, target: Week) -> Preview:
    """The shifts of one week on the same days of another: five statements.

    A day on which somebody already stands there is left as it is.
    """
    rows = list(
        client.shifts.in_week(source)
        .standing()
        .order_by("assignment__worker__sort_name", "start")
        .values_list("assignment_id", "start", "end", "break_minutes")
    )
    people = _people({row[0] for row in rows})
    workers = {one.worker_id for one in people.values()}
    away = absent_among(workers, set(target.days))
    taken = taken_of(workers, target)
    standing = client.shifts.in_week(target).standing()
    full = {
        (assignment, day_of(start))
        for assignment, start in standing.values_list("assignment_id", "start")
    }
    found = Preview(days=defaultdict(list))
    for pk, *times in rows:
        who, day = people[pk], target.days[day_of(times[0]).weekday()]
        stretch = _on(day, *times)
        shown = _addition(who, day, stretch or (times[0], times[1], times[2]))
        mine = taken[who.worker_id]
        why = PLANNED if (pk, day) in full else _hindrance(who, day, stretch, mine)
        if not why and (who.worker_id, day) in away:
            why = AWAY
        if why or stretch is None:
            found.skipped.append(_left_out(shown, why))
            continue
        mine.append(stretch[:2])
        found.days[pk, day].append(stretch)
        found.added.append(shown)
    return found


def _on(day: date, start: int, end: int, pause: int) -> tuple[int, int, int] | None:
    """The same clock times on another day."""
    since, until = clock_minutes(start), clock_minutes(end)
    return stretch_on(day, since, until if until > since else until + DAY, pause)


def _hindrance(
    who: Assignment,
    day: date,
    stretch: tuple[int, int, int] | None,
    taken: Iterable[tuple[int, int]],
) -> str:
    if day < who.starts_on or (who.ends_on is not None and day > who.ends_on):
        return NOT_PLACED
    if stretch is None:
        return SKIPPED_HOUR
    start, end, _ = stretch
    return BUSY if any(a < end and start < b for a, b in taken) else ""


def _people(assignments: Iterable[int]) -> Mapping[int, Assignment]:
    return Assignment.objects.select_related("worker").in_bulk(list(assignments))


def _addition(
    assignment: Assignment, day: date, stretch: tuple[int, int, int]
) -> Addition:
    start, end, pause = stretch
    worker = assignment.worker
    times = f"{clock(start)}–{clock(end)}"
    return Addition(worker.name, worker.payroll_number, day, times, pause)


def _left_out(one: Addition, why: str) -> Addition:
    return Addition(one.name, one.number, one.day, one.times, one.pause, why)
