"""A workbook as an agency would send it: a client's week, moved to a later one."""

import io
from collections.abc import Iterator

from werkbrief.exchange.later import Workbook
from werkbrief.exchange.workbooks.pages import (
    DATE,
    TIME,
    Column,
    Formats,
    Page,
    Value,
    as_time,
)
from werkbrief.planning.models import Shift
from werkbrief.staffing.models import Agency
from werkbrief.words.clock import day_of
from werkbrief.words.weeks import Week

COLUMNS = (
    Column("Opdrachtgever", 26),
    Column("Afdeling", 18),
    Column("Ploeg", 14),
    Column("Functie", 20),
    Column("Loonnummer", 12),
    Column("Naam", 26),
    Column("Datum", 12, DATE),
    Column("Starttijd", 10, TIME),
    Column("Eindtijd", 10, TIME),
    Column("Pauze", 8),
    Column("Aantal gevraagd", 16),
)
# Enough to see how it goes, and to change by hand.
LINES = 60
EMPTY = "Naam van de opdrachtgever"


def example_workbook(agency: Agency, week: Week, later: Week) -> bytes:
    """Shifts of the client with the smallest number, as lines of the later week.

    One statement. Without any shifts there are only the columns, with one line that
    shows what to write.
    """
    file = io.BytesIO()
    options = {"in_memory": True, "constant_memory": False}
    with Workbook(file, options) as book:
        page = Page(book, "Planning", COLUMNS, Formats(book))
        for line in list(_lines(agency, week, later)) or [_empty(later)]:
            page.add(line)
        page.filter()
    return file.getvalue()


def _lines(agency: Agency, week: Week, later: Week) -> Iterator[list[Value]]:
    shifts = (
        Shift.objects.filter(agency=agency, client__archived_on=None)
        .in_week(week)
        .standing()
        .select_related(
            "client",
            "worker",
            "assignment__department",
            "assignment__crew",
            "assignment__job_function",
        )
        .order_by("client__number", "client", "worker__sort_name", "start")
    )
    moved = later.monday - week.monday
    for shift in shifts[:LINES]:
        place = shift.assignment
        yield [
            shift.client.number or shift.client.name,
            str(place.department or ""),
            str(place.crew or ""),
            str(place.job_function),
            shift.worker.payroll_number,
            shift.worker.name,
            day_of(shift.start) + moved,
            as_time(shift.start),
            as_time(shift.end),
            shift.break_minutes,
            None,
        ]


def _empty(week: Week) -> list[Value]:
    names: list[Value] = [
        EMPTY,
        "Afdeling",
        "",
        "Functie",
        "10001",
        "Achternaam, Voornaam",
    ]
    return [*names, week.monday, 7 / 24, 15.5 / 24, 30, 1]
