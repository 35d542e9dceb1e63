"""Clients that sign in with their own system: which issuers are trusted."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_sign_ons import SignOnForm
from werkbrief.staffing.actions import Issuer, end_trust, trust_issuer
from werkbrief.staffing.models import Role
from werkbrief.ui.answers import UNREADABLE


@agency_page(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def sign_ons(request: AgencyRequest) -> HttpResponse:
    """All that are trusted, with the address to give to the issuer; a form for one."""
    form = SignOnForm(request.POST or None, agency=request.agency)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        issuer = Issuer(
            told["name"],
            told["issuer"],
            told["client_id"],
            told["secret"],
            list(told["clients"]),
        )
        made = trust_issuer(request.agency, issuer, by=request.user, at=timezone.now())
        messages.success(
            request,
            f"{made} staat aan. Geef de uitgever nu het adres voor de terugkeer.",
        )
        return redirect("office_sign_ons")
    context = {"form": form, "sign_ons": [*_told(request)]}
    status = UNREADABLE if form.is_bound else 200
    return render(request, "office/sign_ons/page.html", context, status=status)


@agency_page(Role.ADMINISTRATOR)
@require_POST
def ending(request: AgencyRequest, sign_on: int) -> HttpResponse:
    found = get_object_or_404(request.agency.sign_ons, pk=sign_on)
    end_trust(found, by=request.user, at=timezone.now())
    messages.success(request, f"{found} staat uit.")
    return redirect("office_sign_ons")


def _told(request: AgencyRequest) -> list[dict[str, object]]:
    """Each with the address that the issuer must send people back to."""
    return [
        {
            "sign_on": sign_on,
            "back": request.build_absolute_uri(
                reverse("openid_connect_callback", args=[sign_on.slug])
            ),
        }
        for sign_on in request.agency.sign_ons.trusted().prefetch_related("clients")
    ]
