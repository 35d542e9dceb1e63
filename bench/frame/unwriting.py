"""Take approvals out of the journal between two turns: only a bench may do that."""

from django.db import connection

APPROVED = "verb = 'timesheets.approved'"


def unwrite_approvals() -> None:
    """The journal refuses this; here the guards are put aside for as long as it takes.

    On PostgreSQL that asks for the rights of a superuser, which a bench's own has.
    """
    is_guarded = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if is_guarded:
            cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            "DELETE FROM journal_change WHERE event_id IN "
            f"(SELECT id FROM journal_event WHERE {APPROVED})"
        )
        cursor.execute(f"DELETE FROM journal_event WHERE {APPROVED}")
        if is_guarded:
            cursor.execute("SET session_replication_role = DEFAULT")
