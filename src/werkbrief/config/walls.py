"""At the door nobody knows yet whose rows may be seen; whoever finds out says so."""

from collections.abc import Callable, Iterator
from typing import cast

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, StreamingHttpResponse

from werkbrief.walls import carried_on, everywhere, standing


class WallMiddleware:
    """Each request begins everywhere: who somebody is, is no agency's to tell.

    `client_page`, `agency_page`, `personal_page` and a token stay within one agency
    from there on. `request.stood` tells it, see tests/test_access_matrix.py.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with everywhere():
            response: HttpResponseBase = self.get_response(request)
            request.stood = standing()  # type: ignore[attr-defined]
            if isinstance(response, StreamingHttpResponse) and not isinstance(
                response, FileResponse
            ):
                response.streaming_content = carried_on(
                    cast("Iterator[bytes]", response.streaming_content)
                )
        return response
