"""SETU in: a supplier's system brings placements, people and planning.

POST and PUT of one message, answered at once with yes or no, as the standard asks: a
202 is not allowed. What arrives is kept as Werkbrief keeps it; nothing else of the
message stays.
"""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.params.functions import Header

from werkbrief.api.access import allowed
from werkbrief.api.problems import Problem, problems
from werkbrief.api.views.exchanging import take_in
from werkbrief.exchange.models import Scope

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


def _extra(status: int) -> dict[str, object]:
    extra = problems(404, 409, **BODY)
    extra["responses"][status] = ECHO
    return extra


@router.post(
    "/purchase-to-pay/{kind}/{resource}",
    openapi_extra=_extra(201),
    url_name="setu",
    summary="Een assignment, human-resource of planning-assignment brengen",
)
def create(
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
def replace(
    request: HttpRequest,
    kind: str,
    resource: str,
    version: str = Header("2.0", alias="setuVersionId"),
) -> HttpResponse:
    return _taken(request, (kind, resource), version, 200)


KINDS = ("assignment", "human-resource", "planning-assignment")


def _taken(
    request: HttpRequest, place: tuple[str, str], version: str, status: int
) -> HttpResponse:
    token = allowed(request, Scope.IMPORT)
    kind, resource = place
    if kind not in KINDS or not resource or not token.is_for_all:
        raise Problem(404, f"Hier komen alleen {', '.join(KINDS)}.")
    if version != VERSION:
        raise Problem(
            400, "Stuur setuVersionId: 2.0; een andere versie leest dit niet."
        )
    content = request.body
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in {b"{", b"<"}:
        raise Problem(422, "Stuur één SETU-bericht, als JSON of XML.")
    take_in(token, content)
    is_xml = content.lstrip()[:1] == b"<"
    ending = "xml" if is_xml else "json"
    return HttpResponse(content, status=status, content_type=f"application/{ending}")
