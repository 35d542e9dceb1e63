"""Saying what was measured: the ratio, the figures behind it, and the limit."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.frame.measuring import Cost


@dataclass(frozen=True, slots=True)
class Line:
    """One goal, held against what was measured."""

    name: str
    database: str
    goal: str
    value: float
    limit: float
    unit: str
    at_least: bool
    behind: str

    @property
    def is_met(self) -> bool:
        if self.at_least:
            return self.value >= self.limit
        return self.value <= self.limit

    def __str__(self) -> str:
        sign = "≥" if self.at_least else "≤"
        mark = "✓" if self.is_met else "✗"
        value, limit = (_short(number) for number in (self.value, self.limit))
        limits = f"{value}{self.unit} (doel {sign} {limit}{self.unit})"
        return f"{mark} {self.goal}: {limits} · {self.behind}"


def ratio(goal: str, ours: Cost, floor: Cost, *, limit: float) -> None:
    """Tell how many times the floor we cost.

    The CPU decides: on a shared machine the wall tells as much about the neighbours as
    about us. Where another process does part of the work (PostgreSQL, a disk that must
    answer) only the wall knows of it, and the wall decides.
    """
    by_cpu, by_wall = ours.cpu / floor.cpu, ours.wall / floor.wall
    behind = f"{ours} tegen {floor}; cpu {by_cpu:.2f}×, wand {by_wall:.2f}×"
    value = by_cpu if ours.is_all_here else by_wall
    figure(goal, value, limit=limit, unit="×", behind=behind)


def figure(  # noqa: PLR0913
    goal: str,
    value: float,
    *,
    limit: float,
    unit: str = "",
    at_least: bool = False,
    behind: str = "",
) -> None:
    """Tell one measured figure and the limit that it is held against."""
    fields = {
        "goal": goal,
        "value": value,
        "limit": limit,
        "unit": unit,
        "at_least": at_least,
        "behind": behind,
    }
    print(f"  {Line('', '', **fields)}", flush=True)
    if book := os.environ.get("WERKBRIEF_BENCH_TOLD"):
        with Path(book).open("a") as file:
            file.write(json.dumps(fields) + "\n")


def say(sentence: str) -> None:
    """Tell something that no goal hangs on."""
    print(f"  {sentence}", flush=True)


def verdicts(lines: Sequence[Line]) -> str:
    """The whole run in a few lines: how many goals are met, which are not."""
    missed = [line for line in lines if not line.is_met]
    head = f"\n{len(lines) - len(missed)} van {len(lines)} doelen gehaald."
    return "\n".join(
        [head, *(f"  {line.name}, {line.database}: {line}" for line in missed)]
    )


def _short(number: float) -> str:
    text = (
        f"{number:,.0f}" if number >= 100 or number == int(number) else f"{number:.2f}"
    )
    return text.replace(",", " ")
