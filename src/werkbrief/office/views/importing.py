"""A planning or clocked hours come in: looked over first, then all or nothing."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from werkbrief.exchange.actions import (
    HoursOutcome,
    Outcome,
    ask_import,
    ask_undo,
    import_hours,
    import_planning,
    is_long_work,
)
from werkbrief.exchange.arrivals import MOST_BYTES, read_arrival
from werkbrief.exchange.models import Import
from werkbrief.exchange.reading.mistakes import Unreadable
from werkbrief.exchange.workbooks.example import example_workbook
from werkbrief.jobs.actions import ask
from werkbrief.jobs.models import Job
from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.navigation import PLANNERS
from werkbrief.ui.answers import UNREADABLE, XLSX
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week

# A file with a wrong column has a mistake on every line; one screen is enough.
SHOWN = 200
EARLIER = 20
TAKES: dict[str, tuple[str, Callable[..., Outcome | HoursOutcome]]] = {
    "planning": ("planning", import_planning),
    "uren": ("hours", import_hours),
    "mensen": ("people", import_planning),
}


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a file: counts, or mistakes, or the sentence why it is no file.

    `job`: it is a big file; what comes of it stands there.
    """

    name: str = ""
    is_trial: bool = True
    outcome: Outcome | HoursOutcome | None = None
    refusal: Refusal | None = None
    job: Job | None = None

    @property
    def is_good(self) -> bool:
        if self.job:
            return True
        return self.outcome is not None and not self.outcome.mistakes

    @property
    def is_unreadable(self) -> bool:
        return isinstance(self.refusal, Unreadable)

    @property
    def counts(self) -> list[tuple[str, str]]:
        sentences = self.outcome.sentences() if self.outcome else []
        return [
            (number, what) for number, _, what in (s.partition(" ") for s in sentences)
        ]

    @property
    def shown(self) -> int:
        return SHOWN


@agency_page(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def arrivals(request: AgencyRequest) -> HttpResponse:
    """The form, and what came of the file; our own script asks for the latter only."""
    report = _take_in(request) if request.method == "POST" else None
    part = request.headers.get("X-Requested-With") == "fetch"
    template = "office/import/_report.html" if part else "office/import/page.html"
    status = 200 if report is None or report.is_good else UNREADABLE
    earlier = Import.objects.filter(agency=request.agency).select_related(
        "by", "undone_by"
    )
    context = {"report": report, "earlier": earlier.order_by("-at", "-pk")[:EARLIER]}
    return render(request, template, context, status=status)


@agency_page(*PLANNERS)
@require_POST
def undoing(request: AgencyRequest, found: int) -> HttpResponse:
    """First what would go back and what can't; done from the job's own page."""
    done = get_object_or_404(Import, agency=request.agency, pk=found)
    job = ask(ask_undo(done, is_trial=True), by=request.user, at=timezone.now())
    return redirect("office_jobs_job", job=job.pk)


@agency_page(*PLANNERS)
@require_safe
def example(request: AgencyRequest) -> HttpResponse:
    """A workbook that can be filled in: last week's work, moved two weeks on."""
    last = Week.of(timezone.localdate()).previous
    content = example_workbook(request.agency, last, last + 3)
    headers = {"Content-Disposition": 'attachment; filename="voorbeeld-planning.xlsx"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


def _take_in(request: AgencyRequest) -> Report:
    file = request.FILES.get("bestand")
    is_trial = request.POST.get("daad") != "inlezen"
    if file is None or file.size is None:
        return Report(refusal=Refusal("Kies eerst het bestand met de planning."))
    name, at = file.name or "", timezone.now()
    kind, take = TAKES.get(request.POST.get("soort", ""), TAKES["planning"])
    content = file.read(MOST_BYTES + 1)
    if is_long_work(content) and len(content) <= MOST_BYTES:
        wanted = ask_import(
            kind, name, content, agency=request.agency, is_trial=is_trial
        )
        return Report(name, is_trial, job=ask(wanted, by=request.user, at=at))
    try:
        reading = read_arrival(content, near=timezone.localdate(at), what=kind)
        reading = replace(reading, name=name)
        outcome = take(
            reading, agency=request.agency, by=request.user, at=at, is_trial=is_trial
        )
    except Refusal as refusal:
        return Report(name, is_trial, refusal=refusal)
    return Report(name, is_trial, outcome)
