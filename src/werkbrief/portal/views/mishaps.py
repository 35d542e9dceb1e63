"""What a visitor reads when a form is too old, or a page is not there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def expired_form(request: HttpRequest, **_reason: str) -> HttpResponse:
    """A form from a session that has ended since."""
    return render(request, "portal/mishaps/expired_form.html", status=403)
