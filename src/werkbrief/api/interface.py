"""The interface as a whole: what is read has an ETag, and is not sent twice."""

import hashlib
from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from werkbrief.api.problems import Problem

_OK, _UNCHANGED = 200, 304
_TOLD = {"description": "Niet gewijzigd: If-None-Match noemde deze ETag."}


class Interface(NinjaAPI):
    """An answer to a GET carries its ETag; who sends it back gets 304 and no body."""

    def create_response(
        self,
        request: HttpRequest,
        data: Any,  # noqa: ANN401
        *,
        status: int | None = None,
        temporal_response: HttpResponse | None = None,
    ) -> HttpResponse:
        answer = super().create_response(
            request, data, status=status, temporal_response=temporal_response
        )
        if request.method == "GET" and answer.status_code == _OK:
            return unless_known(request, answer)
        return answer

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The view's own name: what a connector calls it."""
        return str(operation.view_func.__name__)

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:  # noqa: ANN401
        schema = super().get_openapi_schema(**kwargs)
        for path in schema["paths"].values():
            if "get" in path:
                path["get"]["responses"].setdefault(_UNCHANGED, _TOLD)
        return schema


def unless_known(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """304 and nothing more, when the ETag of this answer was sent along."""
    if "ETag" not in answer:
        answer["ETag"] = f'"{hashlib.sha256(answer.content).hexdigest()[:32]}"'
    known = request.headers.get("If-None-Match", "")
    tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
    if answer["ETag"] in tags:
        return HttpResponse(status=_UNCHANGED, headers={"ETag": answer["ETag"]})
    return answer


def refuse_strange(view: Callable[..., Any]) -> Callable[..., Any]:
    """A misspelt `?trail=true` must not become an import for good."""
    known = set(signature(view).parameters)

    @wraps(view)
    def strictly(request: HttpRequest, **values: Any) -> Any:  # noqa: ANN401
        if strange := sorted(set(request.GET) - known):
            told = "Dit hoort niet achter het vraagteken. Kijk de spelling na."
            errors = [{"field": name, "detail": told} for name in strange]
            names = ", ".join(f"“{name[:60]}”" for name in strange)
            raise Problem(422, f"Onbekend in het adres: {names}.", errors=errors)
        return view(request, **values)

    return strictly
