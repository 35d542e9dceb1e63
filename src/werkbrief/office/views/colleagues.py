"""Who works at the agency, and as what: for its administrator."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from werkbrief.accounts.reads import invitation_for
from werkbrief.notices.actions import tell_employed
from werkbrief.notices.reads import portal_address
from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_people import ColleagueForm, RoleForm
from werkbrief.office.views.clients import WRITES
from werkbrief.staffing.actions import dismiss, employ, give_role
from werkbrief.staffing.models import AgencyRole, Role
from werkbrief.staffing.reads import colleagues_of
from werkbrief.staffing.refusals import RoleMoved
from werkbrief.ui.answers import CONFLICT, UNREADABLE
from werkbrief.words.refusals import Refusal


@agency_page(Role.ADMINISTRATOR)
@require_http_methods(WRITES)
def employment(request: AgencyRequest) -> HttpResponse:
    """Somebody new, invited by mail."""
    form = ColleagueForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now, role = timezone.now(), Role(form.cleaned_data["role"])
        try:
            made = employ(request.agency, form.guest(), role, by=request.user, at=now)
        except Refusal as refusal:
            form.add_error(refusal.field or None, refusal.sentence)
        else:
            way_in = (
                portal_address("office", of=request.agency)
                if made.user.has_own_password
                else portal_address(
                    "invitation", invitation_for(made.user), of=request.agency
                )
            )
            tell_employed(made, way_in, by=request.user, at=now)
            messages.success(request, f"Uitnodiging onderweg naar {made.address}.")
            return redirect("office_people")
    context = {"form": form}
    status = UNREADABLE if form.is_bound else 200
    return render(request, "office/people/employment.html", context, status=status)


@agency_page(Role.ADMINISTRATOR)
@require_http_methods(WRITES)
def colleague(request: AgencyRequest, role: int) -> HttpResponse:
    held = _role(request, role)
    shown = {"role": held.role, "gezien": held.role}
    form, status = RoleForm(request.POST or None, initial=shown), 200
    if request.method == "POST" and form.is_valid():
        wanted, seen = Role(form.cleaned_data["role"]), form.cleaned_data["gezien"]
        try:
            give_role(held, wanted, seen=seen, by=request.user, at=timezone.now())
        except RoleMoved as refusal:
            messages.error(request, refusal.sentence)
            form, status = RoleForm(initial=shown), CONFLICT
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, f"{held.who} is nu {wanted.label}.")
            return redirect("office_people")
    context = {"form": form, "held": held}
    status = UNREADABLE if form.is_bound else status
    return render(request, "office/people/employment.html", context, status=status)


@agency_page(Role.ADMINISTRATOR)
@require_POST
def dismissal(request: AgencyRequest, role: int) -> HttpResponse:
    held = _role(request, role)
    try:
        dismiss(held, by=request.user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, f"{held.who} kan niet meer in het kantoor.")
    return redirect("office_people")


def _role(request: AgencyRequest, pk: int) -> AgencyRole:
    return get_object_or_404(colleagues_of(request.agency), pk=pk)
