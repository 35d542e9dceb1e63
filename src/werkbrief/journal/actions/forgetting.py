"""The one door in a journal that is written once: a name may become the mark."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

MARK = "‹gewist›"


def wipe_reasons(lines: Iterable[tuple[int, str]]) -> None:
    """Of events: the reason without the name."""
    with _door() as cursor:
        for pk, reason in lines:
            cursor.execute(
                "UPDATE journal_event SET reason = %s WHERE id = %s", [reason, pk]
            )


def wipe_changes(lines: Iterable[tuple[int, dict[str, Any]]]) -> None:
    """Of changes: before and after without the name.

    PostgreSQL looks at each itself, and refuses any other difference (migration 0005).
    """
    with _door() as cursor:
        for pk, values in lines:
            for column, value in values.items():
                name = connection.ops.quote_name(column)
                cursor.execute(
                    f"UPDATE journal_change SET {name} = %s WHERE id = %s",  # noqa: S608
                    [None if value is None else json.dumps(value), pk],
                )


@contextmanager
def _door() -> Iterator[Any]:
    with transaction.atomic(), connection.cursor() as cursor:
        _turn(cursor, "on")
        yield cursor
        _turn(cursor, "off")


def _turn(cursor: Any, to: str) -> None:  # noqa: ANN401
    if connection.vendor == "postgresql":
        cursor.execute("SELECT set_config('werkbrief.forgetting', %s, true)", [to])
