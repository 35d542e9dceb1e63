"""At the door nobody knows yet whose rows may be seen; whoever finds out says so."""

from collections.abc import Callable

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, StreamingHttpResponse

from werkbrief.walls import carried_on, everywhere


class WallMiddleware:
    """Each request begins everywhere: who somebody is, is no agency's to tell.

    `client_page`, `agency_page`, `personal_page` and a token stay within one agency
    from there on; which addresses never do stands in tests/test_walls.py.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with everywhere():
            response: HttpResponseBase = self.get_response(request)
            if isinstance(response, StreamingHttpResponse) and not isinstance(
                response, FileResponse
            ):
                response.streaming_content = carried_on(response.streaming_content)
        return response
