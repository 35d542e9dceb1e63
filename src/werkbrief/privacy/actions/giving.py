"""Giving somebody all that is kept about them: JSON for machines, Excel for people."""

import json
import tempfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.exchange.later import Workbook
from werkbrief.exchange.workbooks.pages import Column, Formats, Page
from werkbrief.jobs.actions import Run, Wanted, ask
from werkbrief.jobs.models import Job
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.privacy.reads.portrait import portrait
from werkbrief.privacy.reads.portrait_account import portrait_of_account
from werkbrief.staffing.models import Agency, Worker

INSIGHT = "insight"
_BLOCK = 1024 * 1024
_WIDTH = 18
_CELL = 32_000
README = """Alles wat {agency} met Werkbrief over één persoon bewaart.
Gemaakt op {at:%d-%m-%Y %H:%M}.

gegevens.json   voor machines: over te dragen aan een ander (artikel 20 AVG)
gegevens.xlsx   hetzelfde om te lezen, een blad per onderwerp (artikel 15 AVG)

Waar ‘door’ staat, staat welke kant het deed: het bureau, de opdrachtgever, de
medewerker of het portaal. De namen van anderen zijn hun gegevens en staan er niet in.
Waarvoor en hoelang het wordt bewaard, zegt het bureau; daar is ook verbetering,
wissing of bezwaar te vragen. Klagen kan bij de Autoriteit Persoonsgegevens.
"""


def ask_insight(worker: Worker, *, by: User, at: datetime) -> Job:
    wish = {"worker": worker.pk}
    return ask(
        Wanted(worker.agency, INSIGHT, f"Inzage: {worker.name}", wish), by=by, at=at
    )


def ask_insight_of_account(
    user: User, who: str, agency: Agency, *, by: User, at: datetime
) -> Job:
    wish = {"user": user.pk}
    return ask(Wanted(agency, INSIGHT, f"Inzage: {who}", wish), by=by, at=at)


def work_on_insight(run: Run) -> None:
    """One file with both forms in it; that it was made stands in the journal."""
    at, agency = run.clock(), run.agency
    if "worker" in run.wish:
        kind, pk = "staffing.worker", run.wish["worker"]
        pages = portrait(agency.workers.select_related("agency").get(pk=pk), run.tell)
    else:
        kind, pk = "accounts.user", run.wish["user"]
        pages = portrait_of_account(User.objects.get(pk=pk), agency)
    found = list(pages)
    with tempfile.TemporaryFile() as file:
        _pack(file, found, README.format(agency=agency.name, at=at))
        file.seek(0)
        while block := file.read(_BLOCK):
            run.write(block)
    with transaction.atomic():
        counts = {title: len(rows) for title, rows in found if rows}
        deed = Deed(agency.pk, run.by, at)
        record(
            "privacy.insight_given", deed, [Trace(kind, pk, None, {"pages": counts})]
        )
        told = ", ".join(f"{title.lower()} {count}" for title, count in counts.items())
        run.finish(file_name=f"inzage-{pk}-{at:%Y%m%d}.zip", sentences=[f"{told}."])


def _pack(
    file: IO[bytes], pages: Sequence[tuple[str, list[dict[str, Any]]]], readme: str
) -> None:
    with ZipFile(file, "w", ZIP_DEFLATED) as box:
        whole = dict(pages)
        told = json.dumps(whole, ensure_ascii=False, indent=1, default=str)
        box.writestr("gegevens.json", told)
        with tempfile.TemporaryFile() as sheet:
            _write(sheet, pages)
            sheet.seek(0)
            box.writestr("gegevens.xlsx", sheet.read())
        box.writestr("LEESMIJ.txt", readme)


def _write(file: IO[bytes], pages: Iterable[tuple[str, list[dict[str, Any]]]]) -> None:
    with Workbook(file, {"constant_memory": True}) as book:
        formats = Formats(book)
        for title, rows in pages:
            names = list(rows[0]) if rows else ["niets bewaard"]
            page = Page(book, title, [Column(name, _WIDTH) for name in names], formats)
            for row in rows:
                page.add([_cell(value) for value in row.values()])


def _cell(value: Any) -> str | int | None:  # noqa: ANN401
    if value is None or isinstance(value, (str, int)):
        return value[:_CELL] if isinstance(value, str) else value
    return json.dumps(value, ensure_ascii=False, default=str)[:_CELL]
