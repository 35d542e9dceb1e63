"""First an own password, then anything else (S1.2)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from werkbrief.config.first import FirstMiddleware

# In the session of who signed in by the client's own system: no password to choose.
SIGNED_ON = "signed_on_elsewhere"


class OwnPasswordMiddleware(FirstMiddleware):
    """Whoever still has the password that was handed out chooses an own one first."""

    def first(self, request: HttpRequest) -> HttpResponse | None:
        user = request.user
        if not user.is_authenticated or user.has_own_password:
            return None
        if request.session.get(SIGNED_ON):
            return None
        return redirect("own_password")
