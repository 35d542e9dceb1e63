"""Hours of somebody who was not planned, passed on by a machine (S5.3)."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status
from ninja.params.functions import Path, Query

from werkbrief.api.access import allowed, client_of, clients_of
from werkbrief.api.forms import ManualIn, ManualListOut, ManualOut
from werkbrief.api.problems import Problem, problems
from werkbrief.api.views.paging import MOST, moment, page
from werkbrief.exchange.models import Scope
from werkbrief.timesheets.actions import Slip, add_manual
from werkbrief.timesheets.models import ManualEntry
from werkbrief.words.notation import Typed, read_clock, read_duration
from werkbrief.words.refusals import Refusal

router = Router(tags=["handmatig"])
Limit = Query(100, ge=1, le=MOST)
Id = Path(ge=1, lt=2**63)
_PARTS = ("client", "job_function", "answer")


@router.get(
    "/clients/{slug}/manual-entries",
    response=ManualListOut,
    openapi_extra=problems(404),
    url_name="manual_entries",
    summary="De handmatige werkbriefjes van een opdrachtgever",
)
def manual_entries(
    request: HttpRequest, slug: str, cursor: str = "", limit: int = Limit
) -> dict[str, Any]:
    client = client_of(allowed(request, Scope.MANUAL), slug)
    rows = client.manual_entries.select_related(*_PARTS).prefetch_related("days")
    return page(rows, cursor, limit, _shown)


@router.post(
    "/clients/{slug}/manual-entries",
    response={201: ManualOut},
    openapi_extra=problems(404, 409),
    url_name="manual_entries",
    summary="Uren doorgeven van iemand die niet gepland was",
)
def add_manual_entry(
    request: HttpRequest, slug: str, told: ManualIn
) -> Status[dict[str, Any]]:
    """Twice the same while it waits is one; the agency makes hours of it."""
    token = allowed(request, Scope.MANUAL)
    client = client_of(token, slug)
    function = client.jobfunction_set.filter(name__iexact=told.job_function).first()
    if function is None:
        names = ", ".join(client.jobfunction_set.values_list("name", flat=True)[:20])
        raise Refusal(f"Deze functie is hier niet. Wel: {names}.", field="job_function")
    typed = Typed(
        start=read_clock(told.start or "", field="start"),
        end=read_clock(told.end or "", field="end"),
        pause=told.break_minutes,
        total=read_duration(told.worked or "", field="worked"),
    )
    slip = Slip(function, told.who, told.days, typed, told.description)
    made = add_manual(client, slip, by=token.acts_as, at=timezone.now())
    return Status(201, _shown(made))


@router.get(
    "/manual-entries/{pk}",
    response=ManualOut,
    openapi_extra=problems(404),
    url_name="manual_entry",
    summary="Eén handmatig werkbriefje, en wat ervan werd",
)
def manual_entry(request: HttpRequest, pk: int = Id) -> dict[str, Any]:
    token = allowed(request, Scope.MANUAL)
    mine = ManualEntry.objects.filter(client__in=clients_of(token), pk=pk)
    found = mine.select_related(*_PARTS).first()
    if found is None:
        raise Problem(404, "Dit handmatige werkbriefje bestaat niet.")
    return _shown(found)


def _shown(one: ManualEntry) -> dict[str, Any]:
    given = getattr(one, "answer", None)
    days = sorted(one.days.all(), key=lambda day: day.start)
    return {
        "id": one.pk,
        "client": one.client.slug,
        "job_function": one.job_function.name,
        "who": one.who,
        "description": one.description,
        "state": given.handling if given else "pending",
        "reason": (given.reason or None) if given else None,
        "days": [
            {
                "start": moment(day.start),
                "end": moment(day.end),
                "break_minutes": day.break_minutes,
                "entry": day.entry_id,
            }
            for day in days
        ],
    }
