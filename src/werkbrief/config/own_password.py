"""First an own password, then anything else (S1.2)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

OPEN_TO_ALL = {
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


# In the session of who signed in by the client's own system: no password to choose.
SIGNED_ON = "signed_on_elsewhere"


class OwnPasswordMiddleware:
    """Whoever still has the password that was handed out chooses an own one first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        # First the address: what is open to all asks for no session either.
        match = request.resolver_match
        if match and match.url_name in OPEN_TO_ALL:
            return None
        user = request.user
        if not user.is_authenticated or user.has_own_password:
            return None
        if request.session.get(SIGNED_ON):
            return None
        return HttpResponseRedirect(reverse("own_password"))
