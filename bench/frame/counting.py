"""Counting the statements that some work sends to the database."""

from collections.abc import Callable

from django.db import connection


def statements(work: Callable[[], object]) -> list[str]:
    """Every statement of this work, in order; begin and commit are not among them."""
    sent: list[str] = []

    def note(execute, sql, params, many, context):
        if not sql.startswith("BEGIN"):
            sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        work()
    return sent
