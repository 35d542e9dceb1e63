"""First this, then anything else: what stands between somebody and every page."""

from collections.abc import Callable
from typing import ClassVar

from django.http import HttpRequest, HttpResponse

# Anybody may have these, also who has something to do first.
OPEN_TO_ALL = frozenset(
    {
        "own_password",
        "account_logout",
        "account_login",
        "brand",
        "logo",
        "door",
        "health",
        "ready",
        "metrics",
    }
)


class FirstMiddleware:
    """Sends somebody to what must be done first; `OPEN` are names of addresses."""

    OPEN: ClassVar[frozenset[str]] = OPEN_TO_ALL

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """First the address: what is open to all asks for no session either."""
        match = request.resolver_match
        if match and match.url_name in self.OPEN:
            return None
        return self.first(request)

    def first(self, request: HttpRequest) -> HttpResponse | None:
        """Where to go first; None when nothing is in the way."""
        raise NotImplementedError
