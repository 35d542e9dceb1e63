"""Work in the background: how far it is, what came of it, and its file."""

from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from werkbrief.exchange.actions import ask_import, ask_undo
from werkbrief.exchange.models import Import
from werkbrief.jobs.actions import Wanted, ask, ask_again
from werkbrief.jobs.models import Job, Side
from werkbrief.jobs.reads import as_told, latest, pieces
from werkbrief.jobs.refusals import StillRunning
from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.kinds import GOING, kinds_of
from werkbrief.office.navigation import PLANNERS


@agency_page(*PLANNERS)
@never_cache
@require_safe
def jobs(request: AgencyRequest) -> HttpResponse:
    """The latest jobs; our own script asks for the table only."""
    found = latest(request.agency, kinds_of(request.role))
    context = {"jobs": found, "is_busy": any(not job.is_over for job in found)}
    return render(request, _template(request, "_rows", "page"), context)


@agency_page(*PLANNERS)
@never_cache
@require_safe
def job(request: AgencyRequest, job: int) -> HttpResponse:
    found = as_told(get_object_or_404(_jobs(request), pk=job))
    return render(request, _template(request, "_job", "job"), {"job": found})


@agency_page(*PLANNERS)
@require_safe
def file(request: AgencyRequest, job: int) -> HttpResponseBase:
    """What the job made, piece by piece: a year takes no more memory than a week."""
    found = get_object_or_404(_jobs(request).exclude(file_name=""), pk=job)
    headers = {
        "Content-Disposition": f'attachment; filename="{found.file_name}"',
        "Content-Length": str(found.file_size),
    }
    made = pieces(found, Side.MADE)
    kind = "application/octet-stream"
    return StreamingHttpResponse(made, content_type=kind, headers=headers)


@agency_page(*PLANNERS)
@require_POST
def attempts(request: AgencyRequest, job: int) -> HttpResponse:
    """Once more from the start; what runs already goes on."""
    found = get_object_or_404(_jobs(request), pk=job)
    try:
        ask_again(found, at=timezone.now())
    except StillRunning:
        return redirect("office_jobs_job", job=found.pk)
    return redirect("office_jobs_job", job=found.pk)


@agency_page(*PLANNERS)
@require_POST
def going(request: AgencyRequest, job: int) -> HttpResponse:
    """What was looked over is now done: the same file, not chosen again."""
    found = get_object_or_404(_jobs(request).filter(kind__in=GOING), pk=job)
    if found.kind == "undo":
        mine = Import.objects.filter(agency=request.agency)
        done = get_object_or_404(mine, pk=found.wish.get("import"))
        return start(request, ask_undo(done, is_trial=False))
    content = b"".join(pieces(found, Side.BROUGHT))
    if not content:
        return redirect("office_import")
    name = str(found.wish.get("name", ""))
    wanted = ask_import(
        found.kind, name, content, agency=request.agency, is_trial=False
    )
    return start(request, wanted)


def start(request: AgencyRequest, wanted: Wanted) -> HttpResponse:
    """Put it in the queue, and look at how far it is."""
    job = ask(wanted, by=request.user, at=timezone.now())
    return redirect("office_jobs_job", job=job.pk)


def _jobs(request: AgencyRequest) -> QuerySet[Job]:
    return request.agency.jobs.filter(kind__in=kinds_of(request.role))


def _template(request: AgencyRequest, part: str, whole: str) -> str:
    is_part = request.headers.get("X-Requested-With") == "fetch"
    return f"office/jobs/{part if is_part else whole}.html"
