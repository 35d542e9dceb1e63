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
from werkbrief.staffing.models import Right
from werkbrief.staffing.reads import deadline, memberships_of, time_left
from werkbrief.timesheets.reads import (
    check_sheet,
    corrections_for,
    week_progress,
    week_sheet,
)
from werkbrief.words.weeks import Week


@signed_in
def home(request: SignedInRequest) -> HttpResponse:
    """One client: straight to it; the agency to its office; else the choice."""
    memberships = memberships_of(request.user)
    if len(memberships) == 1:
        return redirect("client_home", memberships[0].client.slug)
    if not memberships and request.user.agency_roles.exists():
        return redirect("/kantoor/")
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
    context: dict[str, object] = {"week": last, "now": now}
    if request.membership.may(Right.SEE_CHECK):
        context["check"] = check_sheet(week_sheet(request.membership, last))
        context["corrections"] = corrections_for(request.membership).pending().count()
    if request.membership.may(Right.SEE_TIMESHEETS):
        context["progress"] = week_progress(request.membership, last)
        context["current"] = week_progress(request.membership, last.next)
        context["deadline"] = time_left(deadline(request.client, last), now)
    return render(request, "portal/home.html", context)
