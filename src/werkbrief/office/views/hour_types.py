"""The agency's hour types: what paid hours are called, and their payroll codes."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_hour_types import HourTypeForm
from werkbrief.office.navigation import KEEPERS
from werkbrief.office.views.clients import WRITES
from werkbrief.office.views.records import form_page, kept, saved, shelved
from werkbrief.staffing.models import HourType


@agency_page(*KEEPERS)
@require_safe
def hour_types(request: AgencyRequest) -> HttpResponse:
    """In use; the archive is a filter away."""
    is_archive = "archief" in request.GET
    rows = request.agency.hour_types.filter(archived_on__isnull=not is_archive)
    context = {"rows": rows.order_by("code", "name"), "archived": is_archive}
    return render(request, "office/hour_types/list.html", context)


@agency_page(*KEEPERS)
@require_http_methods(WRITES)
def addition(request: AgencyRequest) -> HttpResponse:
    return _form(request, HourType(agency=request.agency), "Nieuwe uursoort")


@agency_page(*KEEPERS)
@require_http_methods(WRITES)
def hour_type(request: AgencyRequest, hour_type: int) -> HttpResponse:
    found = _found(request, hour_type)
    return _form(request, found, found.name)


@agency_page(*KEEPERS)
@require_POST
def shelf(request: AgencyRequest, hour_type: int) -> HttpResponse:
    found = _found(request, hour_type)
    shelved(request, found, found.name)
    return redirect("office_hour_types")


def _form(request: AgencyRequest, held: HourType, title: str) -> HttpResponse:
    back = reverse("office_hour_types")
    form = HourTypeForm(request.POST or None, instance=held)
    if kept(request, form):
        return saved(request, back)
    shelf = reverse("office_hour_types_shelf", args=[held.pk]) if held.pk else ""
    return form_page(request, form, title, back, shelf=shelf)


def _found(request: AgencyRequest, pk: int) -> HourType:
    return get_object_or_404(request.agency.hour_types.all(), pk=pk)
