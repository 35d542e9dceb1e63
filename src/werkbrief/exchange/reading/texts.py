"""Opening a CSV file: whatever its separator and its letters."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from werkbrief.exchange.reading.columns import HEADER_WITHIN, Row, recognised
from werkbrief.exchange.reading.mistakes import Unreadable

MOST_COLUMNS = 500
_SEPARATORS = (";", ",", "\t", "|")
_NO_TEXT = (
    "Dit is geen Excel-bestand en geen CSV. Sla de planning op als .xlsx en kies dat "
    "bestand."
)


def csv_rows(content: bytes) -> Iterator[Row]:
    """The rows, one by one, with the separator that gives the most known columns."""
    text = decoded(content)
    head = text[:20_000]
    best = max(_SEPARATORS, key=lambda separator: _likeness(head, separator))
    if any(line.count(best) > MOST_COLUMNS for line in io.StringIO(text)):
        raise Unreadable(
            f"Dit bestand heeft meer dan {MOST_COLUMNS} kolommen. Kopieer alleen de "
            "kolommen van de planning naar een nieuw bestand."
        )
    return _careful(_rows(text, best))


def _careful(rows: Iterator[Row]) -> Iterator[Row]:
    try:
        yield from rows
    except csv.Error as broken:
        raise Unreadable(_NO_TEXT) from broken


def decoded(content: bytes) -> str:
    """Text as Excel and others save it: with or without a mark, or Windows letters."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode(content, "utf-16")
    if b"\0" in content:
        raise Unreadable(_NO_TEXT)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode(content, "cp1252")


def _decode(content: bytes, letters: str) -> str:
    try:
        return content.decode(letters)
    except UnicodeDecodeError as broken:
        raise Unreadable(_NO_TEXT) from broken


def _likeness(head: str, separator: str) -> int:
    try:
        rows = list(islice(_rows(head, separator), HEADER_WITHIN))
    except csv.Error:
        return 0
    return max((recognised(cells) for _, cells in rows), default=0)


def _rows(text: str, separator: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return ((reader.line_num, cells) for cells in reader)
