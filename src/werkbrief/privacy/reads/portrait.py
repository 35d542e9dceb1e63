"""All that is kept about one worker, as pages of plain rows (articles 15 and 20).

Who did something stands there as a side, not by name: that is somebody else's data.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import F

from werkbrief.exchange.models import Delivery
from werkbrief.planning.models import Absence, BaseBlock, PlanningMessage, Shift
from werkbrief.privacy.reads.about import letters_to, lines_of, rows_of
from werkbrief.privacy.reads.portrait_hours import entries, paid, versions
from werkbrief.privacy.reads.sides import Sides, moment
from werkbrief.staffing.models import Assignment, PersonalLink, Worker
from werkbrief.timesheets.models import (
    Comment,
    CorrectionRequest,
    LessonAnswer,
    ManualEntry,
    Objection,
)
from werkbrief.words.clock import clock, day_of, wall
from werkbrief.words.tongues import DUTCH

Row = dict[str, Any]
Page = tuple[str, list[Row]]
Telling = Callable[[str, int, int], None]


def portrait(worker: Worker, tell: Telling) -> Iterator[Page]:
    """Page by page, in the order in which one would ask."""
    sides = Sides(worker.agency_id)
    yield (
        "Medewerker",
        [
            {
                "naam": worker.name,
                "loonnummer": worker.payroll_number,
                "in archief sinds": _day(worker.archived_on),
                "bureau": worker.agency.name,
            }
        ],
    )
    yield "Plaatsingen", _assignments(worker)
    yield "Grondplan", _usual(worker)
    yield "Diensten", _shifts(worker)
    yield (
        "Afwezigheid",
        [
            {"van": _day(one.starts_on), "tot en met": _day(one.ends_on)}
            for one in rows_of(Absence, worker).order_by("starts_on")
        ],
    )
    yield "Werkbriefjes", entries(worker, sides)
    yield "Versies", versions(worker, sides)
    yield "Loonregels", list(paid(worker, tell))
    yield "Opmerkingen", _remarks(worker, sides)
    yield "Correcties", _corrections(worker, sides)
    yield "Handmatig", _manual(worker, sides)
    yield "Leveringen", _deliveries(worker)
    yield "Links en mails", _contact(worker)
    yield "Logboek", _journal(worker, sides)


def _assignments(worker: Worker) -> list[Row]:
    rows = rows_of(Assignment, worker).select_related(
        "client", "job_function", "department", "crew", "cost_center"
    )
    return [
        {
            "opdrachtgever": str(one.client),
            "functie": str(one.job_function),
            "afdeling": str(one.department or ""),
            "ploeg": str(one.crew or ""),
            "kostenplaats": str(one.cost_center or ""),
            "plaatsingsnummer": one.number,
            "contractminuten per week": one.contract_minutes,
            "van": _day(one.starts_on),
            "tot en met": _day(one.ends_on),
        }
        for one in rows.order_by("starts_on")
    ]


def _usual(worker: Worker) -> list[Row]:
    rows = rows_of(BaseBlock, worker).select_related("schedule")
    return [
        {
            "geldt vanaf": _day(one.schedule.valid_from),
            "week": one.week + 1,
            "dag": DUTCH.weekdays[one.weekday],
            "van": wall(one.start),
            "tot": wall(one.end),
            "pauze (minuten)": one.break_minutes,
        }
        for one in rows.order_by("schedule__valid_from", "week", "weekday", "start")
    ]


def _shifts(worker: Worker) -> list[Row]:
    rows = (
        rows_of(Shift, worker)
        .order_by("start")
        .values_list("client__name", "start", "end", "break_minutes", "is_cancelled")
    )
    return [
        {
            "opdrachtgever": client,
            "datum": _day(day_of(start)),
            "van": clock(start),
            "tot": clock(end),
            "pauze (minuten)": pause,
            "vervallen": "ja" if is_cancelled else "nee",
        }
        for client, start, end, pause, is_cancelled in rows
    ]


def _remarks(worker: Worker, sides: Sides) -> list[Row]:
    """In one list: what was said about hours, the planning and the usual week."""
    found = [
        (one.at, sides.of(one.by_id), "opmerking", one.text)
        for one in rows_of(Comment, worker)
    ]
    for one in rows_of(Objection, worker).select_related("answer"):
        found.append((one.at, "de medewerker", "klopt niet", one.text))
        if hasattr(one, "answer"):
            by = sides.of(one.answer.by_id)
            found.append((one.answer.at, by, "antwoord", one.answer.text))
    for one in rows_of(PlanningMessage, worker).select_related("answer"):
        kind = str(one.get_kind_display())
        found.append((one.at, sides.of(one.by_id), kind, one.text))
        if hasattr(one, "answer"):
            by = sides.of(one.answer.by_id)
            found.append((one.answer.at, by, str(one.answer), one.answer.reason))
    found += [
        (one.at, sides.of(one.by_id), "voorstel grondplan", one.reason)
        for one in rows_of(LessonAnswer, worker)
    ]
    return [
        {"wanneer": moment(at), "door": by, "soort": what, "tekst": text}
        for at, by, what, text in sorted(found, key=lambda row: row[0])
    ]


def _corrections(worker: Worker, sides: Sides) -> list[Row]:
    rows = rows_of(CorrectionRequest, worker).select_related("answer")
    return [
        {
            "gevraagd": moment(one.at),
            "door": sides.of(one.by_id),
            "reden": one.reason,
            "was": f"{clock(one.was_start)}–{clock(one.was_end)}",
            "wordt": f"{clock(one.start)}–{clock(one.end)}" if one.has_worked else "",
            "uitkomst": str(one.answer) if hasattr(one, "answer") else "wacht",
            "toelichting": one.answer.reason if hasattr(one, "answer") else "",
        }
        for one in rows
    ]


def _manual(worker: Worker, sides: Sides) -> list[Row]:
    return [
        {
            "doorgegeven": moment(one.at),
            "door": sides.of(one.by_id),
            "wie": one.who,
            "omschrijving": one.description,
        }
        for one in rows_of(ManualEntry, worker).order_by("at")
    ]


def _deliveries(worker: Worker) -> list[Row]:
    rows = rows_of(Delivery, worker).select_related("timecard", "batch__receiver")
    return [
        {
            "ontvanger": one.batch.receiver.name,
            "geleverd": moment(one.batch.at),
            "week van": _day(one.timecard.monday),
            "urenstaat": one.timecard.document,
            "versie": one.revision,
            "soort": one.get_step_display(),
            "uitkomst": one.get_fate_display(),
            "inhoud": one.content,
        }
        for one in rows.order_by("pk")
    ]


def _contact(worker: Worker) -> list[Row]:
    found: list[tuple[datetime, Row]] = [
        (
            one.made_at,
            {
                "soort": "persoonlijke link",
                "wanneer": moment(one.made_at),
                "e-mailadres": one.email,
                "taal": one.get_language_display(),
                "werkt tot": _day(one.expires_on),
                "ingetrokken": moment(one.revoked_at),
                "onderwerp": "",
            },
        )
        for one in rows_of(PersonalLink, worker)
    ]
    for one in letters_to(worker):
        row = {"soort": "mail", "wanneer": moment(one.queued_at), "e-mailadres": one.to}
        row |= {"taal": "", "werkt tot": "", "ingetrokken": ""}
        found.append((one.queued_at, row | {"onderwerp": one.subject}))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _journal(worker: Worker, sides: Sides) -> list[Row]:
    rows = (
        lines_of(worker)
        .order_by("event__at", "pk")
        .values_list(
            F("event__at"), F("event__verb"), F("event__by"), "kind", "before", "after"
        )
    )
    return [
        {
            "wanneer": moment(at),
            "daad": verb,
            "door": sides.of(by),
            "ding": kind,
            "ervoor": before,
            "erna": after,
        }
        for at, verb, by, kind, before, after in rows.iterator()
    ]


def _day(day: object) -> str:
    return str(day or "")
