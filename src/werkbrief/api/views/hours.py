"""Planning, entries, decisions and pay lines of a client's week."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router
from ninja.params.functions import Header, Path, Query

from werkbrief.api.access import allowed, client_of, clients_of, entries_of
from werkbrief.api.forms import (
    ChangeIn,
    ClientsOut,
    DecisionIn,
    EntriesOut,
    EntryOut,
    PayOut,
    ShiftsOut,
)
from werkbrief.api.problems import Problem, problems
from werkbrief.api.views.paging import MOST, moment, page, week_of
from werkbrief.api.views.shown import entry_shown, etag_of, shift_shown
from werkbrief.exchange.models import ApiToken, Scope
from werkbrief.pay.reads import hour_types_of, pay_of_hours
from werkbrief.timesheets.actions import approve, change, reject
from werkbrief.timesheets.models import TimeEntry, Verdict
from werkbrief.timesheets.refusals import EntryRefusal, Stale
from werkbrief.words.notation import Typed, read_clock, read_duration
from werkbrief.words.refusals import Refusal

router = Router(tags=["uren"])
Limit = Query(100, ge=1, le=MOST)
Id = Path(ge=1, lt=2**63)
WEEK = "/clients/{slug}/weeks/{week}"
_PARTS = ("worker", "client", "assignment__job_function", "assignment__department")


@router.get(
    "/clients",
    response=ClientsOut,
    openapi_extra=problems(),
    url_name="clients",
    summary="De opdrachtgevers van dit token",
)
def clients(request: HttpRequest) -> dict[str, Any]:
    token: ApiToken = request.auth  # type: ignore[attr-defined]
    rows = clients_of(token).order_by("name").values("slug", "name", "number")
    return {"items": list(rows)}


@router.get(
    f"{WEEK}/shifts",
    response=ShiftsOut,
    openapi_extra=problems(404),
    url_name="shifts",
    summary="De planning van een week",
)
def shifts(
    request: HttpRequest, slug: str, week: str, cursor: str = "", limit: int = Limit
) -> dict[str, Any]:
    client = client_of(allowed(request, Scope.PLANNING), slug)
    rows = client.shifts.in_week(week_of(week)).select_related("worker", "assignment")
    return page(rows, cursor, limit, shift_shown)


@router.get(
    f"{WEEK}/entries",
    response=EntriesOut,
    openapi_extra=problems(404),
    url_name="entries",
    summary="De werkbriefjes van een week",
)
def entries(
    request: HttpRequest, slug: str, week: str, cursor: str = "", limit: int = Limit
) -> dict[str, Any]:
    client = client_of(allowed(request, Scope.ENTRIES), slug)
    rows = _whole(client.time_entries.in_week(week_of(week)).standing())
    return page(rows, cursor, limit, entry_shown)


@router.get(
    "/entries/{pk}",
    response=EntryOut,
    openapi_extra=problems(404),
    url_name="entry",
    summary="Eén werkbriefje; de ETag is zijn versie",
)
def entry(request: HttpRequest, response: HttpResponse, pk: int = Id) -> dict[str, Any]:
    return _answered(response, _found(allowed(request, Scope.ENTRIES), pk))


@router.patch(
    "/entries/{pk}",
    response=EntryOut,
    openapi_extra=problems(404, 409, 412, 428),
    url_name="entry",
    summary="Uren wijzigen; If-Match is verplicht",
)
def change_entry(
    request: HttpRequest,
    response: HttpResponse,
    told: ChangeIn,
    pk: int = Id,
    if_match: str = Header("", alias="If-Match"),
) -> dict[str, Any]:
    token = allowed(request, Scope.CHANGE)
    found = _found(token, pk)
    seen = {found.pk: _version(if_match, found)}
    typed = Typed(
        start=read_clock(told.start or "", field="start"),
        end=read_clock(told.end or "", field="end"),
        pause=told.break_minutes,
        total=read_duration(told.worked or "", field="worked"),
    )
    scope = entries_of(token)
    try:
        change(scope, seen, typed, by=token.acts_as, at=timezone.now())
    except EntryRefusal as refusal:
        raise _refused(refusal) from refusal
    return _answered(response, _found(token, pk))


@router.put(
    "/entries/{pk}/decision",
    response=EntryOut,
    openapi_extra=problems(404, 409, 412, 428),
    url_name="decision",
    summary="Goedkeuren of afkeuren; If-Match is verplicht",
)
def decide(
    request: HttpRequest,
    response: HttpResponse,
    told: DecisionIn,
    pk: int = Id,
    if_match: str = Header("", alias="If-Match"),
) -> dict[str, Any]:
    token = allowed(request, Scope.APPROVE)
    found = _found(token, pk)
    seen, scope, at = (
        {found.pk: _version(if_match, found)},
        entries_of(token),
        timezone.now(),
    )
    try:
        if told.verdict == Verdict.APPROVED:
            approve(scope, seen, by=token.acts_as, at=at)
        elif told.reason:
            reject(scope, seen, told.reason, by=token.acts_as, at=at)
        else:
            raise Refusal("Geef bij afkeuren een reden.", field="reason")
    except EntryRefusal as refusal:
        raise _refused(refusal) from refusal
    return _answered(response, _found(token, pk))


@router.get(
    f"{WEEK}/pay-lines",
    response=PayOut,
    openapi_extra=problems(404),
    url_name="pay_lines",
    summary="De loonregels van de goedgekeurde uren van een week",
)
def pay_lines(request: HttpRequest, slug: str, week: str) -> dict[str, Any]:
    client = client_of(allowed(request, Scope.PAY), slug)
    found = week_of(week)
    approved = client.time_entries.in_week(found).filter(
        decision__verdict=Verdict.APPROVED
    )
    paid = pay_of_hours(client, found, approved)
    lines = [n for own in paid.values() if not isinstance(own, str) for n in own]
    hour_types = hour_types_of(client.agency)
    sorts = [hour_types.of(n.names, n.percent) for n in lines]
    return {
        "items": [
            {
                "entry": n.entry_id,
                "start": moment(n.start),
                "end": moment(n.end),
                "minutes": n.minutes,
                "percent": None if n.percent is None else f"{float(n.percent):g}",
                "rules": n.rules,
                "articles": n.articles,
                "is_addon": n.is_addon,
                "hour_type": sort.name,
                "hour_code": sort.code,
                "by_hand": n.by_hand
                and {
                    "computed_percent": None
                    if n.computed is None
                    else f"{float(n.computed):g}",
                    "set_percent": f"{float(n.by_hand.set_to):g}",
                    "reason": n.by_hand.reason,
                    "is_to_judge": n.is_to_judge,
                },
            }
            for n, sort in zip(lines, sorts, strict=True)
        ]
    }


def _whole(rows: QuerySet[TimeEntry]) -> QuerySet[TimeEntry]:
    return rows.select_related(*_PARTS, "decision")


def _found(token: ApiToken, pk: int) -> TimeEntry:
    found = _whole(entries_of(token).standing()).filter(pk=pk).first()
    if found is None:
        raise Problem(404, "Dit werkbriefje bestaat niet.")
    return found


def _version(if_match: str, found: TimeEntry) -> int:
    if not if_match:
        raise Problem(428, "Stuur If-Match mee met de ETag van wat je zag.")
    if if_match.strip() != etag_of(found):
        raise Problem(
            412, "Dit werkbriefje is intussen gewijzigd. Haal het opnieuw op."
        )
    return found.version


def _refused(refusal: EntryRefusal) -> Problem:
    errors = [{"field": refusal.field, "detail": refusal.sentence}]
    status = 412 if isinstance(refusal, Stale) else 409
    return Problem(status, refusal.sentence, errors=errors if refusal.field else [])


def _answered(response: HttpResponse, found: TimeEntry) -> dict[str, Any]:
    response["ETag"] = etag_of(found)
    return entry_shown(found)
