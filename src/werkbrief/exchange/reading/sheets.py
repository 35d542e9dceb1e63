"""Opening a workbook without trusting it: what it unpacks to is measured first."""

import io
import re
import zipfile
from collections.abc import Sequence

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from werkbrief.exchange.reading.columns import HEADER_WITHIN, Row, recognised
from werkbrief.exchange.reading.mistakes import Unreadable

MOST_BYTES = 120 * 2**20
MOST_ROWS, MOST_COLUMNS = 60_000, 500
_BROKEN = (
    "Dit Excel-bestand is beschadigd. Open het in Excel, sla het opnieuw op als "
    ".xlsx en probeer het nog eens."
)
_TOO_BIG = (
    "Dit bestand wordt bij het uitpakken veel te groot. Kopieer alleen de regels van "
    "de planning naar een nieuw bestand."
)
_REFERENCE = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')


def workbook_rows(content: bytes) -> list[Row]:
    """The rows of the sheet that looks like a planning, numbered as Excel does."""
    sheets: list[list[Row]]
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(_repacked(content))) as book:
            sheets = [
                list(
                    enumerate(
                        book.get_sheet_by_name(m.name).to_python(skip_empty_area=False),
                        1,
                    )
                )
                for m in book.sheets_metadata
                if m.visible == SheetVisibleEnum.Visible
            ]
    except (CalamineError, OSError, ValueError, OverflowError) as broken:
        raise Unreadable(_BROKEN) from broken
    if not sheets:
        raise Unreadable(_BROKEN)
    return max(sheets, key=_likeness)


def _likeness(rows: Sequence[Row]) -> int:
    return max((recognised(cells) for _, cells in rows[:HEADER_WITHIN]), default=0)


def _repacked(content: bytes) -> bytes:
    """The workbook's texts only, packed anew: no part is larger than was measured.

    The sizes in a zip are claims; Python's reader stops at the claim, and what it gave
    is all that the next reader gets. A single far-away cell would have it build a table
    of seventeen thousand million cells, so the cells are looked at as well.
    """
    fresh = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as old,
            zipfile.ZipFile(fresh, "w") as new,
        ):
            _refuse_other(old)
            for part in old.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    data = old.read(part)
                    _refuse_traps(part.filename, data)
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


def _refuse_traps(name: str, data: bytes) -> None:
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise Unreadable(_BROKEN)
    if not name.startswith("xl/worksheets/"):
        return
    for letters, number in _REFERENCE.findall(data):
        if int(number) > MOST_ROWS or _column(letters) > MOST_COLUMNS:
            raise Unreadable(_TOO_BIG)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
