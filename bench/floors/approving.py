"""The floor of approving: four statements over the whole set, one transaction."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction

UPDATE = "UPDATE timesheets_timeentry SET version = version + 1 WHERE id IN ({ids})"
DECIDE = """
INSERT INTO timesheets_decision (entry_id, agency_id, verdict, reason, by_id, at)
SELECT id, agency_id, 'approved', '', %s, %s FROM timesheets_timeentry
WHERE id IN ({ids})
"""
EVENT = """
INSERT INTO journal_event (agency_id, verb, by_id, at, reason)
SELECT agency_id, 'timesheets.approved', %s, %s, '' FROM timesheets_timeentry
WHERE id = %s RETURNING id
"""
CHANGES = """
INSERT INTO journal_change (event_id, kind, subject_id, before, after)
SELECT %s, 'timesheets.timeentry', id,
       {object}('start', start, 'end', "end", 'break_minutes', break_minutes,
                'version', version - 1, 'is_touched', is_touched),
       {object}('start', start, 'end', "end", 'break_minutes', break_minutes,
                'version', version, 'is_touched', is_touched,
                'verdict', 'approved', 'reason', '')
FROM timesheets_timeentry WHERE id IN ({ids})
"""
OBJECT = {"sqlite": "json_object", "postgresql": "json_build_object"}


@transaction.atomic
def approve_all(ids: Sequence[int], by: int, at: datetime) -> None:
    """State, version and journal of all; nobody asks whether it may."""
    words = {"ids": ",".join(map(str, ids)), "object": OBJECT[connection.vendor]}
    with connection.cursor() as cursor:
        cursor.execute(UPDATE.format(**words))
        cursor.execute(DECIDE.format(**words), [by, at])
        cursor.execute(EVENT, [by, at, ids[0]])
        (event,) = cursor.fetchone()
        cursor.execute(CHANGES.format(**words), [event])
