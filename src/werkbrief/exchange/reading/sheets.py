"""Opening a workbook without trusting it: what it unpacks to is measured first."""

import io
import re
import zipfile
from collections.abc import Sequence

from werkbrief.exchange.later import calamine
from werkbrief.exchange.reading.columns import HEADER_WITHIN, Row, recognised
from werkbrief.exchange.reading.mistakes import Unreadable

MOST_BYTES = 120 * 2**20
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 60_000, 500, 5_000_000
# Excel keeps 32,767 letters in a cell: any longer text fills one of these.
_BLOCK = 65_536
_BROKEN = (
    "Dit Excel-bestand is beschadigd. Open het in Excel, sla het opnieuw op als "
    ".xlsx en probeer het nog eens."
)
_TOO_BIG = (
    "Dit bestand wordt bij het uitpakken veel te groot. Kopieer alleen de regels van "
    "de planning naar een nieuw bestand."
)
# Every attribute that places a cell or a row, however it is quoted; and each row.
_PLACE = re.compile(rb"""(?<![\w:.-])r\s*=\s*(?:"([^"]*)|'([^']*))""")
_CELL = re.compile(rb"([A-Z]{0,3})(\d{1,7})")
_ROW, _IN_ROW = re.compile(rb"<(?:\w+:)?row\b"), re.compile(rb"<(?:\w+:)?c\b")
_LETTERS = re.compile(rb"""\bencoding\s*=\s*["'](?!utf-8)""", re.IGNORECASE)


def workbook_rows(content: bytes) -> list[Row]:
    """The rows of the sheet that looks like a planning, numbered as Excel does."""
    packed = io.BytesIO(_repacked(content))
    try:
        sheets = _visible(packed)
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as broken:
        raise Unreadable(_BROKEN) from broken
    except BaseException as panic:
        # The reader is in Rust: what it never expected is no Exception here.
        if type(panic).__name__ != "PanicException":
            raise
        raise Unreadable(_BROKEN) from None
    if not sheets:
        raise Unreadable(_BROKEN)
    return max(sheets, key=_likeness)


def _visible(packed: io.BytesIO) -> list[list[Row]]:
    with calamine.CalamineWorkbook.from_filelike(packed) as book:
        names = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.visible == calamine.SheetVisibleEnum.Visible
        ]
        return [
            list(
                enumerate(
                    book.get_sheet_by_name(name).to_python(skip_empty_area=False), 1
                )
            )
            for name in names
        ]


def _likeness(rows: Sequence[Row]) -> int:
    return max((recognised(cells) for _, cells in rows[:HEADER_WITHIN]), default=0)


def _repacked(content: bytes) -> bytes:
    """The workbook's texts only, packed anew: no part is larger than was measured.

    The sizes in a zip are claims; Python's reader stops at the claim, and what it gave
    is all that the next reader gets. A single far-away cell would have it build a table
    of seventeen thousand million cells, so the cells are looked at as well.
    """
    fresh, cells = io.BytesIO(), 0
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as old,
            zipfile.ZipFile(fresh, "w") as new,
        ):
            _refuse_other(old)
            for part in old.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    data = old.read(part)
                    _refuse_traps(data)
                    if part.filename.startswith("xl/worksheets/"):
                        cells += _area(data)
                        if cells > MOST_CELLS:
                            raise Unreadable(_TOO_BIG)
                    new.writestr(part.filename, data)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as broken:
        raise Unreadable(_BROKEN) from broken
    return fresh.getvalue()


def _refuse_other(archive: zipfile.ZipFile) -> None:
    if "xl/workbook.xml" not in archive.namelist():
        raise Unreadable(
            "Dit is geen Excel-bestand. Sla de planning op als .xlsx of CSV en kies "
            "dat bestand."
        )
    if sum(part.file_size for part in archive.infolist()) > MOST_BYTES:
        raise Unreadable(_TOO_BIG)


def _refuse_traps(data: bytes) -> None:
    """Other letters than these would pass what is looked for here."""
    head = data[:4096]
    if b"<!DOCTYPE" in head or b"<!ENTITY" in data or b"\0" in data:
        raise Unreadable(_BROKEN)
    if _LETTERS.search(head):
        raise Unreadable(_BROKEN)
    blocks = (data[n : n + _BLOCK] for n in range(0, len(data), _BLOCK))
    if any(len(block) == _BLOCK and b"<" not in block for block in blocks):
        raise Unreadable(_TOO_BIG)


def _area(data: bytes) -> int:
    """How many cells the next reader will lay out: up to the farthest, both ways.

    A cell or a row that doesn't say where it is, stands after the one before it.
    """
    places = [one or other for one, other in _PLACE.findall(data)]
    cells = [_CELL.fullmatch(place) for place in set(places)]
    if not all(cells):
        raise Unreadable(_BROKEN)
    rows = max((int(cell[2]) for cell in cells if cell), default=0)
    columns = max((_column(cell[1]) for cell in cells if cell), default=0)
    counted = [len(_IN_ROW.findall(row)) for row in _ROW.split(data)]
    told = sum(place[:1].isalpha() for place in places)
    rows += len(counted) if len(places) - told < len(counted) - 1 else 0
    columns += max(counted) if told < sum(counted) else 0
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise Unreadable(_TOO_BIG)
    return rows * columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
