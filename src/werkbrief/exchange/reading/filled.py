"""The filled lines of a sheet, below the line that names its columns."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from werkbrief.exchange.reading.cells import is_empty
from werkbrief.exchange.reading.columns import (
    HEADER_WITHIN,
    Columns,
    Needs,
    Row,
    find_columns,
)
from werkbrief.exchange.reading.lines import Tell
from werkbrief.exchange.reading.mistakes import Unreadable

MOST_LINES = 50_000
OFTEN = 500


def filled_lines(
    rows: Iterable[Row], needs: Needs, tell: Tell
) -> tuple[Columns, Iterator[Row]]:
    """Its columns, and the lines as they come: a year's file is never in memory.

    Raises Unreadable, for too few or too many only when the last line was there.
    """
    coming = iter(rows)
    head = list(islice(coming, HEADER_WITHIN))
    columns = find_columns(head, needs)
    return columns, _below(columns, chain(head, coming), needs, tell)


def _below(
    columns: Columns, rows: Iterable[Row], needs: Needs, tell: Tell
) -> Iterator[Row]:
    filled = 0
    for number, cells in rows:
        if number <= columns.header_line or all(map(is_empty, cells)):
            continue
        filled += 1
        if filled % OFTEN == 0:
            tell("Lezen", filled, 0)
        if filled <= MOST_LINES:
            yield number, cells
    if not filled:
        told = f"Onder de kolomnamen staat niets. Zet er de {needs.below} onder."
        raise Unreadable(told)
    if filled > MOST_LINES:
        raise Unreadable(
            f"Dit bestand heeft {filled} regels; er passen er {MOST_LINES} in één "
            "keer. Splits het bestand, bijvoorbeeld per week."
        )
