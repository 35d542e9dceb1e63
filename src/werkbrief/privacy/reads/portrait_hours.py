"""The hours of one worker: as they stand, every version before, and what they paid."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from werkbrief.journal.models import Change
from werkbrief.pay.reads import Line, pay_of_hours, percentage
from werkbrief.privacy.reads.about import rows_of
from werkbrief.privacy.reads.sides import Sides, moment
from werkbrief.staffing.models import Client, Worker
from werkbrief.timesheets.models import TimeEntry, Verdict
from werkbrief.words.clock import clock, day_of
from werkbrief.words.weeks import Week

Row = dict[str, Any]


def entries(worker: Worker, sides: Sides) -> list[Row]:
    """With the judgement, and which side gave it."""
    rows = rows_of(TimeEntry, worker).select_related("client", "decision")
    found = []
    for one in rows.order_by("start"):
        decision = getattr(one, "decision", None)
        found.append(
            {
                "werkbriefje": one.pk,
                "opdrachtgever": str(one.client),
                **_times(one.start, one.end, one.break_minutes),
                "versie": one.version,
                "oordeel": str(decision) if decision else "open",
                "reden": decision.get_reason_display() if decision else "",
                "door": sides.of(decision.by_id) if decision else "",
                "op": moment(decision.at) if decision else "",
            }
        )
    return found


def versions(worker: Worker, sides: Sides) -> list[Row]:
    """What each deed made of them, in order."""
    own = rows_of(TimeEntry, worker).values("pk")
    lines = Change.objects.filter(kind="timesheets.timeentry", subject_id__in=own)
    rows = lines.order_by("subject_id", "event__at", "pk").values_list(
        "subject_id", "event__at", "event__verb", "event__by", "after"
    )
    return [
        {
            "werkbriefje": pk,
            "wanneer": moment(at),
            "daad": verb,
            "door": sides.of(by),
            **_times(after["start"], after["end"], after["break_minutes"]),
            "versie": after.get("version"),
        }
        for pk, at, verb, by, after in rows
        if after and "start" in after
    ]


def paid(worker: Worker, tell: Callable[[str, int, int], None]) -> Iterator[Row]:
    """Approved hours as they pay, week by week: a few statements for each."""
    approved = TimeEntry.objects.filter(
        worker=worker, decision__verdict=Verdict.APPROVED
    )
    weeks = sorted(
        {
            (Week.of(day_of(start)).monday, client)
            for start, client in approved.values_list("start", "client_id")
        }
    )
    clients = Client.objects.in_bulk({client for _, client in weeks})
    for number, (monday, client) in enumerate(weeks):
        tell("Loonregels", number, len(weeks))
        yield from _week(clients[client], monday, worker)


def _week(client: Client, monday: date, worker: Worker) -> Iterator[Row]:
    week = Week.of(monday)
    own = client.time_entries.in_week(week).filter(
        worker=worker, decision__verdict=Verdict.APPROVED
    )
    for pk, lines in sorted(pay_of_hours(client, week, own).items()):
        if isinstance(lines, str):
            yield _line(client, pk, {"toelichting": lines})
            continue
        for line in lines:
            yield _line(
                client,
                pk,
                {
                    "datum": str(day_of(line.start)),
                    "van": clock(line.start),
                    "tot": clock(line.end),
                    "minuten": line.minutes,
                    "percentage": percentage(line.percent),
                    "toelichting": _why(line),
                },
            )


def _why(line: Line) -> str:
    """Its rules; of a line set by hand what was computed, and the reason given."""
    named = " + ".join(line.rules)
    if line.by_hand is None:
        return named
    rate, why = line.computed_percentage, line.by_hand.reason
    return f"{named} met de hand, berekend {rate}: {why}".lstrip()


def _line(client: Client, pk: int, told: Row) -> Row:
    empty = dict.fromkeys(
        ("datum", "van", "tot", "minuten", "percentage", "toelichting"), ""
    )
    return {"opdrachtgever": str(client), "werkbriefje": pk, **empty, **told}


def _times(start: int, end: int, pause: int) -> Row:
    return {
        "datum": str(day_of(start)),
        "van": clock(start),
        "tot": clock(end),
        "pauze (minuten)": pause,
    }
