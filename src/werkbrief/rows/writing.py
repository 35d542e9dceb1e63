"""Many rows in one statement: what a deed on a thousand entries leaves behind."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import attrgetter
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model

from werkbrief.rows.whole import columns as all_columns

M = TypeVar("M", bound=Model)
PLENTY = 32_000


def insert(
    model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Write these rows, their values as the database itself takes them.

    bulk_create asks every field of every row about itself: 1,000 decisions and their
    journal took it 57 ms of a deed of 60, and take this 10.
    """
    _send(model, columns, rows, "")


def insert_all(
    model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> list[int]:
    """Write these rows and give the numbers that the database gave them, in order."""
    key = connection.ops.quote_name(_key(model))
    return [number for (number,) in _send(model, columns, rows, f" RETURNING {key}")]


def make(things: Sequence[M]) -> None:
    """Write these new things, of numbers and texts only, and number them.

    As bulk_create, which spends most of its time on what each field might be.
    """
    if not things:
        return
    model = type(things[0])
    names = [name for name in all_columns(model) if name != _key(model)]
    numbers = insert_all(model, names, map(attrgetter(*names), things))
    for thing, number in zip(things, numbers, strict=True):
        thing.pk = number
        thing._state.adding = False  # noqa: SLF001  (Django's documented door)


def replace(
    model: type[Model],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    changed: Sequence[str],
) -> None:
    """Write the changed columns of rows that are there; `columns` name all, id too.

    An upsert: an update of many rows, each with values of its own, asks for a CASE of
    all of them.
    """
    quote = connection.ops.quote_name
    news = ", ".join(f"{quote(name)} = excluded.{quote(name)}" for name in changed)
    key = quote(_key(model))
    _send(model, columns, rows, f" ON CONFLICT ({key}) DO UPDATE SET {news}")


def insert_one(model: type[Model], columns: Sequence[str], row: Sequence[Any]) -> int:
    """Write this row and give the number that the database gave it."""
    (number,) = insert_all(model, columns, [row])
    return number


def _send(
    model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]], tail: str
) -> list[tuple[int]]:
    """What the tail asks back, of all portions."""
    back: list[tuple[int]] = []
    head = _head(model, columns)
    with connection.cursor() as cursor:
        for some in _portions(rows, len(columns)):
            source, values = _source(model, columns, some)
            cursor.execute(f"{head} {source}{tail}", values)
            back += cursor.fetchall() if cursor.description else []
    return back


def _source(
    model: type[Model], columns: Sequence[str], some: list[Sequence[Any]]
) -> tuple[str, list[Any]]:
    """Where the rows come from, and its values.

    PostgreSQL gets a list a column: its driver looks for the place of each value, and
    eight thousand rows have places for an eighth of a second.
    """
    if connection.vendor != "postgresql" or len(some) == 1:
        places = ", ".join([f"({', '.join(['%s'] * len(columns))})"] * len(some))
        return f"VALUES {places}", list(chain.from_iterable(some))
    types = ", ".join(f"%s::{_type(model, name)}[]" for name in columns)
    lists = [*map(list, zip(*some, strict=True))]
    return f"SELECT * FROM unnest({types})", lists  # noqa: S608  (our own names)


def _type(model: type[Model], column: str) -> str:
    """Of any length: a cast would cut a text that is too long, where a row refuses."""
    fields = {field.column: field for field in model._meta.concrete_fields}  # noqa: SLF001
    return str(fields[column].db_type(connection)).partition("(")[0]


def _key(model: type[Model]) -> str:
    return str(model._meta.pk.column)  # noqa: SLF001


def _head(model: type[Model], columns: Sequence[str]) -> str:
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)  # noqa: SLF001  (Django's documented door)
    return f"INSERT INTO {table} ({', '.join(map(quote, columns))})"


def _portions(
    rows: Iterable[Sequence[Any]], width: int
) -> Iterator[list[Sequence[Any]]]:
    """As many rows as fit in one statement of this database."""
    limit = (connection.features.max_query_params or PLENTY) // width
    left = iter(rows)
    while some := list(islice(left, limit)):
        yield some
