"""One field for everything: clients, workers, users, and the hours of a number."""

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.staffing.models import Membership, fold
from werkbrief.staffing.reads import clients_listed, met, workers_listed
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.clock import clock, day_of
from werkbrief.words.weeks import Week

SHOWN, LATELY = 20, 10
Entry = tuple[Week, str, int, str, str]


@agency_page()
@require_safe
def search(request: AgencyRequest) -> HttpResponse:
    """What fits, by sort; a constant number of statements."""
    query, today = request.GET.get("zoek", "").strip(), timezone.localdate()
    context: dict[str, object] = {"query": query}
    if query:
        clients = clients_listed(request.agency, query, archived=False, on=today)
        workers, more = workers_listed(
            request.agency, query, archived=False, on=today, most=SHOWN
        )
        context |= {
            "clients": clients[:SHOWN],
            "workers": workers,
            "more": more,
            "people": _people(request, fold(query)),
            "entries": _entries(request, query),
        }
        context["nothing"] = not any(
            context[name] for name in ("clients", "workers", "people", "entries")
        )
    return render(request, "office/search/page.html", context)


def _people(request: AgencyRequest, wanted: str) -> list[Membership]:
    ours = Q(client__agency=request.agency, client__archived_on=None)
    members = met(Membership.objects.filter(ours).select_related("client"))
    found = (
        one
        for one in members.order_by("user__name", "client__name")
        if wanted in fold(f"{one.who} {one.address}")
    )
    return [one for one, _ in zip(found, range(SHOWN), strict=False)]


def _entries(request: AgencyRequest, number: str) -> list[Entry]:
    """The last hours of whoever has exactly this payroll number."""
    rows = TimeEntry.objects.filter(
        agency=request.agency,
        worker__payroll_number=number,
        client__archived_on=None,
    ).standing()
    return [
        (
            Week.of(day_of(one.start)),
            one.client.slug,
            one.pk,
            f"{day_of(one.start):%-d-%-m-%Y} {clock(one.start)}–{clock(one.end)}",
            one.client.name,
        )
        for one in rows.select_related("client").order_by("-start")[:LATELY]
    ]
