"""Times and durations as people type them."""

import re
from dataclasses import dataclass

from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say

HOUR = 60
LAST_MINUTE = 24 * HOUR
_CLOCK = re.compile(r"(\d{1,2})(?:[:.,hu]?(\d{2}))?(?:\s*(?:uur|u|h))?")
_COLON = re.compile(r"(\d{1,3})[:uh](\d{2})")
_DECIMAL = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?(?:\s*(?:uur|u|h))?")
# "8.30" may be half past eight or 8,3 hours; a quarter or more than 59 is no clock.
_TWO_WAYS = re.compile(r"\d{1,3}\.(?!00|25|50)[0-5]\d(?:\s*(?:uur|u|h))?")
_MINUTES = re.compile(r"(\d{1,4})(?:\s*(?:minuten|minuut|min|m))?")
_QUICK = re.compile(
    r"(?P<start>[\d:.]+)\s*(?:-|–|\s|tot)\s*(?P<end>[\d:.]+)"
    r"(?:\s*[/ ]\s*(?P<break>[\d:]+))?",
)
_TOTAL_ONLY = re.compile(r"(?P<total>\d+(?:[:.,]\d+)?)\s*(?:uur|u|h)")
# What a sheet writes as nothing, an amount, and a time as a sheet adds it up: 8:00:00.
_NOTHING = ("", "-", "–", "—")
_AMOUNT = re.compile(r"\d{1,3}(?:[:.,]\d{1,2})?")
_SECONDS = re.compile(r"(?<=:\d\d):00$")
_BREAK_ONLY = re.compile(r"/\s*(?P<break>[\d:]+)")


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody filled in; None is "leave as it is".

    `start` and `end` are minutes on the wall clock, `pause` and `total` plain minutes.
    """

    start: int | None = None
    end: int | None = None
    pause: int | None = None
    total: int | None = None

    def __bool__(self) -> bool:
        return self != Typed()


def read_clock(text: str, *, field: str = "") -> int | None:
    """Minutes on the wall clock; empty is None.

    >>> [read_clock(t) for t in ("730", "7:30", "7.30", "07.30", "7", "24:00", " ")]
    [450, 450, 450, 450, 420, 1440, None]
    >>> [read_clock(t) for t in ("7u30", "7 uur", "16H")]
    [450, 420, 960]
    """
    text = text.strip()
    if not text:
        return None
    padded = text.zfill(4) if text.isdigit() and len(text) == 3 else text  # noqa: PLR2004
    match = _CLOCK.fullmatch(padded.lower())
    if match:
        minutes = int(match[1]) * HOUR + int(match[2] or 0)
        if int(match[2] or 0) < HOUR and minutes <= LAST_MINUTE:
            return minutes
    raise Refusal(
        say("“%(text)s” is geen tijd. Schrijf bijvoorbeeld 7:30.", text=text),
        field=field,
    )


def read_duration(text: str, *, field: str = "") -> int | None:
    """Minutes from "8:30" or "8,5"; empty is None. What can be read two ways is asked.

    >>> [read_duration(t) for t in ("8,5", "8:30", "8u30", "8", "8 uur", "7.75", "")]
    [510, 510, 510, 480, 480, 465, None]
    >>> read_duration("8.30")
    Traceback (most recent call last):
    werkbrief.words.refusals.Refusal: “8.30” kan 8:30 zijn of 8,30 uur. Schrijf 8:30 of 8,30.
    """  # noqa: E501
    text = text.strip()
    if not text:
        return None
    if _TWO_WAYS.fullmatch(text.lower()):
        clock, decimal = text.replace(".", ":"), text.replace(".", ",")
        sentence = say(
            "“%(text)s” kan %(clock)s zijn of %(decimal)s uur. "
            "Schrijf %(clock)s of %(decimal)s.",
            text=text,
            clock=clock,
            decimal=decimal,
        )
        raise Refusal(sentence, field=field)
    if (match := _COLON.fullmatch(text.lower())) and int(match[2]) < HOUR:
        minutes = int(match[1]) * HOUR + int(match[2])
    elif match := _DECIMAL.fullmatch(text.lower()):
        hundredths = int((match[2] or "0").ljust(2, "0"))
        minutes = int(match[1]) * HOUR + round(hundredths * HOUR / 100)
    else:
        minutes = -1
    if 0 <= minutes <= LAST_MINUTE:
        return minutes
    raise Refusal(
        say(
            "“%(text)s” is geen aantal uren. Schrijf bijvoorbeeld 8:30 of 8,5.",
            text=text,
        ),
        field=field,
    )


def read_break(text: str, *, field: str = "") -> int | None:
    """Minutes from "30" or "0:30"; empty is None.

    >>> [read_break(t) for t in ("30", "0:30", "1:00", "0", "30 min", "")]
    [30, 30, 60, 0, 30, None]
    """
    text = text.strip()
    if not text:
        return None
    if (match := _COLON.fullmatch(text.lower())) and int(match[2]) < HOUR:
        minutes = int(match[1]) * HOUR + int(match[2])
    elif match := _MINUTES.fullmatch(text.lower()):
        minutes = int(match[1])
    else:
        minutes = -1
    if 0 <= minutes <= LAST_MINUTE:
        return minutes
    raise Refusal(
        say(
            "“%(text)s” is geen pauze. Schrijf het aantal minuten, bijvoorbeeld 30.",
            text=text,
        ),
        field=field,
    )


def read_quick(text: str) -> Typed:
    """The quick entry on a cell.

    >>> read_quick("0730-1600/30")
    Typed(start=450, end=960, pause=30, total=None)
    >>> read_quick("730 16")
    Typed(start=450, end=960, pause=None, total=None)
    >>> read_quick("8u"), read_quick("/45")
    (Typed(start=None, end=None, pause=None, total=480), Typed(start=None, end=None, pause=45, total=None))
    """  # noqa: E501
    # One blank for many: a long run of them would be tried at every place.
    text = " ".join(text.lower().split())
    if match := _TOTAL_ONLY.fullmatch(text):
        return Typed(total=read_duration(match["total"]))
    if match := _BREAK_ONLY.fullmatch(text):
        return Typed(pause=read_break(match["break"]))
    if match := _QUICK.fullmatch(text):
        return Typed(
            start=read_clock(match["start"]),
            end=read_clock(match["end"]),
            pause=read_break(match["break"] or ""),
        )
    raise Refusal(
        say(
            "“%(text)s” is niet te lezen. Schrijf bijvoorbeeld 0730-1600/30, 730 16 "
            "of 8u.",
            text=text,
        )
    )


def read_pasted(text: str) -> Typed | None:
    """One cell of a spreadsheet: the quick entry, or a total; nothing is None.

    >>> read_pasted("0730-1600/30"), read_pasted("8,5")
    (Typed(start=450, end=960, pause=30, total=None), Typed(start=None, end=None, pause=None, total=510))
    >>> read_pasted("8:00:00"), read_pasted(" - ")
    (Typed(start=None, end=None, pause=None, total=480), None)
    >>> read_pasted("ziek")
    Traceback (most recent call last):
    werkbrief.words.refusals.Refusal: “ziek” is niet te lezen. Schrijf bijvoorbeeld 0730-1600/30, 730 16 of 8u.
    """  # noqa: E501
    text = _SECONDS.sub("", " ".join(text.split()))
    if text in _NOTHING:
        return None
    if text[0].isdigit() and not _QUICK.fullmatch(text) and _AMOUNT.fullmatch(text):
        return Typed(total=read_duration(text))
    return read_quick(text)
