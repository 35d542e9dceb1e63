"""What the head of a pack can say besides names and dates."""

import re
from fractions import Fraction

from ontrafelaar.clock import read_hours

STEP = re.compile(r"(?P<open>boven )?(?P<length>\d{1,2}:\d{2}) (?P<minutes>\d{1,3})m")
MINIMUM = re.compile(
    r"(?P<hours>\d{1,2}:\d{2}) per dienst(?: \((?P<article>art\. .+)\))?"
)
PER_DAY = re.compile(r"(\d{1,2}:\d{2}) per dag")
OF_MONTH = re.compile(r"(\d+(?:[.,]\d+)?)% per uur")


def read_breaks(text: str) -> tuple[tuple[int, int], ...]:
    """Read "vanaf 4:30 30m, boven 7:30 60m": a bound that counts, or doesn't."""
    steps = []
    for part in text.removeprefix("vanaf ").split(","):
        match = STEP.fullmatch(part.strip().removeprefix("vanaf "))
        if not match:
            raise ValueError(part.strip())
        length = read_hours(match["length"]) + bool(match["open"])
        steps.append((length, int(match["minutes"])))
    return tuple(steps)


def read_minimum(text: str) -> tuple[int, str]:
    """Read "3:00 per dienst", with or without "(art. 18)"."""
    match = MINIMUM.fullmatch(text)
    if not match:
        raise ValueError(text)
    article = (match["article"] or "").removeprefix("art. ")
    return read_hours(match["hours"]), article


def read_guarantee(text: str) -> str:
    if text != "contract per week":
        raise ValueError(text)
    return text


def read_per_day(text: str) -> int:
    match = PER_DAY.fullmatch(text)
    if not match:
        raise ValueError(text)
    return read_hours(match[1])


def read_hour_of_month(text: str) -> Fraction:
    match = OF_MONTH.fullmatch(text)
    if not match or not Fraction(match[1].replace(",", ".")):
        raise ValueError(text)
    return Fraction(match[1].replace(",", "."))
