"""A comparison of two ways of paying as a workbook: per rule and per worker."""

import io
from collections.abc import Iterable

from werkbrief.exchange.later import Workbook
from werkbrief.exchange.workbooks.pages import (
    DURATION,
    HOURS,
    PERCENT,
    Column,
    Formats,
    Formula,
    Page,
    as_duration,
)
from werkbrief.pay.reads import Compared, ComparedPay

MEASURES = (
    Column("Uren nu", 10, DURATION),
    Column("Uren straks", 12, DURATION),
    Column("Tegen 100% nu", 15, DURATION),
    Column("Tegen 100% straks", 17, DURATION),
    Column("Verschil (uren)", 15, HOURS),
    Column("Verschil", 11, PERCENT),
)
PER_RULE = (
    Column("Regel", 34),
    Column("Percentage nu", 20),
    Column("Percentage straks", 20),
    *MEASURES,
)
PER_WORKER = (Column("Medewerker", 36), *MEASURES)
# A formula's minutes are shown as a part of a day; these cells are whole hours.
DAY_HOURS = 24


def comparison_workbook(found: ComparedPay) -> bytes:
    file = io.BytesIO()
    with Workbook(file, {"constant_memory": True}) as book:
        formats = Formats(book)
        rules = Page(book, "Per regel", PER_RULE, formats)
        for one in found.rules:
            rules.add([one.name, *one.percents, *_measures(rules, one, ("F", "G"))])
        _close(rules, ["Totaal", "", ""], found.total, ("F", "G"))
        workers = Page(book, "Per medewerker", PER_WORKER, formats)
        for one in found.workers:
            workers.add([one.name, *_measures(workers, one, ("D", "E"))])
        _close(workers, ["Totaal"], found.total, ("D", "E"))
    return file.getvalue()


def _measures(
    page: Page, one: Compared, letters: tuple[str, str]
) -> Iterable[float | Formula]:
    """The difference is a formula over the two columns before it."""
    line = page.height + 1
    old, new = letters
    return (
        *(as_duration(n) for n in one.minutes),
        *(as_duration(n) for n in one.worth),
        Formula(f"=({new}{line}-{old}{line})*24", one.more * DAY_HOURS),
        float(one.percent / 100) if one.percent is not None else 0.0,
    )


def _close(
    page: Page, head: list[str], total: Compared, letters: tuple[str, str]
) -> None:
    page.filter()
    page.add([*head, *_measures(page, total, letters)], is_bold=True)
