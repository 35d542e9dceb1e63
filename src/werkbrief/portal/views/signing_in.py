"""Choosing an own password (S1.2)."""

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from werkbrief.accounts.actions import choose_own_password
from werkbrief.portal.access import SignedInRequest, signed_in
from werkbrief.portal.forms import OwnPasswordForm


@signed_in
def own_password(request: SignedInRequest) -> HttpResponse:
    """The first sign-in ends here until an own password is chosen."""
    first = not request.user.has_own_password
    form = OwnPasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        choose_own_password(request.user, form.cleaned_data["new_password1"])
        update_session_auth_hash(request, request.user)
        return redirect(_onward(request))
    return render(request, "portal/own_password.html", {"form": form, "first": first})


def _onward(request: HttpRequest) -> str:
    target = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()})
    return target if safe else "home"
