"""The door of an agency (S0.7), and choosing an own password (S1.2)."""

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from werkbrief.accounts.actions import choose_own_password, end_sessions, prefer
from werkbrief.portal.access import DOOR, SignedInRequest, signed_in
from werkbrief.portal.forms import OwnPasswordForm
from werkbrief.portal.sessions import remember
from werkbrief.staffing.models import Agency

YEAR = 365 * 24 * 3600


def door(request: HttpRequest, agency: str) -> HttpResponse:
    """The short address that an agency's website links to; its colours greet there.

    The cookie says by which door somebody came, and nothing about who they are.
    """
    known = get_object_or_404(Agency, slug=agency)
    answer = redirect("account_login")
    answer.set_cookie(
        DOOR,
        known.slug,
        max_age=YEAR,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return answer


@signed_in
def own_password(request: SignedInRequest) -> HttpResponse:
    """The first sign-in ends here until an own password is chosen."""
    first = not request.user.has_own_password
    form = OwnPasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        choose_own_password(request.user, form.cleaned_data["new_password1"])
        if first:
            prefer(request.user, {"language": get_language()})
        update_session_auth_hash(request, request.user)
        end_sessions(request.user, keep=remember(request))
        return redirect(_onward(request))
    return render(request, "portal/own_password.html", {"form": form, "first": first})


def _onward(request: HttpRequest) -> str:
    target = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()})
    return target if safe else "home"
