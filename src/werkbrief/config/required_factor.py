"""An agency may ask a second step of everyone it has to do with."""

from collections.abc import Callable

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from werkbrief.accounts.models import User
from werkbrief.config.own_password import OPEN_TO_ALL
from werkbrief.config.second_factor import is_wanting

OPEN = OPEN_TO_ALL | {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
}
# In the session, written at signing in: only who has it there costs a question.
WANTED = "second_factor_wanted"


class RequiredFactorMiddleware:
    """Whoever must have a second step and hasn't, sets it up first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        match = request.resolver_match
        if match and match.url_name in OPEN:
            return None
        user = request.user if request.session.get(WANTED) else None
        if not isinstance(user, User):
            return None
        if is_wanting(user):
            return redirect("mfa_index")
        del request.session[WANTED]
        return None


@receiver(user_logged_in)
def note_what_is_wanted(request: HttpRequest, user: User, **_: object) -> None:
    """Once per session: an agency that asks for it later gets it at the next one."""
    if is_wanting(user):
        request.session[WANTED] = True
