"""The floor of opening a week: one statement, f-strings, gzip 1; no rights, no menu."""

import gzip
from collections import defaultdict
from html import escape
from itertools import groupby

from django.db.backends.utils import CursorWrapper

from werkbrief.words.clock import clock, duration, midnight
from werkbrief.words.weeks import Week

SQL = """
SELECT d.name, c.name, f.name, w.sort_name, a.id, w.name, w.payroll_number,
       e.id, e.start, e."end", e.break_minutes, e.version, e.is_touched, o.verdict
FROM timesheets_timeentry e
JOIN staffing_assignment a ON a.id = e.assignment_id
JOIN staffing_worker w ON w.id = a.worker_id
JOIN staffing_jobfunction f ON f.id = a.job_function_id
LEFT JOIN staffing_department d ON d.id = a.department_id
LEFT JOIN staffing_crew c ON c.id = a.crew_id
LEFT JOIN timesheets_decision o ON o.entry_id = e.id
WHERE e.client_id = %s AND e.start >= %s AND e.start < %s
ORDER BY d.name, c.name, f.name, w.sort_name, a.id, e.start
"""
MARKS = {"approved": "<i>✓ goed</i>", "rejected": "<i>✕ niet</i>", None: ""}


def page(cursor: CursorWrapper, client: int, week: Week) -> bytes:
    """The same table as the portal draws, with its totals, and nothing around it."""
    bounds = [midnight(day) for day in week.days]
    cursor.execute(SQL, [client, bounds[0], midnight(week.next.monday)])
    body: list[str] = []
    totals: dict[str, list[int]] = defaultdict(lambda: [0] * 7)
    for place, members in groupby(cursor.fetchall(), key=lambda row: row[:3]):
        title = f"<b>{place[0]} · {place[1]}</b> {place[2]}"
        body.append(f'<tr class="group"><th colspan="9">{title}</th></tr>')
        days = totals[place[2]]
        for _, entries in groupby(members, key=lambda row: row[4]):
            body.append(_row(list(entries), bounds, days))
    foot = [_total(name, days) for name, days in totals.items()]
    html = (
        f"<table><tbody>{''.join(body)}</tbody><tfoot>{''.join(foot)}</tfoot></table>"
    )
    return gzip.compress(html.encode(), 1)


def _row(entries: list[tuple], bounds: list[int], totals: list[int]) -> str:
    cells = ['<td role="gridcell" tabindex="-1"></td>'] * 7
    worked = 0
    _, _, _, _, assignment, name, number, *_ = entries[0]
    for *_, pk, start, end, pause, version, _touched, verdict in entries:
        day = sum(start >= bound for bound in bounds) - 1
        minutes = end - start - pause
        worked += minutes
        if verdict == "approved":
            totals[day] += minutes
        cells[day] = (
            f'<td role="gridcell" tabindex="-1" id="e{pk}" data-v="{version}" '
            f'data-s="{verdict or "open"}" aria-selected="false">'
            f"{clock(start)}–{clock(end)} <small>{pause}</small>{MARKS[verdict]}"
            f"<b>{duration(minutes)}</b></td>"
        )
    return (
        f'<tr role="row" id="r{assignment}"><th role="rowheader" scope="row" '
        f'tabindex="-1"><span>{escape(name)}</span> <small>{number}</small></th>'
        f'{"".join(cells)}<td role="gridcell"><b>{duration(worked)}</b></td></tr>'
    )


def _total(name: str, days: list[int]) -> str:
    cells = "".join(f"<td>{duration(minutes)}</td>" for minutes in days)
    return f"<tr><th>{escape(name)}</th>{cells}<td>{duration(sum(days))}</td></tr>"
