"""Where one lands: the client's tiles, or the choice of a client."""

from datetime import datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from werkbrief.portal.access import (
    ClientRequest,
    SignedInRequest,
    client_page,
    signed_in,
)
from werkbrief.portal.printing_home import NewsLine, print_news
from werkbrief.portal.printing_substitutes import print_lent
from werkbrief.portal.tiles import Weeks, tiles_of
from werkbrief.staffing.actions import visit
from werkbrief.staffing.models import Right
from werkbrief.staffing.reads import deadline, memberships_of, stood_in_for, time_left
from werkbrief.timesheets.reads.answered import answered_since
from werkbrief.timesheets.reads.happened import happened_since
from werkbrief.ui.hosts import host_of
from werkbrief.words.weeks import Week

# What happened longer ago is history, and stands with the entry itself.
FORTNIGHT = timedelta(days=14)


@signed_in
def home(request: SignedInRequest) -> HttpResponse:
    """One client: straight to it; the agency to its office; else the choice."""
    memberships = memberships_of(request.user, host_of(request))
    if len(memberships) == 1:
        return redirect("client_home", memberships[0].client.slug)
    if not memberships and request.user.agency_roles.exists():
        return redirect("office")
    return clients(request)


@signed_in
def clients(request: SignedInRequest) -> HttpResponse:
    host = host_of(request)
    lent = stood_in_for(request.user, timezone.localdate(), host)
    context = {
        "memberships": memberships_of(request.user, host),
        "lent": print_lent(lent),
    }
    return render(request, "portal/clients.html", context)


@client_page()
def client_home(request: ClientRequest) -> HttpResponse:
    """Tiles by rights; each tells what waits there (S2.2)."""
    now = timezone.localtime()
    since = visit(request.membership, at=now)
    last = Week.of(now.date()).previous
    weeks = Weeks(request.membership, last)
    tiles = tiles_of(request, weeks)
    context: dict[str, object] = {"week": last, "now": now, "tiles": tiles}
    if request.membership.stands_in_today:
        held = stood_in_for(request.user, now.date(), host_of(request))
        context["lent"] = print_lent(
            one for one in held if one.stand_in_id == request.membership.pk
        )
    if request.membership.may(Right.SEE_TIMESHEETS):
        context["progress"] = weeks.progress(last)
        context["deadline"] = time_left(deadline(request.client, last), now)
    if since:
        context["since"] = timezone.localtime(since)
        context["news"] = _news(request, max(since, now - FORTNIGHT))
    return render(request, "portal/home.html", context)


def _news(request: ClientRequest, since: datetime) -> list[NewsLine]:
    """What others did to the hours, and what the agency answered: by right."""
    mine = request.membership
    happened = happened_since(mine, since) if mine.may(Right.SEE_TIMESHEETS) else []
    return print_news(request.client, happened, answered_since(mine, since))
