"""Times, durations, breaks, totals, dates and weeks: every reader of a short text."""

from datetime import date
from functools import partial

from tests.fuzz.target import Target, answer, as_text
from werkbrief.exchange.reading.cells import read_headcount, read_number, read_text
from werkbrief.exchange.reading.columns import recognised
from werkbrief.exchange.reading.days import read_day
from werkbrief.exchange.reading.times import read_pause, read_time
from werkbrief.exchange.setu.postings import read_date, whole_minutes
from werkbrief.timesheets.reads.pasting.days import heading
from werkbrief.words.blocks import read_block
from werkbrief.words.notation import (
    read_break,
    read_clock,
    read_duration,
    read_pasted,
    read_quick,
)
from werkbrief.words.weeks import Week

NEAR, WEEK = date(2026, 11, 23), Week(2026, 47)


def week(text):
    """A ValueError is how an address says that there is no such week."""
    try:
        return Week.parse(text)
    except ValueError:
        return None


READERS = (
    *(read_clock, read_duration, read_break, read_quick, read_pasted, read_block),
    *(read_time, read_pause, read_headcount, week),
    partial(read_day, near=NEAR),
    partial(read_number, longest=40),
    partial(read_text, longest=100),
    partial(read_date, field="day"),
    lambda text: whole_minutes(text, 4),
    lambda text: heading([text], WEEK),
    lambda text: recognised([text]),
)


def read(content):
    text = as_text(content)
    return tuple(answer(reader, text) for reader in READERS)


TARGET = Target(
    "woorden",
    read,
    (
        *(b"7:30", b"730", b"7u30", b"16H", b"24:00", b"8,5", b"8.30", b"30 min"),
        *(b"0730-1600/30", b"730 16", b"8u", b"/45", b"8:00:00", b"0:30", b"1,25 uur"),
        *(b"16-11-2026", b"16 nov", b"ma 16-11-2026", b"2026-11-16T00:00", b"46342"),
        *(b"2026-W47", b'Kowalski\t8u\n\nNowak\t"7-12\n13-17"', b"maandag", b"-"),
    ),
    (b":", b".", b",", b"u", b" uur", b"-", b"/", b"tot", b"W", b"mei", b"'26", b"h"),
)
