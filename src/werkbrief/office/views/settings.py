"""The agency's own settings: what it is called, how it looks, when hours are due."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_settings import AgencyForm
from werkbrief.office.views.clients import WRITES
from werkbrief.office.views.records import kept, saved
from werkbrief.staffing.actions import hang_sign
from werkbrief.staffing.models import Agency, Role
from werkbrief.ui.answers import CONFLICT, UNREADABLE
from werkbrief.words.refusals import Refusal


@agency_page(Role.ADMINISTRATOR)
@require_http_methods(WRITES)
def settings(request: AgencyRequest) -> HttpResponse:
    held = Agency.objects.get(pk=request.agency.pk)
    form = AgencyForm(request.POST or None, request.FILES or None, instance=held)
    if _is_hung(request, form) and kept(request, form):
        return saved(request, reverse("office_settings"))
    status = 200 if not form.is_bound else UNREADABLE
    if hasattr(form, "there"):
        status = CONFLICT
    return render(request, "office/settings/page.html", {"form": form}, status=status)


def _is_hung(request: AgencyRequest, form: AgencyForm) -> bool:
    """The sign first: what is no image leaves everything as it was."""
    if request.method != "POST" or not form.is_valid():
        return False
    image = form.image()
    if image is None:
        return True
    try:
        hang_sign(request.agency, image, by=request.user, at=timezone.now())
    except Refusal as refusal:
        form.add_error(refusal.field, refusal.sentence)
        return False
    return True
