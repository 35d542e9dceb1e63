"""A block of cells as a spreadsheet puts it on the clipboard."""

import csv
import io

from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say

# 2,000 people, their heads and some to spare; a week, and what names them.
MOST_ROWS, MOST_COLUMNS = 2_500, 30
# csv stops at longer fields; nobody's hours are that long.
MOST_LETTERS = 1_000_000


def read_block(text: str) -> list[list[str]]:
    r"""Rows of cells, each stripped, all as wide as the widest; blank rows below gone.

    Excel quotes a cell that holds a line break or a quote, as csv does.

    >>> read_block('Kowalski\t8u\n\nNowak\t"7-12\n13-17"\t \n\n')
    [['Kowalski', '8u', ''], ['', '', ''], ['Nowak', '7-12\n13-17', '']]
    >>> read_block(" ")
    Traceback (most recent call last):
    werkbrief.words.refusals.Refusal: Er is niets geplakt. Kopieer eerst cellen in Excel.
    """  # noqa: E501
    if len(text) > MOST_LETTERS:
        raise Refusal(say("Dit is te veel om te plakken. Kopieer een kleiner blok."))
    lines = io.StringIO(text.replace("\u00a0", " "), newline="")
    try:
        rows = [
            [cell.strip() for cell in row] for row in csv.reader(lines, "excel-tab")
        ]
    except csv.Error:
        raise Refusal(
            say("Dit is geen blok cellen. Kopieer de cellen opnieuw in Excel.")
        ) from None
    while rows and not any(rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    if not width:
        raise Refusal(say("Er is niets geplakt. Kopieer eerst cellen in Excel."))
    if len(rows) > MOST_ROWS or width > MOST_COLUMNS:
        raise Refusal(
            say(
                "Dit blok is %(rows)s regels bij %(columns)s kolommen. Kopieer alleen "
                "de medewerkers en de dagen van deze week.",
                rows=len(rows),
                columns=width,
            )
        )
    return [row + [""] * (width - len(row)) for row in rows]
