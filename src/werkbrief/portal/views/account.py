"""One's own account: how the screens look, and where one is signed in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.accounts.actions import end_sessions, prefer
from werkbrief.portal.access import SignedInRequest, signed_in
from werkbrief.portal.forms import PreferencesForm
from werkbrief.portal.sessions import sessions_of
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
    key = request.session.session_key
    context = {
        "form": form,
        "sessions": sessions_of(request.user, key, timezone.now()),
    }
    return render(request, "portal/account/account.html", context)


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
