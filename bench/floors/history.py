"""Years of history out of one week: every entry, shift and decision, weeks back."""

from django.db import connection, transaction

# A week's numbers move up by this much for every week back.
STEP = 1_000_000
SHIFTS = """
INSERT INTO planning_shift (id, start, "end", break_minutes, is_cancelled, agency_id,
  assignment_id, client_id, worker_id)
SELECT id + %s, start - %s, "end" - %s, break_minutes, is_cancelled, agency_id,
  assignment_id, client_id, worker_id
FROM planning_shift WHERE client_id = %s AND id < %s
"""
ENTRIES = """
INSERT INTO timesheets_timeentry (id, start, "end", break_minutes, version, is_touched,
  is_occupying, agency_id, assignment_id, client_id, shift_id, worker_id)
SELECT id + %s, start - %s, "end" - %s, break_minutes, 2, is_touched, is_occupying,
  agency_id, assignment_id, client_id, shift_id + %s, worker_id
FROM timesheets_timeentry WHERE client_id = %s AND id < %s
"""
DECISIONS = """
INSERT INTO timesheets_decision (entry_id, agency_id, verdict, reason, by_id, at)
SELECT e.id, e.agency_id, 'approved', '', d.by_id, d.at
FROM timesheets_timeentry e, (SELECT by_id, at FROM timesheets_decision LIMIT 1) d
WHERE e.client_id = %s AND e.id >= %s AND e.id < %s
"""
MINUTES = 7 * 24 * 60


@transaction.atomic
def repeat(client: int, first: int, last: int) -> int:
    """Copy this client's week to each of these weeks back; how many entries."""
    count = 0
    with connection.cursor() as cursor:
        for week in range(first, last):
            add, back = week * STEP, week * MINUTES
            cursor.execute(SHIFTS, [add, back, back, client, STEP])
            cursor.execute(ENTRIES, [add, back, back, add, client, STEP])
            count += cursor.rowcount
            cursor.execute(DECISIONS, [client, add, add + STEP])
    return count
