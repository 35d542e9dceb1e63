"""From messages to what Werkbrief keeps of them.

A HumanResource message carries a citizen service number, a birth date, an address and
more. Only the paths named here are ever looked at: number and name of the worker; the
rest is gone when this module returns.
"""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import TypeVar

from werkbrief.exchange.reading.lines import Hours, Reading
from werkbrief.exchange.reading.mistakes import Mistake, Unreadable
from werkbrief.exchange.setu.opening import Message, open_messages
from werkbrief.exchange.setu.people import read_person
from werkbrief.exchange.setu.postings import read_posting
from werkbrief.exchange.setu.postings14 import is_version_14, read_posting_14
from werkbrief.exchange.setu.requests import read_away, read_request
from werkbrief.exchange.setu.schedules import read_lines, read_schedule
from werkbrief.exchange.setu.timecards import read_timecard, read_timecard_14
from werkbrief.words.refusals import Refusal

T = TypeVar("T")
MOST_MESSAGES = 50_000
_ELSEWHERE = {
    "StaffingOrder": "een aanvraag",
    "Invoice": "een factuur",
}


def read_messages(content: bytes) -> Reading:
    """Read one message, or a JSON list of them. Raises Unreadable."""
    messages = open_messages(content)
    if len(messages) > MOST_MESSAGES:
        raise Unreadable(
            f"Dit zijn {len(messages)} berichten; er passen er {MOST_MESSAGES} in één "
            "keer. Stuur ze in delen."
        )
    return _joined(
        [
            _read(name or _kind(message), message, place)
            for place, (name, message) in enumerate(messages, 1)
        ]
    )


def _read(kind: str, message: Message, place: int) -> Reading:
    reader = _READERS.get(kind)
    if reader is None:
        what = _ELSEWHERE.get(kind, "geen bericht dat Werkbrief kent")
        raise Unreadable(
            f"Dit is {what}. Werkbrief leest Assignment, HumanResource, "
            "PlanningAssignment, PlanningRequest, PlanningConstraints en Timecard van "
            "SETU 2.0, en Assignment en TimeCard van 1.4."
        )
    try:
        return reader(message)
    except Refusal as refusal:
        return Reading(mistakes=(Mistake(place, refusal.field, "", refusal.sentence),))


def _placement(message: Message) -> Reading:
    read = read_posting_14 if is_version_14(message) else read_posting
    return Reading(postings=(read(message),))


def _planned(message: Message) -> Reading:
    posting = read_schedule(message)
    return Reading(lines=read_lines(message, posting), postings=(posting,))


def _away(message: Message) -> Reading:
    away, left_out = read_away(message)
    return Reading(away=away, skipped_columns=left_out)


def _card(hours: Hours) -> Reading:
    return Reading(
        worked=(hours,), postings=(hours.posting,), skipped_columns=hours.left_out
    )


_READERS: dict[str, Callable[[Message], Reading]] = {
    "HumanResource": lambda message: Reading(people=(read_person(message),)),
    "Assignment": _placement,
    "PlanningAssignment": _planned,
    "PlanningRequest": lambda message: Reading(lines=read_request(message)),
    "PlanningConstraints": _away,
    "Timecard": lambda message: _card(read_timecard(message)),
    "TimeCard": lambda message: _card(read_timecard_14(message)),
}


def _kind(message: Message) -> str:
    """A JSON message does not say what it is; what stands in it does."""
    if "timeInterval" in message or "allowance" in message:
        return "Timecard"
    if "singlePlanningLine" in message or "periodicPlanningLine" in message:
        asks = "assignedWorker" not in message
        return "PlanningRequest" if asks else "PlanningAssignment"
    if "periodicAvailabilityLine" in message or "singleAvailabilityLine" in message:
        return "PlanningConstraints"
    if "assignedWorker" in message:
        worker = message["assignedWorker"]
        told = isinstance(worker, dict) and "assignedStatus" in worker
        return "PlanningAssignment" if told else "Assignment"
    return "HumanResource" if "person" in message else ""


def _joined(readings: list[Reading]) -> Reading:
    """All of them as one; what each left out is told once."""
    left_out = {name for one in readings for name in one.skipped_columns}
    return Reading(
        lines=_all(one.lines for one in readings),
        mistakes=_all(one.mistakes for one in readings),
        people=_all(one.people for one in readings),
        postings=_all(one.postings for one in readings),
        worked=_all(one.worked for one in readings),
        away=_all(one.away for one in readings),
        skipped_columns=tuple(sorted(left_out)),
    )


def _all(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(chain.from_iterable(parts))
