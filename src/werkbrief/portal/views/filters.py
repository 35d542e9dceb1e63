"""Filters that somebody keeps: they stand in an address, and get a name here."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.menu import filter_query
from werkbrief.staffing.actions import drop_filter, keep_filter
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say

LONGEST = 500


@require_POST
@client_page(is_personal=True)
def kept(request: ClientRequest) -> HttpResponse:
    """Keep the filter on screen under a name."""
    name = request.POST.get("naam", "")
    query = filter_query(QueryDict(request.POST.get("filter", "")[:LONGEST]))
    try:
        keep_filter(request.membership, name, query)
        messages.success(request, say("Filter bewaard."))
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    return _back(request)


@require_POST
@client_page(is_personal=True)
def dropped(request: ClientRequest) -> HttpResponse:
    """Throw one away."""
    drop_filter(request.membership, request.POST.get("naam", ""))
    messages.success(request, say("Filter weggegooid."))
    return _back(request)


def _back(request: ClientRequest) -> HttpResponse:
    """To the screen that one came from, on this portal only."""
    path = request.POST.get("terug", "")
    own = path.startswith("/") and url_has_allowed_host_and_scheme(path, None)
    return redirect(path) if own else redirect("client_home", request.client.slug)
