"""The week that is on screen goes out as a workbook."""

import io
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction

import openpyxl
import pytest
import xlsxwriter
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.exchange.conftest import NOW
from tests.exchange.files import csv, many, shift
from werkbrief.accounts.models import User
from werkbrief.exchange.workbooks import week_workbook
from werkbrief.exchange.workbooks.pages import PERCENT, Column, Formats, Page
from werkbrief.planning.models import Absence
from werkbrief.staffing.models import Membership, Right, Worker
from werkbrief.timesheets.models import Comment, Decision, TimeEntry
from werkbrief.timesheets.reads import Filters, week_sheet
from werkbrief.words.clock import clock
from werkbrief.words.weeks import Week

WEEK = Week(2026, 47)
BRAM = ("Anker", "Inpak", "Aanvoer", "7", "Bakker, Bram")


@dataclass
class Paid:
    start: int
    end: int
    minutes: int
    percent: Fraction | None
    label: str = "avondtoeslag"
    articles: str = "art. 24"
    is_addon: bool = False
    names: tuple[str, ...] = ("avond",)
    by_hand: object | None = None
    computed_percentage: str = "135%"


@pytest.fixture
def coco(anker):
    coco = User.objects.create(username="coco", name="Coco Client")
    return Membership.objects.create(
        user=coco, client=anker, rights=[Right.SEE_TIMESHEETS]
    )


@pytest.fixture
def week(take, agency, coco):
    """Anna: approved by day, open by night, rejected; Bram: absent."""
    take(
        csv(
            shift("16-11-2026"),
            shift("17-11-2026", "22:00", "6:15", 45),
            shift("18-11-2026"),
            shift("16-11-2026", who=BRAM),
        )
    )
    annas = TimeEntry.objects.filter(worker__payroll_number="00234")
    anna, night, rejected = annas.order_by("start")
    judge = {"agency": agency, "by": coco.user, "at": NOW}
    Decision.objects.create(entry=anna, verdict="approved", **judge)
    Decision.objects.create(
        entry=rejected, verdict="rejected", reason="no_show", **judge
    )
    said = {"agency": agency, "by": coco.user, "at": NOW}
    Comment.objects.create(entry=night, text="=HYPERLINK(1) vroeg weg", **said)
    bram = Worker.objects.get(payroll_number="7")
    Absence.objects.create(agency=agency, worker=bram, starts_on=WEEK.monday)
    return week_sheet(coco, WEEK)


def opened(content, *, values=True):
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


def rows(content, name="Werkbriefjes"):
    return [list(row) for row in opened(content)[name].iter_rows(values_only=True)]


def test_every_entry_of_the_screen_stands_in_the_workbook(week):
    """S5.4.2."""
    header, *body = rows(week_workbook(week, {}))
    found = [dict(zip(header, row, strict=True)) for row in body]
    anna = found[1]
    assert anna["Naam"] == "Kowalski, Anna"
    assert anna["Loonnummer"] == "00234"
    assert (anna["Dag"], anna["Datum"]) == ("ma", datetime(2026, 11, 16))  # noqa: DTZ001
    assert (anna["Start"], anna["Eind"]) == (time(7), time(15, 30))
    assert (anna["Pauze"], anna["Totaal"]) == (
        timedelta(minutes=30),
        timedelta(hours=8),
    )
    assert (anna["Gepland start"], anna["Gepland eind"]) == (time(7), time(15, 30))
    assert [row["Status"] for row in found[:4]] == [
        "afwezig",
        "goedgekeurd",
        "open",
        "afgekeurd",
    ]
    night, rejected = found[2], found[3]
    assert (night["Start"], night["Eind"]) == (time(22), time(6, 15))
    assert night["Totaal"] == timedelta(hours=7, minutes=30)
    assert night["Opmerkingen"] == "Coco Client: =HYPERLINK(1) vroeg weg"
    assert rejected["Reden"] == "niet gekomen"
    assert rejected["Totaal"] in (timedelta(0), time(0))
    assert found[0]["Start"] is None


def test_totals_are_formulas_with_their_outcome(week):
    """S5.4.2."""
    content = week_workbook(week, {})
    sheet = opened(content, values=False)["Werkbriefjes"]
    assert sheet["K6"].value == "=SUBTOTAL(109,$K$2:$K$5)"
    assert sheet["K7"].value.startswith("=SUMIFS($K$2:$K$5,$O$2:$O$5")
    values = opened(content)["Werkbriefjes"]
    assert values["K6"].value == timedelta(hours=15, minutes=30)
    assert values["K7"].value == timedelta(hours=8)
    totals = opened(content)["Totalen"]
    assert totals["A3"].value == "Inpakker"
    assert totals["B3"].value == timedelta(hours=8)
    assert opened(content, values=False)["Totalen"]["I3"].value == "=SUM(B3:H3)"


