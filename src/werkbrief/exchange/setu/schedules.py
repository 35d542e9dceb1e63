"""The PlanningAssignment message: single shifts, and the usual week behind them."""

from collections.abc import Iterator
from datetime import time
from typing import Any

from werkbrief.exchange.reading.cells import read_text
from werkbrief.exchange.reading.lines import Block, Line, Posting
from werkbrief.exchange.setu.moments import read_hours, read_instant
from werkbrief.exchange.setu.opening import Message, each, text_at
from werkbrief.exchange.setu.people import client_names, own_number
from werkbrief.exchange.setu.postings import named, read_date
from werkbrief.words.clock import DAY, day_of
from werkbrief.words.refusals import Refusal

Times = tuple[int, int, int]
_WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_PERIOD = "positionProfile/positionPeriod"


def read_schedule(message: Message) -> Posting:
    """The assignment that is planned, with its usual week. Raises Refusal."""
    worker, profile = (
        _part(message, "assignedWorker"),
        _part(message, "positionProfile"),
    )
    number = own_number(worker.get("workerId"))
    if not number:
        raise Refusal(
            "Het personeelsnummer ontbreekt.", field="assignedWorker/workerId"
        )
    begun = [_start(one) for one in _lines(message, "singlePlanningLine")]
    starts = text_at(message, f"{_PERIOD}/start")
    ends = text_at(message, f"{_PERIOD}/end")
    if not starts and not begun:
        raise Refusal("De begindatum ontbreekt.", field=f"{_PERIOD}/start")
    return Posting(
        client=client_names(message),
        payroll_number=read_text(number, 40),
        name=read_text(text_at(worker, "person/name/formattedName"), 150),
        job_function=read_text(text_at(profile, "positionTitle"), 100),
        crew=read_text(text_at(profile, "shiftDescription"), 100),
        department=department_of(profile),
        cost_center=named(profile, "costAllocation/costCenter"),
        number=read_text(text_at(worker, "workAssignments/id/value"), 60),
        starts_on=read_date(starts, f"{_PERIOD}/start")
        if starts
        else day_of(min(begun)),
        ends_on=read_date(ends, f"{_PERIOD}/end") if ends else None,
        usual=tuple(sorted(block for block, _ in usual_week(message))),
    )


def read_lines(message: Message, posting: Posting) -> tuple[Line, ...]:
    """The single shifts; one that was withdrawn, or of nobody, is off."""
    off = text_at(message, "assignedWorker/assignedStatus").lower() == "false"
    off = off or text_at(message, "actionCode") == "DELETE"
    return tuple(
        Line(
            number,
            posting.client,
            day_of(start),
            start,
            end,
            pause,
            department=posting.department,
            crew=posting.crew,
            job_function=posting.job_function,
            cost_center=posting.cost_center,
            payroll_number=posting.payroll_number,
            name=posting.name,
            is_withdrawn=off or text_at(line, "actionCode") == "DELETE",
        )
        for number, ((start, end, pause), line) in enumerate(singles(message), 1)
    )


def singles(message: Message) -> Iterator[tuple[Times, Message]]:
    """(start, end, unpaid break) of each single shift. Raises Refusal."""
    for line in _lines(message, "singlePlanningLine"):
        start = _start(line)
        pause = _unpaid(line)
        if text := text_at(line, "endDateTime"):
            end = read_instant(text, "singlePlanningLine/endDateTime")
        else:
            end = start + read_hours(text_at(line, "hours")) + pause
        _refuse_odd(start, end, pause, "singlePlanningLine/endDateTime")
        yield (start, end, pause), line


def usual_week(message: Message) -> Iterator[tuple[Block, Message]]:
    """The usual stretches, each with the line that tells it. Raises Refusal."""
    for line in _lines(message, "periodicPlanningLine"):
        if text_at(line, "actionCode") == "DELETE":
            continue
        weekday = text_at(line, "planningPeriod")
        if weekday not in _WEEKDAYS:
            raise Refusal(
                "De weekdag ontbreekt.", field="periodicPlanningLine/planningPeriod"
            )
        start = _wall(text_at(line, "startTime"))
        pause = _unpaid(line)
        if text := text_at(line, "endTime"):
            end = _wall(text)
        else:
            end = start + read_hours(text_at(line, "hours")) + pause
        end += DAY if end <= start else 0
        _refuse_odd(start, end, pause, "periodicPlanningLine/endTime")
        yield Block(_WEEKDAYS.index(weekday), start, end, pause), line


def _refuse_odd(start: int, end: int, pause: int, field: str) -> None:
    if not start < end <= start + DAY or pause >= end - start:
        raise Refusal(
            "De eindtijd moet na de starttijd liggen, binnen 24 uur en na de pauze.",
            field=field,
        )


def _unpaid(line: Message) -> int:
    """Minutes of break that don't count as work; a paid break is work."""
    total = 0
    for pause in each(line.get("breaks")):
        if text_at(pause, "paidOrUnpaid") == "Paid":
            continue
        if text := text_at(pause, "startDateTime"):
            field = "breaks/endDateTime"
            total += read_instant(text_at(pause, "endDateTime"), field) - read_instant(
                text, field
            )
        elif text := text_at(pause, "startTime"):
            total += (_wall(text_at(pause, "endTime")) - _wall(text)) % DAY
        elif text := text_at(pause, "breakTrigger/breakDuration"):
            total += _wall(text)
    return max(total, 0)


def _start(line: Message) -> int:
    field = "singlePlanningLine/startDateTime"
    return read_instant(text_at(line, "startDateTime"), field)


def _wall(text: str) -> int:
    """Minutes on the wall clock. The JSON examples write an offset where the XML ones
    write none for the same times: a usual time has no offset."""  # noqa: D205, D209
    try:
        clock = time.fromisoformat(text)
    except ValueError as broken:
        raise Refusal(
            f"“{text[:40]}” is geen tijd als 07:30:00.", field="periodicPlanningLine"
        ) from broken
    return clock.hour * 60 + clock.minute


def department_of(profile: Message) -> str:
    for part in each(profile.get("positionOrganizations")):
        if text_at(part, "responsibilityCode/value") in {"", "Department"}:
            return read_text(text_at(part, "name"), 100)
    return ""


def _lines(message: Message, name: str) -> list[Message]:
    return [line for line in each(message.get(name)) if isinstance(line, dict)]


def _part(message: Message, name: str) -> dict[str, Any]:
    part = message.get(name)
    return part if isinstance(part, dict) else {}
