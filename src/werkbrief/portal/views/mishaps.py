"""What a visitor reads when a form is too old, the database is away, or we broke."""

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

from werkbrief.ui.lulls import Lull, lull_of
from werkbrief.ui.tongues import speaking

UNAVAILABLE = 503


def expired_form(request: HttpRequest, **_reason: str) -> HttpResponse:
    """A form from a session that has ended since."""
    return render(request, "portal/mishaps/expired_form.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """Something went wrong here; whom to call, without asking a database for it."""
    membership = getattr(request, "membership", None)
    agency = membership.client.agency if membership else None
    if lull := lull_of(sys.exc_info()[1]):
        return _later(request, lull, {"agency": agency, "lull": lull})
    return HttpResponse(render_to_string("500.html", {"agency": agency}), status=500)


def _later(
    request: HttpRequest, lull: Lull, context: dict[str, object]
) -> HttpResponse:
    """A page that tries again by itself; to our own script the sentence alone."""
    asked_by_script = request.headers.get("X-Requested-With") == "fetch"
    template = "portal/mishaps/_later.html" if asked_by_script else "503.html"
    with speaking(_language(request)):
        html = render_to_string(template, context)
    response = HttpResponse(html, status=UNAVAILABLE)
    response["Retry-After"] = str(lull.seconds)
    if request.method == "GET" and not asked_by_script:
        response["Refresh"] = str(lull.seconds)
    return response


def _language(request: HttpRequest) -> str:
    """The reader's own, if we got to know it before the database went away."""
    user = getattr(request, "_cached_user", None)
    known = getattr(user, "language", "")
    return known or translation.get_language_from_request(request)
