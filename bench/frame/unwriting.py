"""Take approvals out of the journal between two turns: only a bench may do that."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from make.cluster import SUPERUSER

APPROVED = "verb = 'timesheets.approved'"


def unwrite_approvals() -> None:
    """The journal refuses this: here its guards stand aside for a moment."""
    with _unguarded() as cursor:
        cursor.execute(
            "DELETE FROM journal_change WHERE event_id IN "
            f"(SELECT id FROM journal_event WHERE {APPROVED})"
        )
        cursor.execute(f"DELETE FROM journal_event WHERE {APPROVED}")


@contextmanager
def _unguarded() -> Iterator[Any]:
    """On PostgreSQL this asks for the rights of a superuser, which the portal lacks."""
    if connection.vendor != "postgresql":
        with connection.cursor() as cursor:
            yield cursor
        return
    wanted = {**connection.get_connection_params(), "user": SUPERUSER}
    with connection.Database.connect(**wanted) as door, door.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        yield cursor
