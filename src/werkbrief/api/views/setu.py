"""SETU in: a supplier's system brings placements, people and planning.

POST and PUT of one message, answered at once with yes or no, as the standard asks: a
202 is not allowed. What arrives is kept as Werkbrief keeps it; nothing else of the
message stays, so GET gives back no more than that. DELETE takes it away.
"""

import json

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Status
from ninja.params.functions import Header

from werkbrief.api.access import allowed
from werkbrief.api.interface import unless_known
from werkbrief.api.problems import Problem, problems
from werkbrief.api.views.exchanging import refuse_mistakes
from werkbrief.exchange.actions import supply, withdraw_supplied
from werkbrief.exchange.models import ApiToken, Scope, Supplied
from werkbrief.exchange.reading.mistakes import Unreadable
from werkbrief.exchange.setu.keeping import ROOTS, shown_as_xml

router = Router(tags=["setu"])
VERSION = "2.0"
BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": {"type": "object"}},
            "application/xml": {"schema": {"type": "string"}},
        },
    }
}
ECHO = {
    "description": "Aangenomen; het bericht komt terug.",
    "content": {
        "application/json": {"schema": {"type": "object"}},
        "application/xml": {"schema": {"type": "string"}},
    },
}


def _extra(status: int, *, has_body: bool = True) -> dict[str, object]:
    extra = problems(404, 409, **(BODY if has_body else {}))
    extra["responses"][status] = ECHO
    return extra


@router.post(
    "/purchase-to-pay/{kind}/{resource}",
    response={201: None},
    openapi_extra=_extra(201),
    url_name="setu",
    summary="Een assignment, human-resource of planning-assignment brengen",
)
def bring(
    request: HttpRequest,
    kind: str,
    resource: str,
    version: str = Header("2.0", alias="setuVersionId"),
) -> HttpResponse:
    return _taken(request, (kind, resource), version, 201)


@router.put(
    "/purchase-to-pay/{kind}/{resource}",
    openapi_extra=_extra(200),
    url_name="setu",
    summary="Hetzelfde, als het er al is",
)
def bring_again(
    request: HttpRequest,
    kind: str,
    resource: str,
    version: str = Header("2.0", alias="setuVersionId"),
) -> HttpResponse:
    return _taken(request, (kind, resource), version, 200)


@router.get(
    "/purchase-to-pay/{kind}/{resource}",
    openapi_extra=_extra(200, has_body=False),
    url_name="setu",
    summary="Wat Werkbrief van het bericht bewaart",
)
def brought(request: HttpRequest, kind: str, resource: str) -> HttpResponse:
    found = _found(_allowed(request, kind, resource), kind, resource)
    if found.is_xml:
        shown, ending = shown_as_xml(kind, found.kept), "xml"
    else:
        shown, ending = json.dumps(found.kept, ensure_ascii=False).encode(), "json"
    answer = HttpResponse(shown, content_type=f"application/{ending}")
    return unless_known(request, answer)


@router.delete(
    "/purchase-to-pay/{kind}/{resource}",
    response={204: None},
    openapi_extra=problems(404, 409),
    url_name="setu",
    summary="Het bericht intrekken: de plaatsing eindigt, de diensten vervallen",
)
def withdraw(request: HttpRequest, kind: str, resource: str) -> Status[None]:
    token = _allowed(request, kind, resource)
    found = _found(token, kind, resource)
    withdraw_supplied(found, by=token.acts_as, at=timezone.now())
    return Status(204, None)


KINDS = tuple(ROOTS)
LONGEST = 100


def _taken(
    request: HttpRequest, place: tuple[str, str], version: str, status: int
) -> HttpResponse:
    token = _allowed(request, *place)
    if version != VERSION:
        raise Problem(
            400, "Stuur setuVersionId: 2.0; een andere versie leest dit niet."
        )
    content = request.body
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in {b"{", b"<"}:
        raise Problem(422, "Stuur één SETU-bericht, als JSON of XML.")
    try:
        outcome = supply(
            place, content, agency=token.agency, by=token.acts_as, at=timezone.now()
        )
    except Unreadable as refusal:
        raise Problem(422, refusal.sentence) from refusal
    refuse_mistakes(outcome)
    is_xml = content.lstrip()[:1] == b"<"
    ending = "xml" if is_xml else "json"
    return HttpResponse(content, status=status, content_type=f"application/{ending}")


def _allowed(request: HttpRequest, kind: str, resource: str) -> ApiToken:
    token = allowed(request, Scope.IMPORT)
    is_place = kind in KINDS and 0 < len(resource) <= LONGEST
    if not is_place or "\0" in resource or not token.is_for_all:
        raise Problem(404, f"Hier komen alleen {', '.join(KINDS)}.")
    return token


def _found(token: ApiToken, kind: str, resource: str) -> Supplied:
    mine = Supplied.objects.filter(agency=token.agency, kind=kind, resource=resource)
    found = mine.select_related("agency").first()
    if found is None:
        raise Problem(404, "Op dit adres is niets gebracht.")
    return found
