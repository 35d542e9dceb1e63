"""Screens in the reader's own language and notation of hours."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.defaults import page_not_found

from werkbrief.accounts.models import HourNotation, Language, User
from werkbrief.ui.tongues import speak, speaking
from werkbrief.words.clock import write_hours, writing_hours

# These ask for no session, so that they may be kept by everyone.
IMPERSONAL = {"brand", "logo", "health", "ready", "metrics"}


class PreferencesMiddleware:
    """Set what this person prefers while their request lasts."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        ours = translation.get_language() or "nl"
        with writing_hours(in_decimals=False), speaking(ours):
            response = self.get_response(request)
            if getattr(request, "speaks_as_its_browser", False):
                patch_vary_headers(response, ("Accept-Language",))
            return response

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> None:
        match = request.resolver_match
        if not (match and match.url_name in IMPERSONAL):
            please(request)


def please(request: HttpRequest) -> None:
    """As this person chose; a stranger as they picked here, else as their browser."""
    user = request.user
    if user.is_authenticated:
        write_hours(in_decimals=user.hours == HourNotation.DECIMAL)
    if user.is_authenticated and not _has_yet_to_choose(user):
        speak(user.language)
    else:
        speak(translation.get_language_from_request(request))
        request.speaks_as_its_browser = True  # type: ignore[attr-defined]


def _has_yet_to_choose(user: User) -> bool:
    """At the first sign-in; what the own password is chosen in becomes theirs."""
    return not user.has_own_password and user.language == Language.NL


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No view was reached, so nobody's language was asked for yet."""
    please(request)
    return page_not_found(request, exception)
