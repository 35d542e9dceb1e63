"""Many rows in one statement: what a deed on a thousand entries leaves behind."""

from collections.abc import Iterable, Sequence
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
    quote = connection.ops.quote_name
    names = ", ".join(map(quote, columns))
    table = quote(model._meta.db_table)  # noqa: SLF001  (Django's documented door)
    one = f"({', '.join(['%s'] * len(columns))})"
    limit = (connection.features.max_query_params or PLENTY) // len(columns)
    left = iter(rows)
    with connection.cursor() as cursor:
        while some := list(islice(left, limit)):
            places = ", ".join([one] * len(some))
            cursor.execute(
                f"INSERT INTO {table} ({names}) VALUES {places}",  # noqa: S608
                list(chain.from_iterable(some)),
            )
