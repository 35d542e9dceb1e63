"""The Assignment message: who works where, as what, from when until when."""

from datetime import date

from werkbrief.exchange.reading.cells import read_text
from werkbrief.exchange.reading.lines import Posting
from werkbrief.exchange.setu.opening import Message, each, text_at
from werkbrief.exchange.setu.people import client_names, own_number
from werkbrief.words.refusals import Refusal

_WEEKS = {"Weekly": 1, "FourWeekly": 4}


def read_posting(message: Message) -> Posting:
    """An assignment; it carries no name, so the worker must be known. Raises Refusal.

    `expectedEnd` is all that is known while there is no `actualEnd`.
    """
    worker = message.get("assignedWorker")
    number = own_number(worker.get("workerId") if isinstance(worker, dict) else None)
    if not number:
        raise Refusal(
            "Het personeelsnummer ontbreekt.", field="assignedWorker/workerId"
        )
    period = "positionProfile/positionPeriod"
    ends = text_at(message, f"{period}/actualEnd") or text_at(
        message, f"{period}/expectedEnd"
    )
    part = "resourceClassificationInclusion"
    return Posting(
        client=client_names(message),
        payroll_number=read_text(number, 40),
        job_function=read_text(text_at(message, "positionProfile/positionTitle"), 100),
        starts_on=read_date(text_at(message, f"{period}/start"), f"{period}/start"),
        ends_on=read_date(ends, f"{period}/actualEnd") if ends else None,
        number=read_text(text_at(message, "documentId/value"), 60),
        department=named(message, f"{part}/department"),
        cost_center=named(message, f"{part}/costCenter"),
        crew=read_text(text_at(message, "positionProfile/shiftDescription"), 100),
        contract_minutes=_contract(message),
    )


def named(message: Message, path: str) -> str:
    name = text_at(message, f"{path}/name") or text_at(message, f"{path}/code")
    return read_text(name, 100)


def read_date(text: str, field: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError as broken:
        raise Refusal(
            f"“{text[:40]}” is geen datum als 2026-11-16.", field=field
        ) from broken


def _contract(message: Message) -> int | None:
    """Contract minutes a week, where the message counts in hours and weeks."""
    profile = message.get("positionProfile")
    periods = each(profile.get("workingPeriods")) if isinstance(profile, dict) else []
    for period in periods:
        weeks = _WEEKS.get(text_at(period, "baseDuration/unitCode/value"), 0)
        if text_at(period, "workDuration/unitCode/value") == "Hours" and weeks:
            base = _number(text_at(period, "baseDuration/value")) or 1
            return whole_minutes(text_at(period, "workDuration/value"), base * weeks)
    return None


def whole_minutes(hours: str, weeks: float) -> int | None:
    """Minutes a week of so many hours in so many weeks; None when that is nonsense."""
    minutes = round(_number(hours) * 60 / weeks) if weeks else 0
    return minutes if 0 < minutes <= 7 * 24 * 60 else None


def _number(text: str) -> float:
    try:
        return max(0.0, min(float(text), 10_000.0))
    except ValueError:
        return 0.0
