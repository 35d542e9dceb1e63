"""The week that is on screen, with its filters, as a workbook."""

import io

from werkbrief.exchange.later import Workbook
from werkbrief.exchange.reads import notes_of
from werkbrief.exchange.workbooks.entries import entries_page
from werkbrief.exchange.workbooks.pages import Formats
from werkbrief.exchange.workbooks.pay import PayLines, pay_page
from werkbrief.exchange.workbooks.totals import totals_page
from werkbrief.pay.reads import HourTypes
from werkbrief.timesheets.reads import WeekSheet

SMALL = 1_000
PLAIN = HourTypes()


def week_workbook(
    sheet: WeekSheet, pay_lines: PayLines, hour_types: HourTypes = PLAIN
) -> bytes:
    """Entries, totals and pay lines; `pay_lines` is entry id -> its lines.

    `hour_types`: what the agency calls paid hours.

    Two statements, for reasons and remarks; the rest stands on the sheet.
    """
    file = io.BytesIO()
    # By way of files a big week takes no memory; a small one a sixth more time.
    is_small = sum(sheet.tally.values()) <= SMALL
    with Workbook(file, {"in_memory": is_small, "constant_memory": True}) as book:
        formats = Formats(book)
        height = entries_page(book, formats, sheet, notes_of(sheet))
        totals_page(book, formats, sheet, height)
        pay_page(book, formats, sheet, pay_lines, hour_types)
    return file.getvalue()
