"""A block of cells laid on a week, and what somebody typed laid beside the workers."""

from tests.fuzz.stage import stage
from tests.fuzz.target import Target, answer, as_text, whole
from werkbrief.timesheets.reads.matching import likeness
from werkbrief.timesheets.reads.pasting import lay_out
from werkbrief.words.blocks import read_block


def read(content):
    text = as_text(content)
    who = text[:150]  # no field takes more
    return (
        answer(_laid, text),
        likeness(who, "van den Berg, Joris", "10002") > 0,
        likeness("Joris 10002", who, who) > 0,
    )


def _laid(text):
    laid = lay_out(read_block(text), stage().sheet)
    for spot in laid.spots:
        if spot.problem:
            whole(spot.problem)
    return laid


TARGET = Target(
    "geplakt",
    read,
    (
        b"8u\n7-16",
        b"Bakker\t8u\t0730-1600/30\nBerg\t\t8",
        b"\tma\tdi\t16-11\n10001\t7-12; 13-17\t8:00:00",
        b'Bakker, Bram\t"7-12\n13-17"\t-',
        b"Yilmaz\tTeler\t8,5",
        "Yılmaz Zoë\tponiedziałek\n".encode(),
    ),
    (b"\t", b"\n", b";", b"+", b'"', b"maandag", b"10001", b"Berg", b"Teler", b"8u"),
)
