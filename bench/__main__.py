"""Run the benchmarks, each in a process and with a database of its own."""

import sys
from pathlib import Path

from bench.frame.machine import describe
from bench.frame.running import run
from bench.frame.telling import Line, verdicts

# In the order of the goals. A benchmark that is not listed runs after these.
BOTH_DATABASES = [
    "week",
    "throughput",
    "statements",
    "saving",
    "news",
    "approving",
    "history",
    "board",
    "workbook",
    "year",
    "taking",
    "tuesday",
    "faults",
    "sizing",
]
# A load, a set of accidents, and a table: `make load`, `make faults`, `make sizing`.
APART = {"tuesday", "faults", "sizing"}
ORDER = [*BOTH_DATABASES, "ontrafelaar", "browser", "showing", "hands", "memory"]


def main(wanted: list[str]) -> int:
    """Run those asked for, or all; 1 when a goal was missed or a benchmark broke."""
    here = {file.stem for file in Path(__file__).parent.glob("[a-z]*.py")}
    if strange := sorted(set(wanted) - here):
        print(f"Die meting is er niet: {', '.join(strange)}.")
        print(f"Wel: {', '.join(_in_order(here))}.")
        return 2
    print(describe())
    told: list[Line] = []
    broken = [
        name
        for name in _in_order(set(wanted) or here - APART)
        if not run(name, told, on_both=name in BOTH_DATABASES)
    ]
    print(verdicts(told))
    if broken:
        print(f"Afgebroken: {', '.join(broken)}.")
    return 1 if broken or not all(line.is_met for line in told) else 0


def _in_order(names: set[str]) -> list[str]:
    return sorted(names, key=lambda name: (_place(name), name))


def _place(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
