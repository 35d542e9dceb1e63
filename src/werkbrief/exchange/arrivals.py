"""What has arrived: a workbook, a CSV or a SETU message, told apart by its content."""

from dataclasses import replace
from datetime import date

from werkbrief.exchange.reading.lines import Reading, Tell, nobody
from werkbrief.exchange.reading.mistakes import Unreadable
from werkbrief.exchange.reading.people import read_people
from werkbrief.exchange.reading.rows import read_rows
from werkbrief.exchange.reading.sheets import workbook_rows
from werkbrief.exchange.reading.texts import csv_rows
from werkbrief.exchange.setu import read_messages

MOST_BYTES = 10 * 2**20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRANGE = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf")


def read_arrival(
    content: bytes, *, near: date, tell: Tell = nobody, what: str = "planning"
) -> Reading:
    """Read a file whatever it is called. Raises Unreadable.

    `what` is in a sheet: "people" are workers and placements, anything else has times;
    a message says so itself.
    """
    _refuse(content)
    read = read_people if what == "people" else read_rows
    if content.startswith(b"PK"):
        return read(workbook_rows(content), near, tell)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"<", b"{", b"["}:
        return replace(read_messages(content), tell=tell)
    return read(csv_rows(content), near, tell)


def _refuse(content: bytes) -> None:
    if not content.strip():
        raise Unreadable("Dit bestand is leeg. Kies het bestand met de planning.")
    if len(content) > MOST_BYTES:
        raise Unreadable(
            "Dit bestand is groter dan 10 MB. Splits het, bijvoorbeeld per week."
        )
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise Unreadable(
            "Op dit bestand zit een wachtwoord. Open het in Excel, haal het wachtwoord "
            "weg, sla het op en kies het opnieuw."
        )
    if content.startswith(_OLE):
        raise Unreadable(
            "Dit is een bestand van vóór Excel 2007 (.xls). Open het in Excel, kies "
            "Opslaan als, en dan .xlsx."
        )
    if content.startswith(_STRANGE):
        raise Unreadable(
            "Dit is geen Excel-bestand, CSV of SETU-bericht. Sla de planning op als "
            ".xlsx en kies dat bestand."
        )
