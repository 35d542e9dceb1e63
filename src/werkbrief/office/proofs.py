"""The proof of one entry: what happened, and what was on screen when it was judged."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from werkbrief.accounts.models import User
from werkbrief.journal.reads import Happening, history
from werkbrief.office.telling import tell
from werkbrief.office.telling_words import WORDS
from werkbrief.pay.reads import Line, pay_of_entry, percentage
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.reads.moments import Hours, Standing, entry_as_of
from werkbrief.words.clock import clock, day_of, duration, instant, local

JUDGED = ("timesheets.approved", "timesheets.rejected", "timesheets.manual_converted")
# Before the deed itself: the screen showed how it stood until then.
JUST_BEFORE = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Making:
    """Who asks for the proof, and when."""

    by: User
    at: datetime


def proof_of(entry: TimeEntry, making: Making) -> dict[str, Any]:
    """A document of plain words and figures, sealed by a digest of the rest.

    `digest`: SHA-256 over this document without it, as JSON with sorted keys and no
    spaces; who changes a letter gets another one.
    """
    lines = history("timesheets.timeentry", entry.pk)
    remarks = [
        {"at": _moment(one.at), "by": str(one.by), "text": one.text, "_at": one.at}
        for one in entry.comments.select_related("by").order_by("at")
    ]
    document: dict[str, Any] = {
        "document": "bewijs van een werkbriefje",
        "made": {"at": _moment(making.at), "by": str(making.by)},
        "agency": str(entry.client.agency),
        "client": str(entry.client),
        "entry": entry.pk,
        "worker": entry.worker.name,
        "payroll_number": entry.worker.payroll_number,
        "function": str(entry.assignment.job_function),
        "day": day_of(entry.start).isoformat(),
        "now": _shown(entry_as_of(entry.pk, making.at)),
        "pay_lines": [_paid(line) for line in pay_of_entry(entry).lines],
        "judgements": [_judgement(entry, line, remarks) for line in _judged(lines)],
        "remarks": [_plain(one) for one in remarks],
        "history": [_line(line) for line in reversed(lines)],
    }
    return document | {"digest": digest(document)}


def digest(document: dict[str, Any]) -> str:
    rest = {key: value for key, value in document.items() if key != "digest"}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _judged(lines: list[Happening]) -> list[Happening]:
    return [line for line in reversed(lines) if line.verb in JUDGED]


def _judgement(
    entry: TimeEntry, line: Happening, remarks: list[dict[str, Any]]
) -> dict[str, Any]:
    seen = entry_as_of(entry.pk, line.at - JUST_BEFORE)
    return {
        "at": _moment(line.at),
        "by": line.by,
        "what": tell(line).what,
        "why": tell(line).why,
        "on_screen": _shown(seen),
        "remarks_on_screen": [_plain(one) for one in remarks if one["_at"] < line.at],
    }


def _shown(standing: Standing | None) -> dict[str, Any] | None:
    if standing is None:
        return None
    return {
        "entered": _hours(standing.hours),
        "planned": standing.planned and _hours(standing.planned),
        "changed_by_hand": standing.is_touched,
        "version": standing.version,
        "judgement": str(WORDS.get(standing.verdict, standing.verdict)) or "staat open",
        "reason": str(WORDS.get(standing.reason, standing.reason)),
    }


def _paid(line: Line) -> dict[str, Any]:
    """What is paid; of a line that was set by hand also what is computed, and why."""
    told: dict[str, Any] = {
        "hours": line.hours,
        "percentage": line.percentage,
        "line": line.label,
        "articles": line.articles,
    }
    if hand := line.by_hand:
        told |= {
            "computed": line.computed_percentage,
            "set_by_hand": percentage(hand.set_to, is_addon=line.is_addon),
            "why": hand.reason,
            "is_to_judge": line.is_to_judge,
        }
    return told


def _hours(hours: Hours) -> dict[str, Any]:
    return {
        "start": clock(hours.start),
        "end": clock(hours.end),
        "break_minutes": hours.break_minutes,
        "total": duration(hours.worked_minutes),
    }


def _line(line: Happening) -> dict[str, Any]:
    told = tell(line)
    return {
        "at": _moment(line.at),
        "by": told.who,
        "what": told.what,
        "why": told.why,
        "changes": [
            {"field": field, "before": before, "after": after}
            for field, before, after in told.changes
        ],
    }


def _plain(remark: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in remark.items() if key != "_at"}


def _moment(at: datetime) -> str:
    return local(instant(at)).isoformat(timespec="minutes")
