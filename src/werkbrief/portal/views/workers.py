"""The Werknemers screen: who works here, and who did."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.printing_workers import print_workers
from werkbrief.staffing.models import Right
from werkbrief.timesheets.reads.workers import worker_list


@require_safe
@client_page(Right.SEE_WORKERS)
def workers(request: ClientRequest) -> HttpResponse:
    """All of them, or only who is available; pressing again shows all (S4.3, S4.4)."""
    query = request.GET.get("zoek", "")
    active_only = request.GET.get("alleen") == "beschikbaar"
    found = worker_list(
        request.membership, at=timezone.now(), query=query, active_only=active_only
    )
    context = {
        "found": found,
        "rows": print_workers(found, request.membership),
        "search": query,
        "active_only": active_only,
    }
    return render(request, "portal/workers/list.html", context)
