"""How the sheet and an entry are put on screen."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_noop as _
from minijinja import safe

from werkbrief.journal.reads import Happening
from werkbrief.planning.reads import Filters as PlaceFilters
from werkbrief.staffing.models import Client
from werkbrief.staffing.reads import deadline, time_left
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.reads import Cell, Row, State, WeekSheet
from werkbrief.ui.sheets import print_sheet
from werkbrief.words.clock import clock, duration, instant, local
from werkbrief.words.tongues import Tongue, say, tongue
from werkbrief.words.weeks import Week, brief_date

VERBS = {
    "timesheets.prepared": _("%(at)s klaargezet door %(who)s"),
    "timesheets.changed": _("%(at)s gewijzigd door %(who)s"),
    "timesheets.approved": _("%(at)s goedgekeurd door %(who)s"),
    "timesheets.rejected": _("%(at)s afgekeurd door %(who)s"),
    "timesheets.undone": _("%(at)s ongedaan gemaakt door %(who)s"),
    "timesheets.commented": _("%(at)s van een opmerking voorzien door %(who)s"),
    "timesheets.corrected": _("%(at)s gecorrigeerd door %(who)s"),
    "pay.set_by_hand": _("%(at)s loonregel met de hand gezet door %(who)s"),
    "pay.let_go": _("%(at)s loonregel terug naar de berekening door %(who)s"),
    "timesheets.manual_converted": _(
        "%(at)s omgezet uit een handmatig werkbriefje door %(who)s"
    ),
}
NO_CELL = '<td role="gridcell" tabindex="-1"></td>'
ONE_CELL = (
    '<td role="gridcell" tabindex="-1" id="e{}" data-v="{}" data-s="{}" '
    'aria-selected="false">{}</td>'
)
CELL_OF_MANY = (
    '<div role="button" tabindex="-1" id="e{}" data-v="{}" data-s="{}" '
    'aria-pressed="false">{}</div>'
)


def print_rows(sheet: WeekSheet) -> SafeString:
    groups = [
        {
            "title": place_title(group.department, group.crew, group.job_function),
            "function": group.job_function if group.department or group.crew else "",
            "rows": [_row(row) for row in group.rows],
        }
        for group in sheet.groups
    ]
    return _safe(print_sheet("portal/timesheets/_rows.html", groups=groups))


def print_totals(sheet: WeekSheet) -> SafeString:
    days = [sum(column) for column in zip(*(t.days for t in sheet.totals), strict=True)]
    return _safe(
        print_sheet(
            "portal/timesheets/_totals.html",
            totals=sheet.totals,
            grand=days or [0] * 7,
            grand_total=sum(days),
        )
    )


def print_some(rows: Iterable[Row]) -> SafeString:
    """Each row in a template of its own: a bare row outside a table gets lost."""
    return _safe(print_sheet("portal/timesheets/_some.html", rows=map(_row, rows)))


def _row(row: Row) -> dict[str, object]:
    """A row for its template; the cells come drawn, most of the page's work."""
    return {
        "id": row.id,
        "name": row.name,
        "number": row.number,
        "days": safe("".join(map(_day, row.days))),
        "minutes": row.minutes,
    }


def _day(cells: Sequence[Cell]) -> str:
    """One day of one worker: empty, one entry, or two with a role each."""
    if not cells:
        return NO_CELL
    if len(cells) == 1:
        return ONE_CELL.format(*_drawn(cells[0]))
    both = "".join(CELL_OF_MANY.format(*_drawn(cell)) for cell in cells)
    return f'<td role="gridcell" class="double">{both}</td>'


def _drawn(cell: Cell) -> tuple[int, int, State, str]:
    times = f"{clock(cell.start)}–{clock(cell.end)}"
    total = duration(cell.end - cell.start - cell.pause)
    face = _face(cell.state, times, cell.pause, total, cell.comments, tongue())
    return cell.id, cell.version, cell.state, face


@lru_cache(maxsize=16_384)
def _face(
    state: State, times: str, pause: int, total: str, comments: int, _in: Tongue
) -> str:
    """What is drawn in a cell: a week of thousands has few that differ."""
    return print_sheet(
        "portal/timesheets/_cell.html",
        state=str(state),
        times=times,
        pause=pause,
        total=total,
        comments=comments,
    )


def filter_choices(
    places: Collection[tuple[str, str, str]], filters: PlaceFilters
) -> list[dict[str, object]]:
    """The drop-downs: only levels that this client uses."""
    chosen = (filters.department, filters.crew, filters.job_function)
    labels = (
        ("afdeling", say("Afdeling")),
        ("ploeg", say("Ploeg")),
        ("functie", say("Functie")),
    )
    columns = zip(*places, strict=True) if places else ((), (), ())
    return [
        {
            "name": name,
            "label": label,
            "chosen": have,
            "options": sorted({place for place in column if place}),
        }
        for (name, label), have, column in zip(labels, chosen, columns, strict=True)
    ]


def time_to_go(client: Client, week: Week, now: datetime) -> dict[str, object]:
    """Until when, and whether that has passed; for the progress beside the week."""
    until = deadline(client, week)
    return {"time_left": time_left(until, now), "is_late": until <= now}


def told(happening: Happening) -> str:
    """One line of an entry's history, in a sentence."""
    at = local(instant(happening.at))
    after = happening.after or {}
    done = say(
        VERBS.get(happening.verb, happening.verb),
        at=f"{brief_date(at)} {at:%H:%M}",
        who=happening.by or say("het portaal"),
    )
    if "start" in after and "start" in (happening.before or {"start": 0}):
        times = f"{clock(after['start'])}–{clock(after['end'])}"
        pause = say("pauze %(minutes)s", minutes=after["break_minutes"])
        return f"{done}: {times}, {pause}"
    if line := after.get("pay_line"):
        return f"{done}: {line}, {after['computed']} → {after['set_to']}"
    return done


def entry_fields(entry: TimeEntry) -> dict[str, str]:
    """The four fields as they are typed, and the plan beside them."""
    shift = entry.shift
    planned = shift if shift and not shift.is_cancelled else None
    return {
        "start": clock(entry.start),
        "end": clock(entry.end),
        "break": str(entry.break_minutes),
        "total": duration(entry.worked_minutes),
        "planned_start": clock(planned.start) if planned else "",
        "planned_end": clock(planned.end) if planned else "",
        "planned_break": str(planned.break_minutes) if planned else "",
        "planned_total": duration(planned.worked_minutes) if planned else "",
        "difference": _difference(entry.worked_minutes - planned.worked_minutes)
        if planned
        else "",
    }


def _difference(minutes: int) -> str:
    return f"{'+' if minutes > 0 else ''}{duration(minutes)}" if minutes else ""


def place_title(department: str, crew: str, job_function: str) -> str:
    """Write "Inpak · dagploeg"; the function where a client uses neither."""
    return " · ".join(part for part in (department, crew) if part) or job_function


def _safe(html: str) -> SafeString:
    """The sheet's templates escape every value themselves."""
    return mark_safe(html)  # noqa: S308
