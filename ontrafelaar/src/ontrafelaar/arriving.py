"""Shifts of many workers in a file: CSV, JSON lines, or Parquet where pyarrow is."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any, TextIO

from ontrafelaar.clock import DAY, HOUR, at, read_hours
from ontrafelaar.normalising import untimed
from ontrafelaar.pack import PackError
from ontrafelaar.shifts import Shift

COLUMNS = {
    "worker": ("medewerker", "werknemer", "personeelsnummer"),
    "shift": ("dienst", "id", "key"),
    "date": ("datum", "dag"),
    "start": ("begin", "van", "starttijd"),
    "end": ("einde", "eind", "tot", "eindtijd"),
    "break": ("pauze", "pause"),
    "hours": ("uren", "net", "netto"),
    "tags": ("woorden",),
    "contract": ("contracturen",),
}
_NAMES = {one: name for name, more in COLUMNS.items() for one in (name, *more)}
Row = Mapping[str, Any]


@dataclass(slots=True)
class Worker:
    """One worker's shifts, and the contract in minutes a week when it is told."""

    name: str
    shifts: list[Shift] = field(default_factory=list)
    contract: int | None = None


def read_workers(rows: Iterable[tuple[int, Row]], file: str) -> list[Worker]:
    """From numbered rows; in the order in which workers first occur.

    Raises PackError with the file, the row and what to write instead.
    """
    found: dict[str, Worker] = {}
    for number, raw in rows:
        row = {
            _NAMES.get(str(name).strip().lower(), ""): value
            for name, value in raw.items()
            if value is not None and str(value).strip()
        }
        if not row:
            continue
        try:
            name = str(row.get("worker", "")).strip()
            worker = found.setdefault(name, Worker(name))
            worker.shifts.append(_shift(row, number))
            if "contract" in row:
                worker.contract = read_hours(str(row["contract"]))
        except (ValueError, KeyError, TypeError, OverflowError) as error:
            raise PackError(
                f"deze dienst wordt niet gelezen ({_said(error)}); geef worker, start "
                "en end (2026-02-02 07:00), of date met start en end als kloktijd, en "
                "break in minuten",
                file=file,
                line=number,
            ) from None
    return list(found.values())


def open_rows(path: Path | None, standard: TextIO) -> Iterator[tuple[int, Row]]:
    """Numbered as they stand in the file; None reads CSV from standard input."""
    if path is None:
        yield from _csv(standard)
    elif path.suffix == ".parquet":
        yield from _parquet(path)
    else:
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                yield from _json(file) if path.suffix == ".jsonl" else _csv(file)
        except (OSError, UnicodeError, csv.Error, json.JSONDecodeError) as error:
            raise PackError(
                f"niet te lezen ({error}); geef CSV, JSONL of Parquet in UTF-8",
                file=str(path),
            ) from None


def _csv(file: TextIO) -> Iterator[tuple[int, Row]]:
    """With comma, semicolon or tab, whichever the heading has most of."""
    heading = file.readline()
    comma = max(",;\t", key=heading.count)
    names = next(csv.reader([heading], delimiter=comma), [])
    return zip(count(2), csv.DictReader(file, names, delimiter=comma), strict=False)


def _json(file: TextIO) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(file, start=1):
        if line.strip():
            row = json.loads(line)
            if not isinstance(row, dict):
                raise json.JSONDecodeError("geen object", line, 0)
            yield number, row


def _parquet(path: Path) -> Iterator[tuple[int, Row]]:
    try:
        parquet = import_module("pyarrow.parquet")
    except ImportError:
        raise PackError(
            "Parquet vraagt pyarrow; installeer dat, of geef CSV", file=str(path)
        ) from None
    try:
        source = parquet.ParquetFile(path)
        numbers = count(1)
        for batch in source.iter_batches():
            yield from zip(numbers, batch.to_pylist(), strict=False)
    except (OSError, ValueError) as error:
        raise PackError(f"niet te lezen ({error})", file=str(path)) from None


def _shift(row: Row, number: int) -> Shift:
    key = row.get("shift", number)
    tags = frozenset(part.strip() for part in str(row.get("tags", "")).split(","))
    net = _minutes(row["hours"], HOUR) if "hours" in row else None
    if net is not None and "start" not in row:
        return untimed(key, _day(row["date"]), net)
    start, end = (_instant(row[name], row.get("date")) for name in ("start", "end"))
    if "date" in row and end <= start:
        end = _instant(row["end"], row["date"], days=1)
    if end <= start:
        raise ValueError(f"einde {row['end']} ligt niet na begin {row['start']}")
    pause = _minutes(row["break"], 1) if "break" in row else None
    return Shift(key, start, end, pause, tags=tags - {""}, net=net)


def _instant(value: object, day: object, days: int = 0) -> int:
    """A clock time on a day, or a moment; without a zone it is Amsterdam's clock."""
    if day is not None and not isinstance(value, datetime):
        wall = value.strftime("%H:%M") if isinstance(value, time) else str(value)
        return at(_day(day), _clock(wall[:5]) + days * DAY)
    there = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    if there.tzinfo:
        return int(there.astimezone(UTC).timestamp()) // 60
    return at(there.date(), there.hour * HOUR + there.minute)


def _clock(text: str) -> int:
    wall = read_hours(text)
    if wall > DAY:
        raise ValueError(text)
    return wall


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _minutes(value: object, each: int) -> int:
    """Read "0:30", or a number of minutes (`each` 1) or hours."""
    text = str(value).strip()
    if ":" in text:
        return read_hours(text)
    minutes = float(text.replace(",", ".")) * each
    if minutes < 0 or minutes != int(minutes):
        raise ValueError(text)
    return int(minutes)


def _said(error: Exception) -> str:
    missing = isinstance(error, KeyError)
    return f"{error.args[0]} ontbreekt" if missing else str(error)
