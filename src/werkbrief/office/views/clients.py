"""Clients: the list, a new one, and the page of one."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from werkbrief.office.access import AgencyRequest, agency_page, client_of
from werkbrief.office.days import DAYS
from werkbrief.office.forms_records import ClientForm
from werkbrief.office.navigation import OWNERS
from werkbrief.office.views.records import form_page, kept, saved, shelved
from werkbrief.pay.reads import collective_name
from werkbrief.staffing.actions import contacts_stamp, name_contacts, open_client
from werkbrief.staffing.models import Client
from werkbrief.staffing.reads import clients_listed, colleagues_of, deadline
from werkbrief.ui.answers import status_of
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week

WRITES = ["GET", "HEAD", "POST"]


@agency_page()
@require_safe
def clients(request: AgencyRequest) -> HttpResponse:
    """Found by name or number; the archive is a filter away."""
    query, archived = request.GET.get("zoek", ""), "archief" in request.GET
    found = clients_listed(
        request.agency, query, archived=archived, on=timezone.localdate()
    )
    context = {
        "rows": [(one, collective_name(one.pack)) for one in found],
        "query": query,
        "archived": archived,
        "may_open": request.role in OWNERS,
    }
    return render(request, "office/clients/list.html", context)


@agency_page(*OWNERS)
@require_http_methods(WRITES)
def opening(request: AgencyRequest) -> HttpResponse:
    form = ClientForm(request.POST or None, instance=Client(agency=request.agency))
    if made := kept(request, form, adding=open_client):
        told = f"{made} staat erbij. Kies nu de cao en de indeling."
        return saved(request, reverse("office_clients_page", args=[made.slug]), told)  # type: ignore[attr-defined]
    return form_page(request, form, "Nieuwe opdrachtgever", reverse("office_clients"))


@agency_page()
@require_safe
def page(request: AgencyRequest, client: str) -> HttpResponse:
    """What there is to know at a glance, and who of us looks after it."""
    return _page(request, client_of(request, client, archived=True))


def _page(
    request: AgencyRequest, found: Client, refusal: Refusal | None = None
) -> HttpResponse:
    """`refusal` is about the contacts: they are chosen here."""
    week = Week.of(timezone.localdate()).previous
    until = deadline(found, week)
    context = {
        "client": found,
        "week": week,
        "deadline": f"{DAYS[until.weekday()]} {until:%H:%M}",
        "contacts": found.contacts.select_related("role__user").order_by("pk"),
        "colleagues": colleagues_of(request.agency),
        "chosen": set(found.contacts.values_list("role", flat=True)),
        "members": found.memberships.count(),
        "running": found.assignments.filter(ends_on=None).count(),
        "may_change": request.role in OWNERS,
        "seen": contacts_stamp(found),
        "refusal": refusal,
        "tab": "page",
    }
    return render(
        request, "office/clients/page.html", context, status=status_of(refusal)
    )


@agency_page(*OWNERS)
@require_http_methods(WRITES)
def facts(request: AgencyRequest, client: str) -> HttpResponse:
    found = client_of(request, client, archived=True)
    back = reverse("office_clients_page", args=[found.slug])
    # Filling in the form fills in the row: the title keeps the name that stands.
    title = f"Gegevens van {found}"
    form = ClientForm(request.POST or None, instance=found)
    if kept(request, form):
        return saved(request, back)
    return form_page(request, form, title, back)


@agency_page(*OWNERS)
@require_POST
def shelf(request: AgencyRequest, client: str) -> HttpResponse:
    found = client_of(request, client, archived=True)
    shelved(request, found, found.name)
    return redirect("office_clients_page", found.slug)


@agency_page()
@require_POST
def contacts(request: AgencyRequest, client: str) -> HttpResponse:
    """Who of the agency this client may ask for."""
    found = client_of(request, client, archived=True)
    numbers = {text for text in request.POST.getlist("wie") if text.isdecimal()}
    roles = list(request.agency.roles.filter(pk__in=numbers))
    seen, now = request.POST.get("gezien", ""), timezone.now()
    try:
        name_contacts(found, roles, seen=seen, by=request.user, at=now)
    except Refusal as refusal:
        return _page(request, found, refusal)
    return saved(request, reverse("office_clients_page", args=[found.slug]))
