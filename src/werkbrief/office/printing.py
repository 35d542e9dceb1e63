"""How the board is put on screen: five hundred rows in a few milliseconds."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.safestring import SafeString, mark_safe

from werkbrief.timesheets.reads.board import BoardLine
from werkbrief.ui.sheets import print_sheet
from werkbrief.words.clock import instant, local
from werkbrief.words.weeks import WEEKDAYS, Week


def print_board(lines: Iterable[BoardLine], week: Week, now: datetime) -> SafeString:
    rows = [_row(line, now) for line in lines]
    html = print_sheet("office/board/_rows.html", rows=rows, week=str(week))
    # The template escapes every value itself.
    return mark_safe(html)  # noqa: S308


def _row(line: BoardLine, now: datetime) -> dict[str, object]:
    return {
        "name": line.client.name,
        "number": line.client.number,
        "slug": line.client.slug,
        "open": line.open,
        "changed": line.changed,
        "approved": line.approved,
        "rejected": line.rejected,
        "pending": line.pending,
        "done": line.done,
        "total": line.total,
        "waiting": line.waiting,
        "is_late": line.is_late,
        "is_done": line.is_done,
        "stand": _stand(line),
        "last": moment(line.last, now) if line.last else "",
    }


def _stand(line: BoardLine) -> str:
    """How it stands, in words: colour is never the only sign."""
    if not line.total and not line.pending:
        return "niets gepland"
    if line.is_late:
        return "te laat"
    if line.waiting:
        return f"tot {WEEKDAYS[line.deadline.weekday()]} {line.deadline:%H:%M}"
    return "wacht op het bureau" if line.pending else "klaar"


def moment(at: datetime, now: datetime) -> str:
    """Say "14:05" of today, else "ma 16-11 14:05"."""
    there = local(instant(at))
    if there.date() == now.date():
        return f"{there:%H:%M}"
    return f"{WEEKDAYS[there.weekday()]} {there.day}-{there.month} {there:%H:%M}"
