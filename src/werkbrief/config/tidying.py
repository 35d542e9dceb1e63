"""What a big page leaves behind goes at once, not when much more has gathered."""

import gc
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

BIG = 100_000


class TidyingMiddleware:
    """A template's context is a circle: only the collector finds the page in it.

    The collector counts things, not bytes, and would let a hundred pages of a megabyte
    gather. Asked for the young ones only it looks at what this request made: 0.1 ms.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.streaming and len(response.content) > BIG:
            gc.collect(0)
        return response
