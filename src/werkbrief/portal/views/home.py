"""Where one lands: the client's tiles, or the choice of a client."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.staffing.models import Right
from werkbrief.staffing.reads import deadline, memberships_of, time_left
from werkbrief.timesheets.reads import week_progress
from werkbrief.words.weeks import Week


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """One client: straight to it; the agency to its office; else the choice."""
    memberships = memberships_of(request.user)
    if len(memberships) == 1:
        return redirect("client_home", memberships[0].client.slug)
    if not memberships and request.user.agency_roles.exists():
        return redirect("office")
    return clients(request)


@login_required
def clients(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/clients.html", {"memberships": memberships_of(request.user)})


@client_page()
def client_home(request: ClientRequest, client: str) -> HttpResponse:
    """Tiles by rights; each tells what waits there (S2.2)."""
    now = timezone.localtime()
    last = Week.of(now.date()).previous
    context: dict[str, object] = {"week": last, "now": now}
    if request.membership.may(Right.SEE_TIMESHEETS):
        context["progress"] = week_progress(request.membership, last)
        context["current"] = week_progress(request.membership, last.next)
        context["deadline"] = time_left(deadline(request.client, last), now)
    return render(request, "portal/home.html", context)
