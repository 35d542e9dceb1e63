"""The check as a workbook: one line per worker and day, differences as formulas."""

import io

from django.utils.translation import gettext_noop as _

from werkbrief.exchange.later import Workbook
from werkbrief.exchange.workbooks.pages import (
    DATE,
    DURATION,
    HOURS,
    Column,
    Formats,
    Formula,
    Page,
    as_duration,
)
from werkbrief.timesheets.reads import CheckGroup, CheckRow, CheckSheet
from werkbrief.words.tongues import say

COLUMNS = (
    Column(_("Afdeling"), 16),
    Column(_("Ploeg"), 12),
    Column(_("Functie"), 18),
    Column(_("Loonnummer"), 12),
    Column(_("Naam"), 26),
    Column(_("Datum"), 11, DATE),
    Column(_("Gepland"), 10, DURATION),
    Column(_("Goedgekeurd"), 12, DURATION),
    Column(_("Verschil (uren)"), 14, HOURS),
    Column(_("Nog open"), 9),
)
# A formula's minutes are shown as a part of a day; these cells are whole hours.
DAY_HOURS = 24


def check_workbook(check: CheckSheet) -> bytes:
    """Everything judged, planned beside approved; what is open has no difference."""
    file = io.BytesIO()
    with Workbook(file, {"constant_memory": True}) as book:
        formats = Formats(book)
        page = Page(book, say("Controle"), COLUMNS, formats)
        for group in check.groups:
            for row in group.rows:
                _add(page, check, group, row)
        page.filter()
        height = page.height
        sums = [
            Formula(f"=SUBTOTAL(109,{letter}2:{letter}{height})", minutes)
            for letter, minutes in (
                ("G", check.total.planned),
                ("H", check.total.approved),
                ("I", check.total.difference * DAY_HOURS),
            )
        ]
        page.add(
            [*[""] * 4, say("Totaal"), None, *sums, check.total.open or None],
            is_bold=True,
        )
    return file.getvalue()


def _add(page: Page, check: CheckSheet, group: CheckGroup, row: CheckRow) -> None:
    place = (group.department, group.crew, group.job_function)
    for day, checked in zip(check.week.days, row.days, strict=True):
        balance = checked.balance
        if checked.is_empty or checked.is_absent:
            continue
        line = page.height + 1
        has_verdict = bool(checked.entry_id)
        page.add(
            [
                *place,
                row.number,
                row.name,
                day,
                as_duration(balance.planned),
                as_duration(balance.approved) if has_verdict else None,
                _difference(line, balance.difference) if has_verdict else None,
                balance.open or None,
            ]
        )


def _difference(line: int, minutes: int) -> Formula:
    """In hours with a sign: Excel can't show a negative time."""
    return Formula(f"=(H{line}-G{line})*24", minutes * DAY_HOURS)
