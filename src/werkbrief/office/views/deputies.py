"""Who of the agency stands in for whom, from day to day."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_deputies import DeputyForm
from werkbrief.office.views.clients import WRITES
from werkbrief.office.views.records import kept, saved
from werkbrief.staffing.actions import end_deputy
from werkbrief.staffing.models import Deputy
from werkbrief.ui.answers import UNREADABLE


@agency_page()
@require_http_methods(WRITES)
def deputies(request: AgencyRequest) -> HttpResponse:
    """Now and to come; and one more."""
    form = DeputyForm(request.POST or None, instance=Deputy(agency=request.agency))
    if kept(request, form):
        return saved(request, reverse("office_deputies"))
    rows = request.agency.deputies.from_day(timezone.localdate())
    related = rows.select_related("absent__user", "stand_in__user")
    context = {"form": form, "rows": related.order_by("starts_on", "pk")}
    status = UNREADABLE if form.is_bound else 200
    return render(request, "office/deputies/page.html", context, status=status)


@agency_page()
@require_POST
def ending(request: AgencyRequest, deputy: int) -> HttpResponse:
    held = get_object_or_404(request.agency.deputies.all(), pk=deputy)
    end_deputy(held, by=request.user, at=timezone.now())
    return redirect("office_deputies")
