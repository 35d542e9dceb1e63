"""What went wrong: problem+json (RFC 9457), a sentence with a way out."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from werkbrief.ui.lulls import AWAY, lull_of
from werkbrief.words.refusals import Refusal

KIND = "application/problem+json"
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["title", "status", "detail"],
    "properties": {
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "field": {"type": "string"},
                    "line": {"type": "integer"},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}
_ALWAYS = (400, 401, 422, 429, 503)


class Problem(Exception):  # noqa: N818  (it states a fact)
    def __init__(
        self,
        status: int,
        detail: str,
        *,
        errors: list[dict[str, Any]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail
        self.errors, self.headers = errors or [], headers or {}


def problems(*statuses: int, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """What an operation's description says of its refusals."""
    answers = {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {KIND: {"schema": SCHEMA}},
        }
        for status in (*_ALWAYS, *statuses)
    }
    return {"responses": answers, **more}


def answer(problem: Problem) -> HttpResponse:
    body: dict[str, Any] = {
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": problem.detail,
    }
    if problem.errors:
        body["errors"] = problem.errors
    return HttpResponse(
        # What was sent may hold half a letter, and a refusal repeats it.
        json.dumps(body, ensure_ascii=False).encode(errors="replace"),
        status=problem.status,
        content_type=KIND,
        headers=dict(problem.headers),
    )


def speak_clearly(api: NinjaAPI) -> None:
    """Every error of this interface becomes a problem with a sentence."""

    @api.exception_handler(Problem)
    def _problem(_request: HttpRequest, problem: Problem) -> HttpResponse:
        return answer(problem)

    @api.exception_handler(Refusal)
    def _refusal(_request: HttpRequest, refusal: Refusal) -> HttpResponse:
        errors = (
            [{"field": refusal.field, "detail": refusal.sentence}]
            if refusal.field
            else []
        )
        return answer(Problem(409, refusal.sentence, errors=errors))

    @api.exception_handler(AuthenticationError)
    def _stranger(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
        return answer(
            Problem(
                401,
                "Dit token opent niets. Stuur Authorization: Bearer met een geldig "
                "token.",
                headers={"WWW-Authenticate": "Bearer"},
            )
        )

    @api.exception_handler(ValidationError)
    def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
        errors = [
            {
                "field": ".".join(str(part) for part in one["loc"][1:]),
                "detail": one["msg"],
            }
            for one in error.errors
        ]
        return answer(Problem(422, "Het verzoek klopt niet.", errors=errors))

    @api.exception_handler(HttpError)
    def _broken(_request: HttpRequest, error: HttpError) -> HttpResponse:
        return answer(Problem(error.status_code, str(error)))

    @api.exception_handler(Http404)
    def _gone(_request: HttpRequest, _error: Http404) -> HttpResponse:
        return answer(Problem(404, "Dit bestaat niet."))

    @api.exception_handler(OperationalError)
    @api.exception_handler(InterfaceError)
    def _lull(_request: HttpRequest, trouble: Exception) -> HttpResponse:
        lull = lull_of(trouble) or AWAY
        headers = {"Retry-After": str(lull.seconds)}
        return answer(Problem(503, str(lull.sentence), headers=headers))