def test_what_looks_like_a_formula_stays_text(week):
    sheet = opened(week_workbook(week, {}), values=False)["Werkbriefjes"]
    cells = [cell for row in sheet.iter_rows(max_row=5) for cell in row]
    assert any(str(cell.value).startswith("Coco Client: =") for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_the_pages_are_ready_to_filter_and_to_print(week):
    """S5.4.2."""
    book = opened(week_workbook(week, {}), values=False)
    assert book.sheetnames == ["Werkbriefjes", "Totalen", "Loonregels"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.fitToHeight == 0
    assert book["Werkbriefjes"].auto_filter.ref == "A1:Q5"


def test_filters_narrow_the_workbook_as_they_narrow_the_screen(week, coco):
    """S5.4.2."""
    sheet = week_sheet(coco, WEEK, Filters(query="kowal", hide_planned=True))
    body = rows(week_workbook(sheet, {}))[1:]
    assert [row[14] for row in body if row[14]] == ["goedgekeurd"]


def test_pay_lines_stand_with_their_article_and_whether_they_are_final(week):
    # S8.1
    approved, night, *_ = [c for c in week.cells if c.state in ("approved", "open")]
    lines = {
        approved.id: [Paid(approved.start, approved.end, 480, Fraction(100), "uren")],
        night.id: [
            Paid(night.start, night.start + 120, 120, Fraction(12844, 100), by_hand=1),
            Paid(night.start, night.end, 450, Fraction(19), is_addon=True),
            Paid(night.start + 120, night.end, 330, None),
        ],
    }
    header, *body = rows(week_workbook(week, lines), "Loonregels")
    found = [dict(zip(header, row, strict=True)) for row in body]
    assert [row["Stand"] for row in found] == ["definitief", *["voorlopig"] * 3]
    assert [row["Percentage"] for row in found] == [1, 1.2844, 0.19, "nog te bepalen"]
    assert found[1]["Van"] == time(22)
    assert found[1]["Uren"] in (timedelta(hours=2), time(2))
    assert found[1]["Artikel"] == "art. 24"
    assert found[1]["Toeslag"] == "avondtoeslag (met de hand, berekend 135%)"
    assert found[2]["Toeslag"] == "avondtoeslag (erbovenop)"
    assert found[2]["Uursoort"] == "onregelmatig"


def test_an_empty_week_is_a_workbook_with_headers(coco):
    content = week_workbook(week_sheet(coco, WEEK), {})
    assert rows(content)[0][0] == "Afdeling"
    assert rows(content, "Loonregels")[0][0] == "Loonnummer"


def test_the_week_of_any_number_of_workers_asks_the_same_number_of_times(take, coco):
    asked = []
    for workers in (5, 30):
        take(csv(*many(workers)))
        sheet = week_sheet(coco, WEEK)
        with CaptureQueriesContext(connection) as queries:
            content = week_workbook(sheet, {})
        asked.append(len(queries))
        assert len(rows(content)) == 1 + workers * 5 + 2
    assert asked[0] == asked[1]


def test_the_clock_on_the_wall_is_what_excel_shows(take, coco):
    take(csv(shift(date(2026, 10, 24).strftime("%d-%m-%Y"), "22:00", "6:00", "")))
    (cell,) = week_sheet(coco, Week(2026, 43)).cells
    _, row, *_ = rows(week_workbook(week_sheet(coco, Week(2026, 43)), {}))
    assert row[7:9] == [time(22), time(6)]
    assert row[10] == timedelta(hours=9), "the night in which the clock went back"
    assert clock(cell.end) == "06:00"


def test_a_percentage_is_printed_as_people_write_it():
    """Excel prints 150 % as "150,%" under a format with optional decimals."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = Page(book, "P", [Column("Percentage", 9, PERCENT)], Formats(book))
        page.add([1.5])
        page.add([1.2844])
    sheet = openpyxl.load_workbook(file).active
    assert [sheet["A2"].number_format, sheet["A3"].number_format] == ["0%", "0.00%"]


def test_a_week_too_big_for_memory_reads_as_a_small_one(week, monkeypatch):
    small = week_workbook(week, {})
    monkeypatch.setattr("werkbrief.exchange.workbooks.week.SMALL", -1)
    assert list(rows(week_workbook(week, {}))) == list(rows(small))
