"""What takes long and is asked as a job: a big file in, a long period out."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.exchange.actions.clocking import HoursOutcome, import_hours
from werkbrief.exchange.actions.comparing import KIND as COMPARISON
from werkbrief.exchange.actions.comparing import work_on_comparison
from werkbrief.exchange.actions.importing import import_planning
from werkbrief.exchange.actions.outcome import Outcome
from werkbrief.exchange.actions.undoing import undo_import
from werkbrief.exchange.arrivals import read_arrival
from werkbrief.exchange.models import Import, Layout, SheetForm
from werkbrief.exchange.payroll import (
    USUAL,
    PaidLine,
    paid_lines,
    payroll_csv,
    payroll_workbook,
)
from werkbrief.jobs.actions import Run, Wanted, ask
from werkbrief.jobs.models import Job
from werkbrief.staffing.models import Agency

Take = Callable[..., Outcome | HoursOutcome]
TAKES: dict[str, tuple[str, Take]] = {
    "planning": ("Planning inlezen", import_planning),
    "hours": ("Geklokte uren inlezen", import_hours),
    "people": ("Medewerkers en plaatsingen inlezen", import_planning),
}
# A file with a wrong column has a mistake on every line; one screen is enough.
SHOWN = 200
_BLOCK = 1024 * 1024
# About three thousand lines, read and checked in a second or two: more is a job.
_BIG, _BIG_PACKED = 250_000, 90_000


def is_long_work(content: bytes) -> bool:
    """Nobody should wait at a page for this file."""
    return len(content) > (_BIG_PACKED if content.startswith(b"PK") else _BIG)


def ask_import(
    what: str, name: str, content: bytes, *, agency: Agency, is_trial: bool
) -> Wanted:
    """The wish to take in a file of this sort."""
    title = f"{TAKES[what][0]}: {name or 'zonder naam'}"
    wish = {"name": name, "is_trial": is_trial}
    return Wanted(
        agency, what, f"{title} (nakijken)" if is_trial else title, wish, content
    )


def ask_payroll(
    agency: Agency,
    period: tuple[date, date],
    layout: Layout | None,
    *,
    by: User | None,
    at: datetime,
) -> Job:
    """A payroll file of this period, to fetch later."""
    first, last = period
    title = f"Loonbestand {first:%d-%m-%Y} – {last:%d-%m-%Y}"
    wish = {
        "first": str(first),
        "last": str(last),
        "layout": layout.pk if layout else None,
    }
    wanted = Wanted(agency, "payroll", f"{title}, {layout}" if layout else title, wish)
    return ask(wanted, by=by, at=at)


def work_on_import(run: Run) -> None:
    """All of the file or nothing; the end of the job stands in the same transaction."""
    at = run.clock()
    is_trial = bool(run.wish.get("is_trial"))
    run.tell("Lezen")
    near = timezone.localdate(at)
    reading = read_arrival(run.content(), near=near, tell=run.tell, what=run.job.kind)
    reading = replace(reading, name=str(run.wish.get("name", "")))
    take = TAKES[run.job.kind][1]
    with transaction.atomic():
        outcome = take(reading, agency=run.agency, by=run.by, at=at, is_trial=is_trial)
        if not is_trial and not outcome.mistakes:
            run.finish(**_told(outcome))
    if outcome.mistakes:
        number = len(outcome.mistakes)
        what = "1 regel" if number == 1 else f"{number} regels"
        sentence = f"{what} te verbeteren; er is niets ingelezen."
        run.fail(sentence, **_told(outcome))
    elif is_trial:
        run.finish(**_told(outcome), is_trial=True)


def ask_undo(found: Import, *, is_trial: bool) -> Wanted:
    """The wish to undo an import, or to see first what that would do."""
    title = f"Ongedaan maken: {found.name or 'bericht'} van {found.at:%d-%m-%Y}"
    wish = {"import": found.pk, "is_trial": is_trial}
    return Wanted(
        found.agency, "undo", f"{title} (nakijken)" if is_trial else title, wish
    )


def work_on_undo(run: Run) -> None:
    """All that can go back goes back; what stays is told, one by one."""
    found = Import.objects.get(agency=run.agency, pk=run.wish["import"])
    is_trial = bool(run.wish.get("is_trial"))
    with transaction.atomic():
        undone = undo_import(
            found, by=run.by, at=run.clock(), is_trial=is_trial, tell=run.tell
        )
        told: dict[str, Any] = {
            "sentences": undone.sentences(),
            "left": undone.left[:SHOWN],
            "stays": len(undone.left),
        }
        if not is_trial:
            run.finish(**told)
    if is_trial:
        run.finish(**told, is_trial=True)


def work_on_payroll(run: Run) -> None:
    """The paid lines of a period, to a file: no more than a week is in memory."""
    first, last = (date.fromisoformat(run.wish[key]) for key in ("first", "last"))
    chosen = run.agency.layouts.filter(pk=run.wish["layout"]).first() or Layout(
        agency=run.agency, name="loonregels", columns=USUAL
    )
    lines = _counted(run, paid_lines(run.agency, first, last), first, last)
    if chosen.form == SheetForm.CSV:
        for piece in payroll_csv(lines, chosen):
            run.write(piece.encode())
    else:
        with tempfile.TemporaryFile() as file:
            payroll_workbook(lines, chosen, file)
            file.seek(0)
            while block := file.read(_BLOCK):
                run.write(block)
    run.finish(file_name=f"loonregels-{first}-{last}.{chosen.form}")


JOBS = {
    "planning": work_on_import,
    "hours": work_on_import,
    "people": work_on_import,
    "payroll": work_on_payroll,
    "undo": work_on_undo,
    COMPARISON: work_on_comparison,
}


def _counted(
    run: Run, lines: Iterator[PaidLine], first: date, last: date
) -> Iterator[PaidLine]:
    """The same lines, telling at each new day how far along the period they are."""
    seen = None
    for line in lines:
        if line.day != seen:
            seen = line.day
            run.tell("Loonregels", (seen - first).days, (last - first).days + 1)
        yield line


def _told(outcome: Outcome | HoursOutcome) -> dict[str, Any]:
    return {
        "lines": outcome.lines,
        "sentences": outcome.sentences(),
        "mistakes": [
            [one.line, one.column, one.read, one.remedy]
            for one in outcome.mistakes[:SHOWN]
        ],
        "mistaken": len(outcome.mistakes),
        "skipped": list(outcome.skipped_columns),
        "weeks": list(getattr(outcome, "weeks", ())),
    }
