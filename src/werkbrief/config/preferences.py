"""Screens in the reader's own language and notation of hours."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from werkbrief.accounts.models import HourNotation
from werkbrief.words.clock import write_hours, writing_hours

# These ask for no session, so that they may be kept by everyone.
IMPERSONAL = {"brand", "health"}


class PreferencesMiddleware:
    """Set what this person prefers while their request lasts."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        ours = translation.get_language() or "nl"
        with writing_hours(in_decimals=False), translation.override(ours):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> None:
        match = request.resolver_match
        if match and match.url_name in IMPERSONAL:
            return
        if request.user.is_authenticated:
            translation.activate(request.user.language)
            write_hours(in_decimals=request.user.hours == HourNotation.DECIMAL)
