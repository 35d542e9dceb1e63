"""The page "Loonregels": what each worker is paid for, when, and why."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Protocol

from django.utils.translation import gettext_noop as _

from werkbrief.exchange.later import Workbook
from werkbrief.exchange.workbooks.entries import entries
from werkbrief.exchange.workbooks.pages import (
    DATE,
    DURATION,
    PERCENT,
    TIME,
    Column,
    Formats,
    Page,
    as_duration,
    as_time,
)
from werkbrief.pay.reads import HourTypes
from werkbrief.timesheets.reads import State, WeekSheet
from werkbrief.words.clock import day_of
from werkbrief.words.tongues import say

COLUMNS = (
    Column(_("Loonnummer"), 12),
    Column(_("Naam"), 26),
    Column(_("Datum"), 11, DATE),
    Column(_("Van"), 8, TIME),
    Column(_("Tot"), 8, TIME),
    Column(_("Uren"), 8, DURATION),
    Column(_("Percentage"), 11, PERCENT),
    Column(_("Uursoort"), 24),
    Column(_("Toeslag"), 36),
    Column(_("Artikel"), 24),
    Column(_("Stand"), 11),
)
UNKNOWN = _("nog te bepalen")


class Paid(Protocol):
    """A paid line as `pay.reads` gives it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def minutes(self) -> int: ...
    @property
    def percent(self) -> Fraction | None: ...
    @property
    def label(self) -> str: ...
    @property
    def names(self) -> Sequence[str]: ...
    @property
    def articles(self) -> str: ...
    @property
    def is_addon(self) -> bool: ...
    @property
    def by_hand(self) -> object | None: ...
    @property
    def computed_percentage(self) -> str: ...


PayLines = Mapping[int, Sequence[Paid]]


def pay_page(
    book: Workbook,
    formats: Formats,
    sheet: WeekSheet,
    pay_lines: PayLines,
    hour_types: HourTypes,
) -> None:
    """Lines of approved hours are final; those of all others may still change."""
    page = Page(book, say("Loonregels"), COLUMNS, formats)
    final, provisional = say("definitief"), say("voorlopig")
    unknown = say(UNKNOWN)
    for row, cell in entries(sheet):
        stand = final if cell.state == State.APPROVED else provisional
        for line in pay_lines.get(cell.id, ()):
            page.add(
                [
                    row.number,
                    row.name,
                    day_of(cell.start),
                    as_time(line.start),
                    as_time(line.end),
                    as_duration(line.minutes),
                    unknown if line.percent is None else float(line.percent / 100),
                    hour_types.of(line.names, line.percent).name,
                    _reason(line),
                    line.articles,
                    stand,
                ]
            )
    page.filter()


def _reason(line: Paid) -> str:
    """Beside a rate that was set by hand, what was computed."""
    more = [say("erbovenop")] if line.is_addon else []
    if line.by_hand:
        rate = line.computed_percentage
        more.append(say("met de hand, berekend %(rate)s", rate=rate))
    return f"{line.label} ({', '.join(more)})" if more else line.label
