"""The floor of the workbook: one statement, the best plain writer, one page."""

import io

from django.db.backends.utils import CursorWrapper
from xlsxwriter import Workbook

from werkbrief.words.clock import midnight
from werkbrief.words.weeks import Week

SQL = """
SELECT d.name, c.name, f.name, w.payroll_number, w.name, e.start / 1440,
       e.start %% 1440,
       e."end" %% 1440, e.break_minutes, e."end" - e.start - e.break_minutes,
       s.start %% 1440, s."end" %% 1440, s.break_minutes, o.verdict
FROM timesheets_timeentry e
JOIN staffing_assignment a ON a.id = e.assignment_id
JOIN staffing_worker w ON w.id = a.worker_id
JOIN staffing_jobfunction f ON f.id = a.job_function_id
LEFT JOIN staffing_department d ON d.id = a.department_id
LEFT JOIN staffing_crew c ON c.id = a.crew_id
LEFT JOIN timesheets_decision o ON o.entry_id = e.id
LEFT JOIN planning_shift s ON s.id = e.shift_id
WHERE e.client_id = %s AND e.start >= %s AND e.start < %s
ORDER BY d.name, c.name, f.name, w.sort_name, e.start
"""
DAY = 24 * 60


def write(cursor: CursorWrapper, client: int, week: Week) -> bytes:
    """The entries as bare rows: no totals, no pay lines, no formulas."""
    cursor.execute(SQL, [client, midnight(week.monday), midnight(week.next.monday)])
    file = io.BytesIO()
    with Workbook(file, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        hours = book.add_format({"num_format": "[h]:mm"})
        for number, row in enumerate(cursor.fetchall()):
            for place, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, place, value)
                elif value is not None:
                    sheet.write_number(number, place, value / DAY, hours)
    return file.getvalue()
