"""The page "Totalen": approved hours per function and day, counted by Excel itself."""

from django.utils.translation import gettext_noop as _

from werkbrief.exchange.later import Workbook, xl_range
from werkbrief.exchange.workbooks.entries import (
    DAY_PLACE,
    FUNCTION,
    NAME,
    STATES,
    STATUS,
    TOTAL,
    column,
)
from werkbrief.exchange.workbooks.pages import (
    DURATION,
    Column,
    Formats,
    Formula,
    Page,
    Value,
)
from werkbrief.timesheets.reads import State, WeekSheet
from werkbrief.words.tongues import say
from werkbrief.words.weeks import brief_day


def totals_page(
    book: Workbook, formats: Formats, sheet: WeekSheet, height: int
) -> None:
    """Write it; `height` is that of the page with the entries."""
    days = [Column(brief_day(day), 9, DURATION) for day in sheet.week.days]
    columns = [
        Column(_("Goedgekeurd per functie"), 28),
        *days,
        Column(_("Week"), 10, DURATION),
    ]
    page = Page(book, say("Totalen"), columns, formats)
    for total in sheet.totals:
        values: list[Value] = [total.job_function]
        for place, minutes in enumerate(total.days):
            serial = f"DATE({sheet.week.days[place]:%Y,%m,%d})"
            values.append(Formula(_approved(page.height, serial, height), minutes))
        line = xl_range(page.height, 1, page.height, 7)
        values.append(Formula(f"=SUM({line})", total.minutes))
        page.add(values)
    _sums(page, sheet)


def _sums(page: Page, sheet: WeekSheet) -> None:
    if not sheet.totals:
        return
    sums = [sum(total.days[place] for total in sheet.totals) for place in range(7)]
    values: list[Value] = [say("Totaal")]
    for place, minutes in enumerate([*sums, sum(sums)], 1):
        rows = xl_range(1, place, page.height - 1, place)
        values.append(Formula(f"=SUM({rows})", minutes))
    page.add(values, is_bold=True)


def _approved(row: int, day: str, height: int) -> str:
    """Of the function that stands in front of this row, on this day."""

    def there(place: int) -> str:
        return f"'{say(NAME)}'!{column(place, height)}"

    approved = say(STATES[State.APPROVED])
    return (
        f"=SUMIFS({there(TOTAL)},{there(FUNCTION)},$A{row + 1},"
        f'{there(DAY_PLACE)},{day},{there(STATUS)},"{approved}")'
    )
