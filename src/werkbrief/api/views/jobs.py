"""Long work asked by a machine: a payroll file of a period, a big file in."""

from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from ninja import Router, Status
from ninja.params.functions import Path

from werkbrief.api.access import allowed
from werkbrief.api.forms import ExportIn, JobOut
from werkbrief.api.problems import Problem, problems
from werkbrief.exchange.actions import ask_payroll
from werkbrief.exchange.models import ApiToken, Scope
from werkbrief.jobs.models import Job, Side
from werkbrief.jobs.reads import as_told, pieces

router = Router(tags=["taken"])
Id = Path(ge=1, lt=2**63)
# Who may ask for a kind of job may see it.
SCOPES = {
    "planning": Scope.IMPORT,
    "hours": Scope.IMPORT,
    "people": Scope.IMPORT,
    "payroll": Scope.PAY,
}
_YEAR = 372
FILE = {
    "description": "Het bestand.",
    "content": {
        "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
    },
}


@router.post(
    "/exports",
    response={202: JobOut},
    openapi_extra=problems(404, 409),
    url_name="exports",
    summary="De loonregels van een periode als bestand; het komt als taak",
)
def export_lines(request: HttpRequest, told: ExportIn) -> Status[dict[str, Any]]:
    """The same question while it is being made is the same job."""
    token = allowed(request, Scope.PAY)
    if not token.is_for_all:
        raise Problem(404, "Dit kan alleen met een token voor alle opdrachtgevers.")
    if not 0 <= (told.until - told.since).days <= _YEAR:
        raise Problem(422, "Kies een periode van hooguit een jaar, van vóór tot.")
    layout = None
    if told.layout is not None:
        layout = token.agency.layouts.filter(pk=told.layout).first()
        if layout is None:
            raise Problem(404, "Deze indeling bestaat niet.")
    period, at = (told.since, told.until), timezone.now()
    job = ask_payroll(token.agency, period, layout, by=token.acts_as, at=at)
    return Status(202, job_shown(job))


@router.get(
    "/jobs/{pk}",
    response=JobOut,
    openapi_extra=problems(404),
    url_name="job",
    summary="Hoe ver een taak is, en wat ervan werd",
)
def job(request: HttpRequest, pk: int = Id) -> dict[str, Any]:
    return job_shown(as_told(_found(request, pk)))


_file_extra = problems(404, 409)
_file_extra["responses"][200] = FILE


@router.get(
    "/jobs/{pk}/file",
    openapi_extra=_file_extra,
    url_name="job_file",
    summary="Het bestand dat een taak maakte",
)
def job_file(request: HttpRequest, pk: int = Id) -> StreamingHttpResponse:
    found = _found(request, pk)
    if not found.file_name:
        raise Problem(
            409, "Het bestand is er nog niet, of niet meer. Kijk bij de taak."
        )
    headers = {
        "ETag": f'"{found.pk}-{found.tries}"',
        "Content-Disposition": f'attachment; filename="{found.file_name}"',
        "Content-Length": str(found.file_size),
    }
    made, kind = pieces(found, Side.MADE), "application/octet-stream"
    return StreamingHttpResponse(made, content_type=kind, headers=headers)


def _found(request: HttpRequest, pk: int) -> Job:
    token: ApiToken = request.auth  # type: ignore[attr-defined]
    kinds = [kind for kind, scope in SCOPES.items() if token.may(scope)]
    jobs = token.agency.jobs.filter(by=token.acts_as, kind__in=kinds)
    found = jobs.filter(pk=pk).first() if token.is_for_all else None
    if found is None:
        raise Problem(404, "Deze taak bestaat niet, of het token mag er niet bij.")
    return found


def job_shown(one: Job) -> dict[str, Any]:
    mistakes = one.result.get("mistakes", [])
    return {
        "id": one.pk,
        "kind": one.kind,
        "state": one.state,
        "phase": one.phase,
        "percent": one.percent,
        "detail": one.told,
        "sentences": one.result.get("sentences", []),
        "errors": [
            {"line": line, "field": column, "detail": remedy}
            for line, column, _, remedy in mistakes
        ],
        "file_name": one.file_name or None,
        "file_size": one.file_size,
    }
