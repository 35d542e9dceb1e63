"""How allauth behaves here: its manners, and everything that it says, in our words."""

import time
from collections.abc import Iterator
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.internal import ratelimit
from django.contrib import messages
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werkbrief.accounts.actions import choose_own_password
from werkbrief.accounts.models import User
from werkbrief.config.mail import later
from werkbrief.notices.actions import tell_reset, tell_step
from werkbrief.ui.hosts import host_of
from werkbrief.words.clock import clock
from werkbrief.words.tongues import say

WRONG = _(
    "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Let op hoofdletters "
    "in het wachtwoord. Kwijt? Kies dan ‘Wachtwoord vergeten?’."
)
BUSY = _("Er komt nu te veel tegelijk. Wacht een minuut en probeer het opnieuw.")
REFUSALS = {
    "username_password_mismatch": WRONG,
    "email_password_mismatch": WRONG,
    "invalid_login": WRONG,
    "account_inactive": WRONG,
    "rate_limited": BUSY,
    "incorrect_password": _("Dit wachtwoord klopt niet. Probeer het nog een keer."),
    "enter_current_password": _("Vul het wachtwoord in dat je nu gebruikt."),
    "invalid_password_reset": _("Deze knop is al gebruikt of te oud."),
}
SAID = {
    "account/messages/logged_out.txt": _("Je bent uitgelogd."),
    "account/messages/password_changed.txt": _("Het nieuwe wachtwoord geldt vanaf nu."),
}
LOCKED = "login_failed"
# Seconds; the same as allauth takes for a proof that was asked for.
JUST_NOW = 300


class Adapter(DefaultAccountAdapter):
    """The agency hands out accounts; nobody signs up by themselves."""

    error_messages = {**DefaultAccountAdapter.error_messages, **REFUSALS}

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *_rest: Any,  # noqa: ANN401
        **_more: Any,  # noqa: ANN401
    ) -> None:
        """Say what we have words for; most of what allauth says need not be said."""
        if sentence := SAID.get(message_template or ""):
            messages.add_message(request, level, str(sentence))

    def send_password_reset_mail(  # type: ignore[override]
        self, user: User, _typed: str, context: dict[str, Any]
    ) -> None:
        """After the answer, so that its time doesn't tell whether mail went out.

        To the address as we know it, not as it was typed.
        """
        url, host = context["password_reset_url"], host_of(self.request)
        later(lambda: tell_reset(user, url, host=host, at=timezone.now()))

    def send_notification_mail(  # type: ignore[override]
        self,
        template_prefix: str,
        user: User,
        *_rest: Any,  # noqa: ANN401
        **_more: Any,  # noqa: ANN401
    ) -> None:
        """Of what allauth would tell, what we have words for."""
        change = template_prefix.rpartition("/")[2]
        tell_step(user, change, host=host_of(self.request), at=timezone.now())

    def set_password(self, user: User, password: str) -> None:  # type: ignore[override]
        """A password from the mail is an own one; and the lock may come off."""
        choose_own_password(user, password)
        for name in filter(None, (user.username, user.email)):
            self._delete_login_attempts_cached_email(self.request, username=name)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:  # noqa: ANN401
        """Who has just signed in need not prove it again."""
        records = get_authentication_records(self.request, self.request.user)
        if records and time.time() - records[-1]["at"] < JUST_NOW:
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ANN401
        """Lock after too many tries, and say until when."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            until = max(self._locks(request, credentials), default=time.time())
            raise ValidationError(locked_until(until)) from None

    def _locks(
        self, request: HttpRequest, credentials: dict[str, Any]
    ) -> Iterator[float]:
        """Until when each rate that is used up stays so, in seconds since 1970."""
        key = self._get_login_attempts_cache_key(request, **credentials)
        app = "allauth.account"
        for rate in ratelimit.get_rates(app=app, action=LOCKED):
            tries = cache.get(
                ratelimit.get_cache_key(
                    request, app=app, action=LOCKED, rate=rate, key=key
                ),
                [],
            )
            if len(tries) >= rate.amount:
                yield tries[-1] + rate.duration


def locked_until(moment: float) -> str:
    """Name the next whole minute: until then a try would be refused again.

    >>> locked_until(1795438740).split(". ")[1]
    'Voor de veiligheid kan inloggen pas weer vanaf 14:00'
    """
    return say(
        "Te veel mislukte pogingen. Voor de veiligheid kan inloggen pas weer vanaf "
        "%(time)s. Met ‘Wachtwoord vergeten?’ kan het meteen.",
        time=clock(int(moment) // 60 + 1),
    )
