"""An agency may ask a second step of everyone it has to do with."""

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from werkbrief.accounts.models import User
from werkbrief.config.first import OPEN_TO_ALL, FirstMiddleware
from werkbrief.config.second_factor import is_wanting

# In the session, written at signing in: only who has it there costs a question.
WANTED = "second_factor_wanted"


class RequiredFactorMiddleware(FirstMiddleware):
    """Whoever must have a second step and hasn't, sets it up first."""

    OPEN = OPEN_TO_ALL | {
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "account_reauthenticate",
    }

    def first(self, request: HttpRequest) -> HttpResponse | None:
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
