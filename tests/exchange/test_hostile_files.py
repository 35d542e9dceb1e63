"""A file that is broken, strange or meant ill gets a sentence, never a stack trace."""

import contextlib
import io
import re
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.conftest import TODAY
from tests.exchange.files import HEADER, csv, shift, workbook
from werkbrief.exchange.arrivals import read_arrival
from werkbrief.exchange.reading.mistakes import Unreadable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = b"<!DOCTYPE l [<!ENTITY a 'ha'>%s]><l>&j;</l>" % b"".join(
    b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)
FRACTION = workbook(shift("16-11-2026", 0.3125))


def read(content):
    return read_arrival(content, near=TODAY)


def repacked(changes, book=None):
    """A workbook in which some parts say something else."""
    fresh = io.BytesIO()
    old = zipfile.ZipFile(io.BytesIO(book or workbook(shift("16-11-2026"))))
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            new.writestr(part.filename, changes.get(part.filename, lambda d: d)(data))
    return fresh.getvalue()


def liar(size):
    """A zip whose index says that a huge part is small."""
    content = bytearray(repacked({SHEET: lambda _: b" " * size}))
    place = content.index(b"PK\x01\x02")
    while content[place + 46 : place + 46 + len(SHEET)] != SHEET.encode():
        place = content.index(b"PK\x01\x02", place + 1)
    struct.pack_into("<L", content, place + 24, 10)
    struct.pack_into("<L", content, place + 16, zlib.crc32(b" " * 10))
    return bytes(content)


def placed(cells):
    """A workbook whose one row holds these cells."""
    row = f"<sheetData><row r='1'>{cells}</row></sheetData>".encode()
    return repacked({SHEET: lambda d: re.sub(rb"<sheetData>.*</sheetData>", row, d)})


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "leeg"),
        (b" \r\n ", "leeg"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (OLE, ".xls"),
        (b"%PDF-1.7 ...", "geen Excel-bestand, CSV"),
        (b"\x89PNG\r\n\x1a\n", "geen Excel-bestand, CSV"),
        (b"PK\x03\x04 and then nothing", "beschadigd"),
        (b"a;b;c\n1;2;3", "geen rij met kolomnamen"),
        (b"\0\1\2\3" * 100, "geen CSV"),
        (b"\x81\x8d\x8f", "geen CSV"),
        (csv(), "Onder de kolomnamen staat niets"),
        (csv(header=(*HEADER, "Begintijd")), "betekenen hetzelfde"),
        (csv((1, 2, 3), header=("Klant", "Naam", "Datum")), "ontbreken"),
        (b"x" * (10 * 2**20 + 1), "10 MB"),
        (repacked({SHEET: lambda d: d[: len(d) // 2]}), "beschadigd"),
        (
            repacked({SHEET: lambda d: d.replace(b'r="A2"', b'r="XFD1048576"')}),
            "veel te groot",
        ),
        (
            repacked({SHEET: lambda d: b'<!DOCTYPE a [<!ENTITY b "c">]>' + d}),
            "beschadigd",
        ),
        (repacked({SHEET: lambda _: b" " * (130 * 2**20)}), "veel te groot"),
        (liar(30 * 2**20), "beschadigd"),
        # Each of these had the next reader lay out more cells than there is memory.
        (placed("<c r='XFD1048576'/>"), "veel te groot"),
        (placed("<c\nr =\t'XFD1048576'/>"), "veel te groot"),
        (placed("<c r='A1'/></row><row r='60000'><c r='SF9'/>"), "veel te groot"),
        (placed("<c r='&#88;FD1048576'/>"), "beschadigd"),
        (placed("<c r='A60000'/>" + "<c/>" * 500), "veel te groot"),
        (placed(f"<c t='str'><v>{'x' * 200_000}</v></c>"), "veel te groot"),
        (repacked({SHEET: lambda d: d.decode().encode("utf-16")}), "beschadigd"),
        (csv(("x;" * 600,)), "500 kolommen"),
        (b"[" * 100_000, "niet heel"),
        (b"[" + b"{}," * 50_000 + b"{}]", "50001 berichten"),
        (LAUGHS, "niet heel"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]><a>&x;</a>', "DOCTYPE"),
    ],
)
def test_what_can_not_be_read_is_told_in_a_sentence(content, says):
    with pytest.raises(Unreadable) as refusal:
        read(content)
    assert says in refusal.value.sentence
    assert refusal.value.sentence.endswith(".")


def test_another_kind_of_zip_is_no_workbook():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(Unreadable, match="geen Excel-bestand"):
        read(file.getvalue())


@pytest.mark.parametrize("start", ["=", "+", "@", "-"])
def test_a_formula_is_no_name(start):
    reading = read(
        csv(shift("16-11-2026", who=("Anker", "", "F", "1", f"{start}cmd|x")))
    )
    assert "leest Excel als een formule" in reading.mistakes[0].remedy


def test_a_number_that_is_none_is_told():
    book = repacked(
        {SHEET: lambda d: d.replace(b"<v>0.3125</v>", b"<v>NaN</v>")}, FRACTION
    )
    assert "geen tijd" in read(book).mistakes[0].remedy


def test_a_control_character_is_told():
    reading = read(csv(shift("16-11-2026", who=("Anker", "", "F", "1", "A\x07nna"))))
    assert "onleesbaar teken" in reading.mistakes[0].remedy


def test_a_name_without_end_is_told():
    reading = read(csv(shift("16-11-2026", who=("Anker", "", "F", "1", "A" * 151))))
    assert "Kort het in tot 150" in reading.mistakes[0].remedy


def test_columns_that_mean_nothing_are_passed_over_and_named():
    header = (*HEADER, "BSN", "Geboortedatum")
    reading = read(csv((*shift("16-11-2026"), "123456782", "1-1-1990"), header=header))
    assert reading.skipped_columns == ("BSN", "Geboortedatum")
    assert "123456782" not in repr(reading)
    assert "1990" not in repr(reading)


@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_read_or_refused(content):
    with contextlib.suppress(Unreadable):
        assert read(content).lines is not None


@given(st.lists(st.lists(st.text(max_size=8), min_size=9, max_size=9), max_size=4))
def test_any_text_under_a_good_header_is_read_or_told(rows):
    clean = [
        [c.translate({10: " ", 13: " ", 59: " ", 34: " "}) for c in r] for r in rows
    ]
    try:
        reading = read(csv(*clean).decode().encode("utf-8", "replace"))
    except (Unreadable, UnicodeError):
        return
    assert all(mistake.remedy for mistake in reading.mistakes)
