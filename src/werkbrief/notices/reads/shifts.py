"""The coming shifts of workers, small enough to remember."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from werkbrief.planning.models import Shift
from werkbrief.words.clock import clock, day_of


class Told(NamedTuple):
    """One shift as a worker is told of it; instants in whole minutes."""

    start: int
    end: int
    client: str

    @property
    def day(self) -> date:
        return day_of(self.start)

    @property
    def times(self) -> str:
        return f"{clock(self.start)}–{clock(self.end)}"


def coming_shifts(
    workers: Iterable[int], since: int, until: int
) -> dict[int, list[Told]]:
    """Worker id -> what is not over yet and starts before `until`: one statement."""
    shifts = Shift.objects.standing().filter(
        worker__in=list(workers), end__gt=since, start__lt=until
    )
    found: dict[int, list[Told]] = defaultdict(list)
    rows = shifts.order_by("start", "pk")
    wanted = rows.values_list("worker_id", "start", "end", "client__name")
    for worker, start, end, client in wanted:
        found[worker].append(Told(start, end, client))
    return found
