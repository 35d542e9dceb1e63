"""By which CAO a client pays, from which day: a row per change, none overwritten."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from werkbrief.office.access import AgencyRequest, agency_page, client_of
from werkbrief.office.forms_agreements import (
    CHOICES,
    ROUNDINGS,
    AgreementForm,
    PackForm,
)
from werkbrief.office.navigation import KEEPERS, OWNERS
from werkbrief.office.views.clients import WRITES
from werkbrief.office.views.records import form_page, kept, saved
from werkbrief.pay.reads import collective_name, collectives
from werkbrief.staffing.actions import withdraw_agreement
from werkbrief.staffing.models import Agreement, Client
from werkbrief.words.refusals import Refusal


@agency_page()
@require_safe
def agreements(request: AgencyRequest, client: str) -> HttpResponse:
    """The newest on top; which one holds today is marked."""
    found, today = client_of(request, client, archived=True), timezone.localdate()
    rows = list(found.agreements.order_by("-valid_from"))
    holding = next((row for row in rows if row.valid_from <= today), None)
    context = {
        "client": found,
        "rows": [
            (row, collective_name(row.pack), _told(row), _stand(row, holding))
            for row in rows
        ],
        "may_change": request.role in OWNERS,
        "may_compare": request.role in KEEPERS,
        "form": PackForm(),
        "tab": "agreements",
    }
    return render(request, "office/clients/agreements.html", context)


@agency_page(*OWNERS)
@require_http_methods(WRITES)
def addition(request: AgencyRequest, client: str) -> HttpResponse:
    """A CAO from a day on; the one before it holds until then."""
    found, pack = client_of(request, client, archived=True), request.GET.get("cao", "")
    if pack not in {one.id for one in collectives()}:
        raise Http404
    agreement = Agreement(client=found, pack=pack)
    return _form(request, found, agreement, "")


@agency_page(*OWNERS)
@require_http_methods(WRITES)
def agreement(request: AgencyRequest, client: str, agreement: int) -> HttpResponse:
    found = client_of(request, client, archived=True)
    held = get_object_or_404(found.agreements.select_related("client"), pk=agreement)
    is_coming = held.valid_from > timezone.localdate()
    withdrawal = reverse("office_clients_agreement_end", args=[found.slug, held.pk])
    return _form(request, found, held, withdrawal if is_coming else "")


@agency_page(*OWNERS)
@require_POST
def withdrawal(request: AgencyRequest, client: str, agreement: int) -> HttpResponse:
    found = client_of(request, client, archived=True)
    held = get_object_or_404(found.agreements.select_related("client"), pk=agreement)
    try:
        withdraw_agreement(held, by=request.user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    return redirect("office_clients_agreements", found.slug)


def _form(
    request: AgencyRequest, client: Client, held: Agreement, withdrawal: str
) -> HttpResponse:
    back = reverse("office_clients_agreements", args=[client.slug])
    form = AgreementForm(request.POST or None, instance=held)
    if kept(request, form):
        return saved(request, back)
    title = f"{collective_name(held.pack)} bij {client}"
    lead = (
        "Loonregels worden er meteen mee berekend, ook van uren die er al staan; wat "
        "al geleverd is blijft zoals het was."
    )
    return form_page(request, form, title, back, withdrawal=withdrawal, lead=lead)


def _stand(row: Agreement, holding: Agreement | None) -> str:
    if row == holding:
        return "geldt nu"
    return "komt" if holding is None or row.valid_from > holding.valid_from else ""


def _told(row: Agreement) -> list[str]:
    """Options and conventions, as one reads them aloud."""
    told = list(row.tags)
    for key, value in row.convention.items():
        if key in CHOICES:
            label, choices = CHOICES[key]
            told.append(f"{label.lower()}: {dict(choices).get(value, value)}")
        else:
            told.append(f"{ROUNDINGS.get(key, key).lower()} {value}")
    return told
