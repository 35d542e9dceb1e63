"""Files in, timecards out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status
from ninja.params.functions import Path, Query

from werkbrief.api.access import allowed
from werkbrief.api.forms import (
    BatchIn,
    BatchOut,
    ImportOut,
    JobOut,
    ReceiversOut,
)
from werkbrief.api.problems import Problem, problems
from werkbrief.api.views.jobs import job_shown
from werkbrief.api.views.paging import week_of
from werkbrief.exchange.actions import (
    HoursOutcome,
    Outcome,
    ask_import,
    export,
    import_hours,
    import_planning,
)
from werkbrief.exchange.arrivals import read_arrival
from werkbrief.exchange.models import ApiToken, Batch, Scope
from werkbrief.exchange.reading.mistakes import Unreadable
from werkbrief.jobs.actions import ask
from werkbrief.words.weeks import Week

router = Router(tags=["uitwisselen"])
Id = Path(ge=1, lt=2**63)
FILE: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/octet-stream": {
                "schema": {"type": "string", "format": "binary"}
            }
        },
    }
}
MOST_ERRORS = 500
Take = Callable[..., Outcome | HoursOutcome]


@router.post(
    "/imports",
    response={200: ImportOut, 202: JobOut},
    openapi_extra=problems(404, 409, **FILE),
    url_name="imports",
    summary="Een planning of geklokte uren inlezen: werkmap, CSV of SETU 2.0",
)
def import_file(
    request: HttpRequest,
    *,
    trial: bool = Query(default=False),
    background: bool = Query(default=False),
    what: Literal["planning", "hours", "people"] = "planning",
) -> dict[str, Any] | Status[dict[str, Any]]:
    """All of it or nothing, and twice changes nothing. `trial` stores nothing.

    With `background` the answer is a job: for what takes longer than a request may.
    """
    token = allowed(request, Scope.IMPORT)
    if not token.is_for_all:
        raise Problem(404, "Inlezen kan alleen met een token voor alle opdrachtgevers.")
    if background:
        agency = token.agency
        wanted = ask_import(
            what, token.name, request.body, agency=agency, is_trial=trial
        )
        job = ask(wanted, by=token.acts_as, at=timezone.now())
        return Status(202, job_shown(job))
    take: Take = import_hours if what == "hours" else import_planning
    outcome = take_in(token, request.body, take, what=what, is_trial=trial)
    return _imported(outcome, is_trial=trial)


def take_in(
    token: ApiToken,
    content: bytes,
    take: Take = import_planning,
    *,
    what: str = "planning",
    is_trial: bool = False,
) -> Outcome | HoursOutcome:
    """Import what was sent; its mistakes are a problem with all of them."""
    at = timezone.now()
    try:
        reading = read_arrival(content, near=timezone.localdate(at), what=what)
        reading = replace(reading, name=token.name)
    except Unreadable as refusal:
        raise Problem(422, refusal.sentence) from refusal
    outcome = take(
        reading, agency=token.agency, by=token.acts_as, at=at, is_trial=is_trial
    )
    refuse_mistakes(outcome)
    return outcome


def refuse_mistakes(outcome: Outcome | HoursOutcome) -> None:
    """All that is wrong, each with its line and the remedy."""
    if outcome.mistakes:
        raise Problem(
            422,
            f"{len(outcome.mistakes)} fouten; er is niets ingelezen.",
            errors=[
                {"line": one.line, "field": one.column, "detail": one.remedy}
                for one in outcome.mistakes[:MOST_ERRORS]
            ],
        )


@router.get(
    "/receivers",
    response=ReceiversOut,
    openapi_extra=problems(404),
    url_name="receivers",
    summary="De ontvangers van uren",
)
def receivers(request: HttpRequest) -> dict[str, Any]:
    token = _for_all(request)
    rows = token.agency.receivers.filter(archived_on=None).order_by("name")
    return {"items": list(rows.values("id", "name", "form", "transport"))}


@router.post(
    "/receivers/{pk}/batches",
    response={201: BatchOut},
    openapi_extra=problems(404, 409),
    url_name="batches",
    summary="Een week leveren; een tweede keer alleen het verschil",
)
def deliver(
    request: HttpRequest, told: BatchIn, pk: int = Id
) -> Status[dict[str, Any]]:
    token = _for_all(request)
    found = token.agency.receivers.filter(archived_on=None, pk=pk).first()
    if found is None:
        raise Problem(404, "Deze ontvanger bestaat niet.")
    batch = export(found, week_of(told.week), by=token.acts_as, at=timezone.now())
    return Status(201, _batch(batch))


@router.get(
    "/batches/{pk}",
    response=BatchOut,
    openapi_extra=problems(404),
    url_name="batch",
    summary="Een levering, met wat van elke urenstaat werd",
)
def batch(request: HttpRequest, pk: int = Id) -> dict[str, Any]:
    token = _for_all(request)
    found = Batch.objects.filter(receiver__agency=token.agency, pk=pk).first()
    if found is None:
        raise Problem(404, "Deze levering bestaat niet.")
    return _batch(found)


def _for_all(request: HttpRequest) -> ApiToken:
    """A week goes out of a whole agency: a token for some clients can't."""
    token = allowed(request, Scope.DELIVER)
    if not token.is_for_all:
        raise Problem(404, "Leveren kan alleen met een token voor alle opdrachtgevers.")
    return token


def _batch(batch: Batch) -> dict[str, Any]:
    rows = batch.deliveries.select_related("timecard").defer("message", "content")
    return {
        "id": batch.pk,
        "number": batch.number,
        "week": str(Week.of(batch.monday)),
        "deliveries": [
            {
                "id": one.pk,
                "document": one.timecard.document,
                "step": one.step,
                "fate": one.fate,
                "told": one.told,
            }
            for one in rows.order_by("pk")
        ],
    }


def _imported(outcome: Outcome | HoursOutcome, *, is_trial: bool) -> dict[str, Any]:
    return {
        "is_trial": is_trial,
        "lines": outcome.lines,
        "created": outcome.created,
        "changed": outcome.changed,
        "sentences": outcome.sentences(),
    }
