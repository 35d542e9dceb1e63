"""What a client asks for, and when somebody can't come: SETU Planning 2.0."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from werkbrief.exchange.reading.cells import read_headcount, read_text
from werkbrief.exchange.reading.lines import Away, Block, Line
from werkbrief.exchange.setu.moments import YEARS, read_moment
from werkbrief.exchange.setu.opening import Message, each, text_at
from werkbrief.exchange.setu.people import client_names, own_number
from werkbrief.exchange.setu.postings import read_date
from werkbrief.exchange.setu.schedules import (
    Times,
    department_of,
    singles,
    usual_week,
)
from werkbrief.words.clock import NoSuchTime, day_of
from werkbrief.words.clock import at as instant_at
from werkbrief.words.refusals import Refusal

_YEAR = timedelta(days=371)
_LINE = "singleAvailabilityLine"
PARTLY = "beschikbaarheid per weekdag of een deel van een dag"


def read_request(message: Message) -> tuple[Line, ...]:
    """So many people, for a moment or every week: each occasion a line. Refusal."""
    profile = message.get("positionProfile")
    profile = profile if isinstance(profile, dict) else {}
    title = read_text(text_at(profile, "positionTitle"), 100)
    if not title:
        raise Refusal("De functie ontbreekt.", field="positionProfile/positionTitle")
    empty = Line(0, client_names(message), date.min, 0, 0, 0, job_function=title)
    empty = replace(empty, department=department_of(profile))
    found = [*_singles(message, empty), *_weekly(message, profile, empty)]
    return tuple(replace(line, number=n) for n, line in enumerate(found, 1))


def read_away(message: Message) -> tuple[tuple[Away, ...], tuple[str, ...]]:
    """Whole days only, and what had no place. Raises Refusal."""
    worker = message.get("worker")
    number = own_number(worker.get("workerId") if isinstance(worker, dict) else None)
    if not number:
        raise Refusal("Het personeelsnummer ontbreekt.", field="worker/workerId")
    days, left = [], bool(each(message.get("periodicAvailabilityLine")))
    for line in each(message.get("singleAvailabilityLine")):
        first = read_moment(text_at(line, "startDateTime"), _LINE)
        last = read_moment(text_at(line, "endDateTime"), _LINE)
        if (first.hour, first.minute, last.hour, last.minute) != (0, 0, 0, 0):
            left = True
            continue
        is_away = text_at(line, "availabilityStatus") == "NotAvailable"
        until = last.date() - timedelta(days=1)
        if until >= first.date():
            days.append(Away(number, first.date(), until, is_away=is_away))
    return tuple(days), (PARTLY,) if left else ()


def _singles(message: Message, empty: Line) -> Iterator[Line]:
    for times, row in singles(message):
        if text_at(row, "actionCode") != "DELETE":
            yield _on(empty, day_of(times[0]), times, row)


def _weekly(message: Message, profile: Message, empty: Line) -> Iterator[Line]:
    """Every such weekday of the period, for a year at most."""
    rows = list(usual_week(message))
    if not rows:
        return
    begun = text_at(profile, "positionPeriod/start")
    day = read_date(begun, "positionPeriod/start")
    if day.year not in YEARS:
        raise Refusal("Deze begindatum ligt te ver weg.", field="positionPeriod/start")
    text = text_at(profile, "positionPeriod/end")
    last = read_date(text, "positionPeriod/end") if text else day + _YEAR
    last = min(last, day + _YEAR)
    while day <= last:
        for block, row in rows:
            if block.weekday == day.weekday():
                start, end = _instants(day, block)
                yield _on(empty, day, (start, end, block.break_minutes), row)
        day += timedelta(days=1)


def _instants(day: date, block: Block) -> tuple[int, int]:
    try:
        return instant_at(day, block.start), instant_at(day, block.end)
    except NoSuchTime as skipped:
        raise Refusal(
            f"Op {day:%d-%m-%Y} bestaat deze tijd niet: de klok gaat een uur vooruit.",
            field="periodicPlanningLine/startTime",
        ) from skipped


def _on(empty: Line, day: date, times: Times, row: Message) -> Line:
    start, end, pause = times
    people = _people(row)
    return replace(
        empty, day=day, start=start, end=end, break_minutes=pause, headcount=people
    )


def _people(row: Message) -> int:
    return read_headcount(text_at(row, "positionQuantity") or "1")
