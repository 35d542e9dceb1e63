"""Where one lands: the client's tiles, or the choice of a client."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from werkbrief.portal.access import (
    ClientRequest,
    SignedInRequest,
    client_page,
    signed_in,
)
from werkbrief.portal.tiles import tiles_of
from werkbrief.staffing.models import Right
from werkbrief.staffing.reads import deadline, memberships_of, time_left
from werkbrief.timesheets.reads import week_progress
from werkbrief.words.weeks import Week


@signed_in
def home(request: SignedInRequest) -> HttpResponse:
    """One client: straight to it; the agency to its office; else the choice."""
    memberships = memberships_of(request.user)
    if len(memberships) == 1:
        return redirect("client_home", memberships[0].client.slug)
    if not memberships and request.user.agency_roles.exists():
        return redirect("office")
    return clients(request)


@signed_in
def clients(request: SignedInRequest) -> HttpResponse:
    return render(
        request, "portal/clients.html", {"memberships": memberships_of(request.user)}
    )


@client_page()
def client_home(request: ClientRequest) -> HttpResponse:
    """Tiles by rights; each tells what waits there (S2.2)."""
    now = timezone.localtime()
    last = Week.of(now.date()).previous
    tiles = tiles_of(request, request.membership, last)
    context: dict[str, object] = {"week": last, "now": now, "tiles": tiles}
    if request.membership.may(Right.SEE_TIMESHEETS):
        context["progress"] = week_progress(request.membership, last)
        context["deadline"] = time_left(deadline(request.client, last), now)
    return render(request, "portal/home.html", context)
