"""What a visitor reads when a form is too old, or something broke."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def expired_form(request: HttpRequest, **_reason: str) -> HttpResponse:
    """A form from a session that has ended since."""
    return render(request, "portal/mishaps/expired_form.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """Something went wrong here; whom to call, without asking a database for it."""
    membership = getattr(request, "membership", None)
    agency = membership.client.agency if membership else None
    return HttpResponse(render_to_string("500.html", {"agency": agency}), status=500)
