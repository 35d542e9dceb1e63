"""Arrow tables in and out: a partition at a time, on whatever engine holds them."""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any

import numpy as np

from ontrafelaar.checking import proven_family
from ontrafelaar.clock import read_hours
from ontrafelaar.columnar.columns import UNKNOWN, Ints, Paid, Shifts
from ontrafelaar.columnar.run import unravel_columns
from ontrafelaar.engine import NOTHING, PLAIN
from ontrafelaar.pack import Pack, PackError
from ontrafelaar.shifts import Convention


def unravel_table(
    table: Any,  # noqa: ANN401  (pyarrow is not asked for)
    pack: Pack | str,
    *,
    convention: Convention = PLAIN,
) -> Any:  # noqa: ANN401
    """Pay lines of a pyarrow Table (or RecordBatch) with whole workers in it.

    Columns in: `worker` (any sort), `start` and `end` (timestamps in a zone, or minutes
    since 1970 UTC), `break` (minutes, may be null) and perhaps `contract` ("32:00").
    Out: the worker, and the columns of `Paid.to_arrow`, where `shift` is the row, or
    null for hours that fill up a week. `pack` by the name of one version travels light.
    """
    if isinstance(pack, str):
        pack = _named(pack)
    pa = import_module("pyarrow")
    if not hasattr(table, "to_batches"):
        table = pa.Table.from_batches([table])
    workers = table["worker"].combine_chunks().dictionary_encode()
    columns = Shifts(
        workers.indices.to_numpy(zero_copy_only=False).astype(np.int64),
        _minutes(table["start"]),
        _minutes(table["end"]),
        table["break"].fill_null(UNKNOWN).to_numpy().astype(np.int64),
    )
    told = []
    for contract, rows in _by_contract(table):
        some = Shifts(
            columns.worker[rows], columns.start[rows], columns.end[rows],
            columns.pause[rows],
        )  # fmt: skip
        facts = replace(NOTHING, contract=contract)
        paid = unravel_columns(some, pack, convention=convention, facts=facts)
        told.append(_paid(table, paid, rows))
    return pa.concat_tables(told)


def _named(name: str) -> Pack:
    first, *more = proven_family(name)
    if more:
        known = ", ".join(one.file.removesuffix(".toml") for one in (first, *more))
        raise PackError(f"{name} heeft meer versies; noem er een: {known}")
    return first


def partitions(table: Any, count: int) -> Iterator[Any]:  # noqa: ANN401
    """The same rows in at most so many tables, no worker in two of them."""
    pa = import_module("pyarrow")
    numbers = table["worker"].combine_chunks().dictionary_encode().indices
    part = numbers.to_numpy(zero_copy_only=False) % count
    for number in range(count):
        rows = np.flatnonzero(part == number)
        if len(rows):
            yield table.take(pa.array(rows))


def _paid(
    table: Any,  # noqa: ANN401
    paid: Paid,
    rows: Ints,
) -> Any:  # noqa: ANN401
    """With the worker of each line, and the number of its row in the whole table."""
    pa = import_module("pyarrow")
    is_loose = paid.shift < 0
    own = rows[np.where(is_loose, ~paid.shift, paid.shift)]
    found = replace(paid, shift=pa.array(own, mask=is_loose)).to_arrow()
    return found.add_column(0, "worker", table["worker"].take(pa.array(own)))


def _by_contract(table: Any) -> Iterator[tuple[int | None, Ints]]:  # noqa: ANN401
    """Facts hold for a whole call of the engine: one for each contract that occurs."""
    if "contract" not in table.column_names or not len(table):
        yield None, np.arange(len(table))
        return
    coded = table["contract"].combine_chunks().dictionary_encode(null_encoding="encode")
    numbers = coded.indices.to_numpy(zero_copy_only=False)
    for number, contract in enumerate(coded.dictionary.to_pylist()):
        known = None if contract is None else read_hours(str(contract))
        yield known, np.flatnonzero(numbers == number)


def _minutes(column: Any) -> Ints:  # noqa: ANN401
    pa = import_module("pyarrow")
    if pa.types.is_timestamp(column.type):
        if column.type.tz is None:
            raise ValueError("start en end vragen een tijdzone")
        column = column.cast(pa.timestamp("s", "UTC"), safe=False).cast(pa.int64())
        found: Ints = column.to_numpy() // 60
        return found
    minutes: Ints = column.to_numpy().astype(np.int64)
    return minutes
