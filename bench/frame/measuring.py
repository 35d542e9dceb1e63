"""The stopwatch: several ways to do one thing, in turn, in one run."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

# Half of a side's rounds may be disturbed before its median moves.
ROUNDS = 15


@dataclass(frozen=True, slots=True)
class Cost:
    """Medians in milliseconds; `is_all_here`: no other process did part of it."""

    cpu: float
    wall: float
    is_all_here: bool = True

    def __str__(self) -> str:
        return f"{self.cpu:.1f} ms cpu ({self.wall:.1f} ms)"


def interleaved(
    sides: Mapping[str, Callable[[], object]],
    *,
    rounds: int = ROUNDS,
    before: Callable[[], object] = lambda: None,
    is_all_here: bool = True,
) -> dict[str, Cost]:
    """Run every side once a round, after `before`; the first round only warms up.

    The sides share each moment of the machine, so a busy second hits them alike.
    """
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in sides}
    for number in range(rounds + 1):
        for name, side in sides.items():
            before()
            gc.collect()
            spent = timed(side)
            if number:
                taken[name].append(spent)
    return {
        name: Cost(
            *(_median(column) for column in zip(*each, strict=True)), is_all_here
        )
        for name, each in taken.items()
    }


def timed(side: Callable[[], object]) -> tuple[float, float]:
    """(CPU, wall) of one run, in milliseconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    side()
    return (time.process_time() - cpu) * 1e3, (time.perf_counter() - wall) * 1e3


def _median(values: tuple[float, ...]) -> float:
    return statistics.median(values)
