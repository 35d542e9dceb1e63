"""The least that a board can cost: one count over the entries, per client."""

from django.db import connection

from werkbrief.words.clock import midnight
from werkbrief.words.weeks import Week

COUNT = """
    select e.client_id, count(*), count(d.entry_id), sum(case when e.is_touched then 1
        else 0 end), sum(case when d.verdict = 'approved' then 1 else 0 end), max(d.at)
    from timesheets_timeentry e left join timesheets_decision d on d.entry_id = e.id
    where e.agency_id = %s and e.start >= %s and e.start < %s
    group by e.client_id
"""


def count(agency: int, week: Week) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        bounds = (midnight(week.monday), midnight(week.next.monday))
        cursor.execute(COUNT, (agency, *bounds))
        return cursor.fetchall()
