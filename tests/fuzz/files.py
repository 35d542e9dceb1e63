"""Planning files, clocked hours and people: CSV, and workbooks from the inside out."""

import io
import zipfile
from datetime import date
from functools import cache

from tests.exchange.files import csv, shift, workbook
from tests.fuzz.target import Target, answer
from werkbrief.exchange.arrivals import read_arrival

NEAR = date(2026, 11, 23)
# After this word comes the text of a sheet, and after a NUL its shared strings: what
# is damaged lies inside the zip, not only around it.
INSIDE = b"SHEET\n"
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
BOOK = workbook(
    shift("16-11-2026"), shift(date(2026, 11, 17), 0.3125, 0.6458, 30, who="Bcdef")
)


def read(content):
    """All three kinds of sheet get the same bytes."""
    if content.startswith(INSIDE):
        content = _book(content.removeprefix(INSIDE))
    return tuple(
        answer(lambda what=what: _read(content, what))
        for what in ("planning", "people")
    )


def _read(content, what):
    """What was read; each mistake at its line, with a remedy that is a sentence."""
    reading = read_arrival(content, near=NEAR, what=what)
    for mistake in reading.mistakes:
        assert mistake.line > 0, mistake
        assert mistake.remedy.endswith((".", "?")), mistake
    return reading


def _book(content):
    sheet, _, strings = content.partition(b"\0\0")
    fresh = io.BytesIO()
    with zipfile.ZipFile(fresh, "w") as book:
        for name, data in _parts():
            told = {SHEET: sheet, STRINGS: strings or data}.get(name, data)
            book.writestr(name, told)
    return fresh.getvalue()


@cache
def _parts():
    with zipfile.ZipFile(io.BytesIO(BOOK)) as book:
        return [(name, book.read(name)) for name in book.namelist()]


HEADS = ("Loonnummer", "Naam", "Opdrachtgever", "Functie", "Begindatum", "Contracturen")
TARGET = Target(
    "bestanden",
    read,
    (
        csv(shift("16-11-2026"), shift("17 nov", "7.30", "16u", "0:30")),
        csv(shift("ma 16-11", "22:00", "06:00", "30"), separator=","),
        csv(shift("16-11-2026")).decode().encode("utf-16"),
        csv(("00234", "A", "Anker", "F", "2-11-2026", "36,5"), header=HEADS),
        csv(
            ("Anker", 3, "F", "16-11", "7", "15"),
            header=("Klant", "Aantal", "Functie", "Dag", "Van", "Tot"),
        ),
        INSIDE + dict(_parts())[SHEET] + b"\0\0" + dict(_parts())[STRINGS],
        INSIDE + dict(_parts())[SHEET],
        BOOK,
    ),
    (
        *(b";", b"\r\n", b'"', b"Datum", b"Start", b"Eind", b"Pauze", b"Aantal"),
        *(b'<c r="B2">', b'<c r="A2" t="s"><v>0</v></c>', b"<v>", b"</v>", b' t="d"'),
        *(b' t="e"', b' t="b"', b"<v>1e308</v>", b"<v>-1</v>", b' s="1"', b"<row>"),
        *(b"Contracturen", b"0,5", b"<v>NaN</v>", b"<c r='XFD1048576'>"),
    ),
)
