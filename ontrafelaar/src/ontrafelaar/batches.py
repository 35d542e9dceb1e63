"""`ontrafelaar run` and `compare`: a whole file of shifts, of many workers."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from ontrafelaar.arriving import Worker, open_rows, read_workers
from ontrafelaar.checking import load_file, proven_family
from ontrafelaar.clock import hours
from ontrafelaar.comparing import Comparison, Difference
from ontrafelaar.delivering import Row, opened, refusals_of, rows_of
from ontrafelaar.library import family, load
from ontrafelaar.notation import read_convention
from ontrafelaar.numbers import euros, number
from ontrafelaar.pack import Pack, PackError
from ontrafelaar.shifts import Convention, Facts
from ontrafelaar.unraveling import refuse_early, unravel

Settings = tuple[Facts, Convention]
STEP = 100
COMPARED = (
    "sort", "name", "old_minutes", "new_minutes", "old_percent", "new_percent",
    "old_worth_minutes", "new_worth_minutes", "more_minutes", "more_percent",
    "unknown_minutes", "old_euros", "new_euros",
)  # fmt: skip


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Who worked before the first version is told apart; the others come out."""
    facts, convention = settings
    pack = _pack(arguments.pack)
    versions = (pack,) if isinstance(pack, Pack) else proven_family(pack)
    workers = _workers(arguments)
    refused: list[str] = []
    with opened(arguments.out, sys.stdout) as take:
        for worker in _shown(workers):
            try:
                refuse_early(worker.shifts, versions)
            except PackError as error:
                refused.append(f"{worker.name}: {error}")
                take(refusals_of(worker.name, worker.shifts, error.what))
                continue
            own = _known(facts, worker)
            outcome = unravel(worker.shifts, pack, convention=convention, facts=own)
            take(rows_of(worker.name, outcome, arguments.per))
    for sentence in refused:
        print(sentence, file=sys.stderr)  # noqa: T201
    return 1 if refused else 0


def compare(arguments: argparse.Namespace, settings: Settings) -> int:
    """Told as a table; with `--out` also as rows."""
    facts, _ = settings
    sides = [
        (_pack(name), read_convention(pairs([*arguments.convention, *own])))
        for name, own in (
            (arguments.old, arguments.old_convention),
            (arguments.new, arguments.new_convention),
        )
    ]
    found = Comparison()
    for worker in _shown(_workers(arguments)):
        own = _known(facts, worker)
        old, new = (
            unravel(worker.shifts, pack, convention=convention, facts=own)
            for pack, convention in sides
        )
        found.add(worker.name, old, new)
    for line in _table(found):
        print(line)  # noqa: T201
    if arguments.out:
        with opened(arguments.out, sys.stdout, COMPARED) as take:
            take(_rows(found))
    return 0


def pairs(texts: Sequence[str]) -> dict[str, object]:
    """From `pauze=midden`."""
    return {name: value for name, _, value in (text.partition("=") for text in texts)}


def chosen(name: str, on: date | None = None) -> Pack | str:
    """A file; the version that holds on a day; or a CAO, by the days worked."""
    if name.endswith(".toml"):
        return load_file(Path(name))
    if on:
        return load(name, on)
    family(name)
    return name


def _pack(name: str) -> Pack | str:
    """A version that is named is not mixed with the others of its CAO."""
    found = chosen(name)
    versions = proven_family(name) if isinstance(found, str) else ()
    return versions[0] if len(versions) == 1 else found


def _workers(arguments: argparse.Namespace) -> list[Worker]:
    path = arguments.source or arguments.file
    return read_workers(open_rows(path, sys.stdin), str(path or "invoer"))


def _known(facts: Facts, worker: Worker) -> Facts:
    if worker.contract is None:
        return facts
    return replace(facts, contract=worker.contract)


@contextmanager
def _line() -> Iterator[None]:
    try:
        yield
    finally:
        print(file=sys.stderr)  # noqa: T201


def _shown(workers: Sequence[Worker]) -> Iterator[Worker]:
    """Progress on a terminal, for who waits; nothing in a pipe."""
    if not sys.stderr.isatty() or len(workers) < STEP:
        yield from workers
        return
    with _line():
        for number_, worker in enumerate(workers, start=1):
            yield worker
            if number_ % STEP == 0 or number_ == len(workers):
                told = f"\r{number_} van {len(workers)} medewerkers"
                print(told, end="", file=sys.stderr, flush=True)  # noqa: T201


def _table(found: Comparison) -> Iterator[str]:
    yield f"{'':30} {'oud':>10} {'nieuw':>10} {'verschil':>10} {'%':>8}"
    yield _told("uren tegen 100%", found.total)
    if found.total.old.unknown or found.total.new.unknown:
        unknown = max(found.total.old.unknown, found.total.new.unknown)
        yield f"  ! {hours(unknown)} nog te bepalen, zolang tegen 100% gerekend"
    for heading, rows in (("regel", found.rules), ("medewerker", found.workers)):
        yield f"\nper {heading}"
        yield from (_told(str(row.name), row) for row in rows if not row.is_same)
        same = sum(row.is_same for row in rows)
        if same:
            yield f"  {same} zonder verschil"


def _told(name: str, row: Difference) -> str:
    old, new, more = (_minutes(n) for n in (row.old.worth, row.new.worth, row.more))
    percent = "" if row.percent is None else number(row.percent)
    told = f"{name[:30]:30} {old:>10} {new:>10} {more:>10} {percent:>8}"
    if row.old.euros != row.new.euros:
        told += f"  € {euros(row.old.euros)} → € {euros(row.new.euros)}"
    return told


def _minutes(exact: Fraction) -> str:
    """Half a minute up; the sign before it."""
    whole = round(exact)
    return f"-{hours(-whole)}" if whole < 0 else hours(whole)


def _rows(found: Comparison) -> Iterator[Row]:
    for sort, rows in (
        ("totaal", (found.total,)),
        ("regel", found.rules),
        ("medewerker", found.workers),
    ):
        for row in rows:
            yield {
                "sort": sort,
                "name": str(row.name),
                "old_minutes": row.old.minutes,
                "new_minutes": row.new.minutes,
                "old_percent": _percents(row.old.percents),
                "new_percent": _percents(row.new.percents),
                "old_worth_minutes": round(row.old.worth),
                "new_worth_minutes": round(row.new.worth),
                "more_minutes": round(row.more),
                "more_percent": "" if row.percent is None else number(row.percent),
                "unknown_minutes": max(row.old.unknown, row.new.unknown),
                "old_euros": euros(row.old.euros),
                "new_euros": euros(row.new.euros),
            }


def _percents(found: set[Fraction]) -> str:
    return " ".join(number(one) for one in sorted(found))
