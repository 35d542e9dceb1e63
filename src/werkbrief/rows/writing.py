"""Many rows in one statement: what a deed on a thousand entries leaves behind."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from django.db import connection
from django.db.models import Model

PLENTY = 32_000


def insert(
    model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Write these rows, their values as the database itself takes them.

    bulk_create asks every field of every row about itself: 1,000 decisions and their
    journal took it 57 ms of a deed of 60, and take this 10.
    """
    _send(model, columns, rows, "")


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
    key = connection.ops.quote_name(_key(model))
    with connection.cursor() as cursor:
        head, places = _head(model, columns)
        cursor.execute(f"{head} {places} RETURNING {key}", list(row))
        (number,) = cursor.fetchone()
    return int(number)


def _send(
    model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]], tail: str
) -> None:
    head, places = _head(model, columns)
    with connection.cursor() as cursor:
        for some in _portions(rows, len(columns)):
            all_places = ", ".join([places] * len(some))
            cursor.execute(
                f"{head} {all_places}{tail}", list(chain.from_iterable(some))
            )


def _key(model: type[Model]) -> str:
    return str(model._meta.pk.column)  # noqa: SLF001


def _head(model: type[Model], columns: Sequence[str]) -> tuple[str, str]:
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)  # noqa: SLF001  (Django's documented door)
    names = ", ".join(map(quote, columns))
    places = ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {table} ({names}) VALUES", f"({places})"


def _portions(
    rows: Iterable[Sequence[Any]], width: int
) -> Iterator[list[Sequence[Any]]]:
    """As many rows as fit in one statement of this database."""
    limit = (connection.features.max_query_params or PLENTY) // width
    left = iter(rows)
    while some := list(islice(left, limit)):
        yield some
