"""Pay lines go to a payroll package as it reads them."""

import csv
import io
from datetime import date, time

import openpyxl
import pytest

from tests.cast import MONDAY, crowd, placed
from tests.exchange.handing import agreed, approve, approved
from werkbrief.exchange.models import Layout
from werkbrief.exchange.payroll import (
    COLUMNS,
    USUAL,
    paid_lines,
    payroll_csv,
    payroll_workbook,
)

LAST = date(2026, 11, 22)


@pytest.fixture
def evening(cast):
    """Worked until half past eleven, the evening at 150 %."""
    agreed(cast.anker)
    worker = placed(cast.anker, "=HYPERLINK(0)", number="00123", department="Kas 1")
    return approved(cast, worker, date(2026, 11, 17), "15:00", "23:30", 30)


def layout(cast, *columns, **fields):
    return Layout(agency=cast.agency, name="x", columns=columns or USUAL, **fields)


def read(text, separator=";"):
    return list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=separator))


def test_a_line_says_who_when_how_long_and_at_what(cast, evening):
    columns = ("worker_number", "day", "start", "end", "hours", "percent", "kind")
    text = "".join(
        payroll_csv(paid_lines(cast.agency, MONDAY, LAST), layout(cast, *columns))
    )
    assert read(text) == [
        ["Loonnummer", "Datum", "Van", "Tot", "Uren", "Percentage", "Soort"],
        ["00123", "17-11-2026", "15:00", "20:00", "04:30", "100", "normaal"],
        ["00123", "17-11-2026", "20:00", "23:30", "03:30", "150", "onregelmatig"],
    ]


def test_the_order_the_separator_and_the_comma_are_the_layouts(cast, evening):
    wanted = layout(cast, "decimal_hours", "code", separator=",")
    text = "".join(payroll_csv(paid_lines(cast.agency, MONDAY, LAST), wanted))
    assert read(text, ",")[1] == ["4,50", "HT100"]
    wanted.has_decimal_comma = False
    text = "".join(payroll_csv(paid_lines(cast.agency, MONDAY, LAST), wanted))
    assert read(text, ",")[1] == ["4.50", "HT100"]


def test_no_name_is_a_formula(cast, evening):
    lines = paid_lines(cast.agency, MONDAY, LAST)
    text = "".join(payroll_csv(lines, layout(cast, "worker")))
    assert read(text)[1] == ["'=HYPERLINK(0)"]


def test_a_workbook_keeps_numbers_as_numbers(cast, evening):
    file = io.BytesIO()
    lines = paid_lines(cast.agency, MONDAY, LAST)
    assert payroll_workbook(lines, layout(cast, *COLUMNS), file) == 2
    sheet = openpyxl.load_workbook(file).active
    titles = [cell.value for cell in sheet[1]]
    found = dict(zip(titles, (cell.value for cell in sheet[3]), strict=True))
    assert found["Van"] == time(20)
    assert found["Percentage"] == 1.5
    assert found["Uren (decimaal)"] == 3.5
    assert found["Naam"] == "=HYPERLINK(0)"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.dimensions.split(':')[1]}"


def test_hours_that_cannot_be_paid_yet_are_there_and_say_why(cast):
    approved(cast, placed(cast.anker), MONDAY)
    lines = paid_lines(cast.agency, MONDAY, LAST)
    text = "".join(payroll_csv(lines, layout(cast, "hours", "percent", "rules")))
    assert read(text)[1][:2] == ["08:00", "nog te bepalen"]
    assert "nog geen cao" in read(text)[1][2]


def test_a_period_takes_the_days_and_not_the_weeks(cast):
    agreed(cast.anker)
    for made in crowd(cast.anker, 2):
        approve(cast, made)
    found = list(paid_lines(cast.agency, date(2026, 11, 17), date(2026, 11, 18)))
    assert {line.day for line in found} == {date(2026, 11, 17), date(2026, 11, 18)}


def test_another_agency_has_none_of_it(cast, evening):
    assert not list(paid_lines(cast.other_agency, MONDAY, LAST))
