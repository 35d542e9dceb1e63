"""The Timecard message, 2.0 and 1.4: hours that were worked, approved by its sending.

A card has lines as they are paid; a person worked stretches. Lines that touch are one
stretch, and so are lines with no more than an hour between: that hour is the break.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkbrief.exchange.reading.cells import read_text
from werkbrief.exchange.reading.lines import Hours, Posting
from werkbrief.exchange.setu.moments import read_hours, read_instant
from werkbrief.exchange.setu.opening import Message, each, text_at
from werkbrief.exchange.setu.people import client_names, own_number
from werkbrief.exchange.setu.postings import named, read_date
from werkbrief.exchange.setu.postings14 import named_14, owned_14
from werkbrief.words.clock import day_of
from werkbrief.words.refusals import Refusal

BREAKS = {"HT400", "Break"}
# Paid up to a minimum: nobody worked it.
UNWORKED = {"HT102", "Regular complemented"}
LONGEST_BREAK = 60
# Decimals of an hour are rounded, and the rest lies on the longest line.
SLACK = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    minutes: int
    is_worked: bool


def read_timecard(message: Message) -> Hours:
    """Version 2.0. Raises Refusal."""
    person = message.get("person")
    number = own_number(person.get("id") if isinstance(person, dict) else None)
    pieces = [
        _piece(
            text_at(line, "typeCode/value"),
            text_at(line, "period/dateTimePeriod/start"),
            text_at(line, "period/dateTimePeriod/end"),
            text_at(line, "timeTotal"),
        )
        for line in each(message.get("timeInterval"))
        if isinstance(line, dict) and not _is_unbilled(line)
    ]
    posting = Posting(
        client=client_names(message),
        payroll_number=_number(number, "person/id"),
        name=read_text(text_at(message, "person/name/formattedName"), 150),
        job_function="",
        starts_on=_first_day(pieces, text_at(message, "period/datePeriod/start")),
        number=read_text(text_at(message, "staffingIds/assignmentId/value"), 60),
        department=named(message, "department"),
        cost_center=named(message, "costCenter"),
        is_partial=True,
    )
    codes = {
        "department": text_at(message, "department/code"),
        "cost_center": text_at(message, "costCenter/code"),
    }
    return Hours(posting, tuple(_stretches(pieces)), codes, _left_out(message))


def read_timecard_14(message: Message) -> Hours:
    """Version 1.4 (HR-XML): a corrected card says what no longer holds."""
    time = message.get("ReportedTime") or {}
    told = text_at_branch(message, "AdditionalData", "StaffingAdditionalData")
    references = told.get("ReferenceInformation")
    pieces = [
        _piece(
            text_at(line, "@type"),
            text_at(line, "StartDateTime"),
            text_at(line, "EndDateTime"),
            text_at(line, "Duration"),
        )
        for line in each(time.get("TimeInterval") if isinstance(time, dict) else None)
        if isinstance(line, dict)
        and text_at(line, "@actionCode") != "Void"
        and text_at(line, "@billable") != "false"
    ]
    person = "ReportedResource/Person"
    posting = Posting(
        client="\n".join(_ids(references, "StaffingCustomerId")),
        payroll_number=_number(text_at(message, f"{person}/Id/IdValue"), "Person/Id"),
        name=read_text(text_at(message, f"{person}/PersonName/FormattedName"), 150),
        job_function="",
        starts_on=_first_day(pieces, text_at(time, "PeriodStartDate")),
        number=read_text(owned_14(references, "AssignmentId"), 60),
        department=named_14(told, "Department"),
        cost_center=named_14(told, "CostCenter"),
        is_partial=True,
    )
    place = "CustomerReportingRequirements"
    codes = {
        "department": text_at(told, f"{place}/DepartmentCode"),
        "cost_center": text_at(told, f"{place}/CostCenterCode"),
    }
    return Hours(posting, tuple(_stretches(pieces)), codes, _left_out(time))


def text_at_branch(message: Message, *path: str) -> Message:
    found: Any = message
    for step in path:
        found = next(iter(each(found)), None)
        found = found.get(step) if isinstance(found, dict) else None
    found = next(iter(each(found)), None)
    return found if isinstance(found, dict) else {}


def _stretches(pieces: Iterable[_Piece]) -> Iterator[tuple[int, int, int]]:
    """(start, end, break) of each stretch; a surcharge beside its hours counts once."""
    once = sorted({(p.start, p.end, p.is_worked): p for p in pieces}.values(), key=_by)
    start = end = worked = 0
    for piece in once:
        if start and piece.start - end > LONGEST_BREAK:
            yield start, end, _pause(end - start - worked)
            start = worked = 0
        start = start or piece.start
        end = max(end, piece.end)
        worked += piece.minutes if piece.is_worked else 0
    if start:
        yield start, end, _pause(end - start - worked)


def _by(piece: _Piece) -> tuple[int, int]:
    return piece.start, piece.end


def _pause(minutes: int) -> int:
    """Whole fives where the decimals leave that open."""
    near = round(minutes / 5) * 5
    return max(0, near if abs(minutes - near) < SLACK else minutes)


def _piece(code: str, start: str, end: str, hours: str) -> _Piece:
    first = read_instant(start, "start", is_local=True)
    minutes = read_hours(hours) if hours else 0
    last = read_instant(end, "end", is_local=True) if end else first + minutes
    span = last - first
    if not hours or 0 <= span - minutes < SLACK:
        minutes = span
    if code in UNWORKED:
        return _Piece(first, first, 0, is_worked=False)
    if not first < last or span > 24 * 60 or minutes > span + SLACK:
        raise Refusal("De tijden en de uren spreken elkaar tegen.", field="hours")
    return _Piece(first, last, min(minutes, span), is_worked=code not in BREAKS)


def _number(text: str, field: str) -> str:
    if not text:
        raise Refusal("Het personeelsnummer ontbreekt.", field=field)
    return read_text(text, 40)


def _first_day(pieces: list[_Piece], period: str) -> date:
    if pieces:
        return day_of(min(piece.start for piece in pieces))
    return read_date(period, "period/start")


def _is_unbilled(line: Message) -> bool:
    """Absence goes along without being billed; nobody worked it."""
    rates = each(line.get("payRates"))
    return any(text_at(rate, "toBeBilled").lower() == "false" for rate in rates)


def _left_out(message: Any) -> tuple[str, ...]:  # noqa: ANN401
    has = isinstance(message, dict) and (
        message.get("allowance") or message.get("Allowance")
    )
    return ("vergoedingen",) if has else ()


def _ids(references: Any, name: str) -> list[str]:  # noqa: ANN401
    rows = each(references.get(name)) if isinstance(references, dict) else []
    found = [value for one in rows if (value := text_at(one, "IdValue"))]
    if not found:
        raise Refusal("De opdrachtgever ontbreekt.", field=name)
    return found
