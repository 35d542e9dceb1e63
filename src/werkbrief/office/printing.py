"""How board and week are put on screen: hundreds of rows in a few milliseconds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from werkbrief.notices.models import ReminderMoment
from werkbrief.notices.reads import next_moment
from werkbrief.staffing.reads import Coach
from werkbrief.timesheets.reads import Cell, State, WeekSheet
from werkbrief.timesheets.reads.board import BoardLine
from werkbrief.ui.sheets import print_sheet
from werkbrief.words.clock import clock, duration, instant, local
from werkbrief.words.tongues import Tongue, tongue
from werkbrief.words.weeks import Week, brief_day, weekday

WORDS = {
    State.CHANGED: "● gewijzigd",
    State.APPROVED: "✓ goed",
    State.REJECTED: "✗ niet",
    State.ABSENT: "afwezig",
}


@dataclass(frozen=True, slots=True)
class Aside:
    """What the board tells beside the hours: who looks after it, when it is asked."""

    coaches: Mapping[int, Sequence[Coach]]
    moments: Mapping[int | None, Sequence[ReminderMoment]]

    def coming(self, week: Week, now: datetime) -> dict[int | None, str]:
        """When each is asked by itself; most clients share the agency's moments."""
        found = {
            pk: next_moment(moments, week, now) for pk, moments in self.moments.items()
        }
        return {
            pk: f"vanzelf {moment(at, now)}" if at else "" for pk, at in found.items()
        }

    def coaches_of(self, pk: int) -> str:
        return ", ".join(coach.told for coach in self.coaches.get(pk, ()))


def print_board(
    lines: Iterable[BoardLine], week: Week, now: datetime, aside: Aside
) -> SafeString:
    coming = aside.coming(week, now)
    usual = coming.get(None, "")
    rows = [
        _row(line, now)
        | {
            "coaches": aside.coaches_of(line.client.pk),
            "coming": coming.get(line.client.pk, usual) if line.waiting else "",
        }
        for line in lines
    ]
    html = print_sheet(
        "office/board/_rows.html", rows=rows, base=reverse("office_week", args=[week])
    )
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
        return f"tot {weekday(line.deadline)} {line.deadline:%H:%M}"
    return "wacht op het bureau" if line.pending else "klaar"


def moment(at: datetime, now: datetime) -> str:
    """Say "14:05" of today, else "ma 16-11 14:05"."""
    return _moment(instant(at), now.date(), tongue())


@lru_cache(maxsize=8192)
def _moment(minute: int, today: date, _spoken: Tongue) -> str:
    there = local(minute)
    if there.date() == today:
        return f"{there:%H:%M}"
    return f"{brief_day(there)} {there:%H:%M}"


def print_week(sheet: WeekSheet, slug: str) -> SafeString:
    """The sheet's rows, each cell a link to its entry."""
    groups = [
        {
            "title": " · ".join(
                part
                for part in (group.department, group.crew, group.job_function)
                if part
            ),
            "rows": [
                {
                    "name": row.name,
                    "number": row.number,
                    "total": duration(row.minutes),
                    "days": [[_cell(cell) for cell in day] for day in row.days],
                }
                for row in group.rows
            ],
        }
        for group in sheet.groups
    ]
    base = reverse("office_week_client", args=[sheet.week, slug])
    heads = [brief_day(day) for day in sheet.week.days]
    html = print_sheet("office/weeks/_rows.html", groups=groups, base=base, heads=heads)
    return mark_safe(html)  # noqa: S308


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "id": cell.id,
        "state": str(cell.state),
        "word": WORDS.get(cell.state, ""),
        "times": f"{clock(cell.start)}–{clock(cell.end)}",
        "pause": cell.pause,
        "total": duration(cell.end - cell.start - cell.pause),
        "comments": cell.comments,
    }
