"""One's own account: how the screens look, who stands in, where one is signed in."""

from datetime import date
from itertools import chain

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.accounts.actions import end_sessions, prefer
from werkbrief.portal.access import SignedInRequest, signed_in
from werkbrief.portal.forms import PreferencesForm
from werkbrief.portal.forms_substitutes import SubstituteForm
from werkbrief.portal.printing_substitutes import print_substitutes
from werkbrief.portal.sessions import sessions_of
from werkbrief.staffing.reads import (
    coming_for,
    memberships_of,
    possible_stand_ins,
    substitutes_among,
)
from werkbrief.ui.hosts import host_of
from werkbrief.ui.tongues import speak
from werkbrief.words.tongues import say, say_many


@signed_in
def account(request: SignedInRequest) -> HttpResponse:
    form = PreferencesForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        prefer(request.user, form.cleaned_data)
        speak(request.user.language)
        messages.success(request, say("Opgeslagen."))
        return redirect("account")
    return account_page(request, form)


def account_page(
    request: SignedInRequest,
    form: PreferencesForm | None = None,
    naming: SubstituteForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, with what was typed in one of its forms."""
    now, key = timezone.localtime(), request.session.session_key
    context = {
        "form": form or PreferencesForm(instance=request.user),
        "sessions": sessions_of(request.user, key, now),
        **_standing_in(request, naming, now.date()),
    }
    return render(request, "portal/account/account.html", context, status=status)


def _standing_in(
    request: SignedInRequest, naming: SubstituteForm | None, today: date
) -> dict[str, object]:
    """Who stands in for them, for whom they do, and the form: four statements."""
    host = host_of(request)
    mine = memberships_of(request.user, host)
    for one in mine:
        one.user = request.user
    among = possible_stand_ins(mine, request.user)
    held = substitutes_among(mine, today)
    return {
        "naming": naming or SubstituteForm(among, initial={"starts_on": today}),
        "has_colleagues": bool(among),
        "has_clients": len(mine) > 1,
        "substitutes": print_substitutes(chain.from_iterable(held.values()), today),
        "lent": print_substitutes(coming_for(request.user, today, host), today),
    }


@signed_in
@require_POST
def sessions(request: SignedInRequest) -> HttpResponse:
    """End one session, or all but this one."""
    chosen = request.POST.get("sessie", "")
    ended = end_sessions(
        request.user,
        keep=request.session.session_key,
        only=None if chosen == "anders" else [chosen],
    )
    messages.success(
        request,
        say_many("%(count)s sessie beëindigd.", "%(count)s sessies beëindigd.", ended),
    )
    return redirect("account")
