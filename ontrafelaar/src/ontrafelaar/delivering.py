"""Pay lines of many workers as rows, and rows as a file."""

import csv
import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO

from ontrafelaar.clock import as_date, day_number, week_number
from ontrafelaar.lines import lines_of
from ontrafelaar.numbers import euros, number
from ontrafelaar.outcome import Outcome
from ontrafelaar.pack import PackError
from ontrafelaar.shifts import Shift
from ontrafelaar.values import Amount, Line

COLUMNS = (
    "worker", "shift", "date", "kind", "minutes", "percent", "rules", "articles",
    "code", "status", "euros",
)  # fmt: skip
PER = ("dienst", "week", "medewerker")
BATCH = 1 << 14
Row = dict[str, str | int]


def rows_of(worker: str, outcome: Outcome, per: str) -> Iterator[Row]:
    """Lines of each shift, week or of all that was given; the date is its first.

    What is agreed about rounding lines holds for the lines that are shown.
    """
    for (shift, day), keys in _groups(outcome, per).items():
        head: Row = {"worker": worker, "shift": shift, "date": str(as_date(day))}
        told = lines_of(
            [part for part in outcome.parts if part[0] in keys],
            [one for one in outcome.topups if one.key in keys],
            [one for one in outcome.extra if one.key in keys],
            outcome.convention,
        )
        yield from (head | _line(line) for line in told)
        amounts = (one for one in outcome.amounts if one.key in keys)
        yield from (head | _amount(one) for one in amounts)
    loose = [one for one in outcome.topups if one.key is None]
    for one in loose if per != "medewerker" else ():
        line = Line(one.percent, one.rules, one.articles, one.minutes)
        there = str(as_date(day_number(one.start)))
        head = {"worker": worker, "shift": "", "date": there}
        yield head | _line(line)


def refusals_of(worker: str, shifts: Iterable[Shift], why: str) -> Iterator[Row]:
    """A row per shift that could not be computed, without minutes."""
    for shift in shifts:
        day = str(as_date(day_number(shift.start)))
        head: Row = {"worker": worker, "shift": str(shift.key), "date": day}
        yield head | {"kind": "niet gerekend", "status": why}


def _groups(outcome: Outcome, per: str) -> dict[tuple[str, int], set[Hashable]]:
    """Name and first day -> keys of the shifts, in time order."""
    found: dict[Hashable, tuple[tuple[str, int], set[Hashable]]] = {}
    for shift in outcome.shifts:
        day = day_number(shift.start)
        name = str(shift.key) if per == "dienst" else ""
        group = {"dienst": (shift.key, day), "week": week_number(day)}.get(per)
        found.setdefault(group, ((name, day), set()))[1].add(shift.key)
    if per == "medewerker" and found:
        found[None][1].add(None)
    return dict(found.values())


def _line(line: Line) -> Row:
    return {
        "kind": "toeslag" if line.is_addon else "uren",
        "minutes": line.minutes,
        "percent": number(line.percent),
        "rules": "+".join(line.rules),
        "articles": ", ".join(line.articles),
        "code": line.code,
        "status": line.status,
    }


def _amount(one: Amount) -> Row:
    return {
        "kind": "bedrag",
        "percent": f"{number(one.total)} van maandloon" if one.of_month else "",
        "rules": one.rule,
        "articles": one.article,
        "euros": "" if one.of_month else euros(one.total),
    }


@contextmanager
def opened(
    path: Path | None, standard: TextIO, columns: Sequence[str] = COLUMNS
) -> Iterator[Callable[[Iterable[Row]], None]]:
    """Take rows as they come; by the name: .csv, .jsonl or .parquet; else CSV."""
    if path is None:
        yield _csv(standard, columns)
        return
    try:
        if path.suffix == ".parquet":
            with _parquet(path, columns) as take:
                yield take
            return
        with path.open("w", encoding="utf-8", newline="") as file:
            yield _json(file) if path.suffix == ".jsonl" else _csv(file, columns)
    except OSError as error:
        raise PackError(f"niet te schrijven ({error.strerror})", file=str(path)) from (
            None
        )


def _csv(file: TextIO, columns: Sequence[str]) -> Callable[[Iterable[Row]], None]:
    writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
    writer.writeheader()
    return writer.writerows


def _json(file: TextIO) -> Callable[[Iterable[Row]], None]:
    def take(rows: Iterable[Row]) -> None:
        file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)

    return take


@contextmanager
def _parquet(
    path: Path, columns: Sequence[str]
) -> Iterator[Callable[[Iterable[Row]], None]]:
    try:
        pa, parquet = (import_module(n) for n in ("pyarrow", "pyarrow.parquet"))
    except ImportError:
        raise PackError(
            "Parquet vraagt pyarrow; installeer dat, of schrijf CSV", file=str(path)
        ) from None
    fields = [
        (n, pa.int64() if n.endswith("minutes") else pa.string()) for n in columns
    ]
    schema = pa.schema(fields)
    held: list[dict[str, Any]] = []

    def write() -> None:
        writer.write_table(pa.Table.from_pylist(held, schema))
        held.clear()

    def take(rows: Iterable[Row]) -> None:
        held.extend(rows)
        if len(held) >= BATCH:
            write()

    with parquet.ParquetWriter(path, schema) as writer:
        yield take
        write()
