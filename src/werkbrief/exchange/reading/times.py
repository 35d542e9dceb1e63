"""Times and breaks as people type them, and as a workbook stores them."""

import re
from datetime import date, datetime, time, timedelta

from werkbrief.words.clock import DAY
from werkbrief.words.notation import read_break, read_clock
from werkbrief.words.refusals import Refusal

HOUR = 60
_SECONDS = re.compile(r"(\d{1,2}:\d{2}):00(?:\.0+)?")
_UNIT = re.compile(r" ?(?:uur|u|h)\.?$")
_DECIMAL = re.compile(r"0?[.,](\d{1,2})")
_NO_TIME = "Dit is geen tijd. Schrijf uren en minuten, bijvoorbeeld 7:30."
_NO_BREAK = "Dit is geen pauze. Schrijf het aantal minuten, bijvoorbeeld 30."
_FIRST_DAYS = (date(1899, 12, 31), date(1900, 1, 1))
_SHORTEST_SURE = 5
_MOST_DIGITS = 4  # past 308 of them a float is infinite
_LONGEST_FRACTION = 180


def read_time(cell: object) -> int:
    """Minutes on the wall clock, 0 to 1440. Raises Refusal.

    >>> [read_time(c) for c in (0.3125, time(7, 30), "7.30", "730", 730, "07:30:00")]
    [450, 450, 450, 450, 450, 450]
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _number(float(cell))
    stored = _stored(cell)
    if stored is not None:
        return stored
    text = _UNIT.sub("", " ".join(str(cell).lower().split()))
    if match := _SECONDS.fullmatch(text):
        text = match[1]
    minutes = read_clock(text)
    if minutes is None:
        raise Refusal(_NO_TIME)
    return minutes


def read_pause(cell: object) -> int:
    """Minutes of break; empty is 0. Raises Refusal.

    >>> [read_pause(c) for c in (30, 30.0, "0:30", time(0, 30), 0.0208333, "0,5")]
    [30, 30, 30, 30, 30, 30]
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _pause_number(float(cell))
    stored = _stored(cell)
    if stored is not None:
        return stored
    text = str(cell).strip().lower()
    if match := _SECONDS.fullmatch(text):
        text = match[1]
    if match := _DECIMAL.fullmatch(text):
        return _pause_number(float(f"0.{match[1]}"))
    if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
        return _pause_number(float(text))
    text = text.removesuffix("minuten").removesuffix("minuut").removesuffix("'")
    return read_break(text) or 0


def _stored(cell: object) -> int | None:
    """A time cell; a sheet's 24:00 comes as the first day of its calendar."""
    if isinstance(cell, datetime):
        cell = cell.date() if cell.date() in _FIRST_DAYS else cell.time()
    if isinstance(cell, date):
        return DAY if cell in _FIRST_DAYS else None
    if isinstance(cell, time):
        cell = timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
    if not isinstance(cell, timedelta):
        return None
    return _whole(cell.total_seconds())


def _whole(seconds: float) -> int:
    minutes = round(seconds / 60)
    if abs(seconds - minutes * 60) > 1 or not 0 <= minutes <= DAY:
        raise Refusal("Werkbrief rekent in hele minuten. Schrijf bijvoorbeeld 7:30.")
    return minutes


def _number(number: float) -> int:
    if 0 < number < 1:
        return _whole(number * DAY * 60)
    if number != int(number):
        raise Refusal(
            "Zijn dit uren en minuten, of een half uur? Schrijf bijvoorbeeld 7:30."
        )
    return read_clock(str(int(number))) or 0


def _pause_number(number: float) -> int:
    """0,5 is half an hour; 0,0208… is the half hour of a time cell."""
    if 0 < number < 1:
        minutes = round(number * DAY)
        if minutes > _LONGEST_FRACTION:
            minutes = round(number * HOUR)
        return minutes
    if number != int(number):
        raise Refusal(_NO_BREAK)
    if 0 < number < _SHORTEST_SURE:
        raise Refusal(
            "Zijn dit minuten of uren? Schrijf 60 of 1:00 voor een uur pauze."
        )
    return read_break(str(int(number))) or 0
