"""From messages to what Werkbrief keeps of them.

A HumanResource message carries a citizen service number, a birth date, an address and
more. Only the paths named here are ever looked at: number and name of the worker; the
rest is gone when this module returns.
"""

from werkbrief.exchange.reading.lines import Reading
from werkbrief.exchange.reading.mistakes import Mistake, Unreadable
from werkbrief.exchange.setu.opening import Message, open_messages
from werkbrief.exchange.setu.people import read_person
from werkbrief.exchange.setu.postings import read_posting
from werkbrief.exchange.setu.postings14 import is_version_14, read_posting_14
from werkbrief.exchange.setu.schedules import read_lines, read_schedule
from werkbrief.exchange.setu.timecards import read_timecard, read_timecard_14
from werkbrief.words.refusals import Refusal

_ELSEWHERE = {
    "StaffingOrder": "een aanvraag",
    "PlanningRequest": "een planningsverzoek",
    "PlanningConstraints": "een bericht met beschikbaarheid",
    "Invoice": "een factuur",
}


_CARDS = {"Timecard": read_timecard, "TimeCard": read_timecard_14}


def read_messages(content: bytes) -> Reading:
    """Read one message, or a JSON list of them. Raises Unreadable."""
    reading = Reading()
    for place, (name, message) in enumerate(open_messages(content), 1):
        reading = _join(reading, _read(name or _kind(message), message, place))
    return reading


def _read(kind: str, message: Message, place: int) -> Reading:
    try:
        if kind == "HumanResource":
            return Reading(people=(read_person(message),))
        if kind == "Assignment":
            old = is_version_14(message)
            read = read_posting_14 if old else read_posting
            return Reading(postings=(read(message),))
        if kind in _CARDS:
            hours = _CARDS[kind](message)
            return Reading(
                worked=(hours,),
                postings=(hours.posting,),
                skipped_columns=hours.left_out,
            )
        if kind == "PlanningAssignment":
            posting = read_schedule(message)
            return Reading(lines=read_lines(message, posting), postings=(posting,))
    except Refusal as refusal:
        return Reading(mistakes=(Mistake(place, refusal.field, "", refusal.sentence),))
    what = _ELSEWHERE.get(kind, "geen bericht dat Werkbrief kent")
    raise Unreadable(
        f"Dit is {what}. Werkbrief leest Assignment, HumanResource, "
        "PlanningAssignment en Timecard van SETU 2.0, en Assignment en TimeCard van "
        "1.4."
    )


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


def _join(one: Reading, two: Reading) -> Reading:
    return Reading(
        lines=one.lines + two.lines,
        mistakes=one.mistakes + two.mistakes,
        people=one.people + two.people,
        postings=one.postings + two.postings,
        worked=one.worked + two.worked,
        skipped_columns=tuple({*one.skipped_columns, *two.skipped_columns}),
    )
