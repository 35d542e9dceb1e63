"""Clients' people: who gets in where, with which rights, and out again."""

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from werkbrief.accounts.actions import end_sessions
from werkbrief.accounts.reads import invitation_for
from werkbrief.notices.actions import tell_invited
from werkbrief.notices.reads import portal_address
from werkbrief.office.access import AgencyRequest, agency_page, client_of
from werkbrief.office.forms_people import AccessForm, AdmissionForm
from werkbrief.office.views.clients import WRITES
from werkbrief.staffing.actions import (
    access_stamp,
    admit,
    admit_with_password,
    end_access,
    give_access,
    is_ours_alone,
    note_sessions_ended,
    renew_password,
)
from werkbrief.staffing.models import Client, Membership, Right, fold
from werkbrief.staffing.reads import colleagues_of, met
from werkbrief.ui.answers import CONFLICT, UNREADABLE
from werkbrief.words.refusals import Refusal


@agency_page()
@require_safe
def people(request: AgencyRequest) -> HttpResponse:
    """Everybody of every client, and who works here; found by name or client."""
    wanted = fold(request.GET.get("zoek", "").strip())
    members = [
        (one, [right.label for right in Right if one.may(right)])
        for one in _members(request).order_by("client__name", "user__name")
        if wanted in fold(f"{one.who} {one.address} {one.client}")
    ]
    colleagues = [
        one
        for one in colleagues_of(request.agency)
        if wanted in fold(f"{one.who} {one.address}")
    ]
    clients = request.agency.clients.filter(archived_on=None).order_by("name")
    context = {
        "members": members,
        "all_rights": len(Right),
        "colleagues": colleagues,
        "clients": clients,
        "query": request.GET.get("zoek", ""),
    }
    return render(request, "office/people/list.html", context)


@agency_page()
@never_cache
@require_http_methods(WRITES)
def admission(request: AgencyRequest) -> HttpResponse:
    """Somebody new at the client behind the question mark."""
    client = client_of(request, request.GET.get("opdrachtgever", ""))
    form = AdmissionForm(client, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _admitted(request, client, form)
        except Refusal as refusal:
            form.add_error(refusal.field or None, refusal.sentence)
    context = {"form": form, "client": client}
    status = UNREADABLE if form.is_bound else 200
    return render(request, "office/people/admission.html", context, status=status)


@agency_page()
@require_http_methods(WRITES)
def person(request: AgencyRequest, membership: int) -> HttpResponse:
    """One person at one client: rights, departments, and what else can be done."""
    held = _member(request, membership)
    form = _access_form(request, held)
    status = 200
    if request.method == "POST" and form.is_valid():
        seen, now = form.cleaned_data["gezien"], timezone.now()
        try:
            give_access(held, form.access(), seen=seen, by=request.user, at=now)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            form, status = _access_form(request, _member(request, held.pk), 0), CONFLICT
        else:
            messages.success(request, f"De rechten van {held.who} zijn opgeslagen.")
            return redirect("office_people")
    return _person_page(request, held, form, status=status)


@agency_page()
@require_POST
def farewell(request: AgencyRequest, membership: int) -> HttpResponse:
    held = _member(request, membership)
    end_access(held, by=request.user, at=timezone.now())
    messages.success(request, f"{held.who} ziet {held.client} niet meer.")
    return redirect("office_people")


@agency_page()
@never_cache
@require_POST
def password(request: AgencyRequest, membership: int) -> HttpResponse:
    """A first password again; it is on screen once, and ends what was open."""
    held = _member(request, membership)
    try:
        made = renew_password(
            held.user, request.agency.pk, by=request.user, at=timezone.now()
        )
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect("office_people_person", held.pk)
    end_sessions(held.user, keep=None)
    return _handed_out(request, held, made)


@agency_page()
@require_POST
def sessions(request: AgencyRequest, membership: int) -> HttpResponse:
    """Out everywhere, at once: a phone was lost."""
    held = _member(request, membership)
    try:
        note_sessions_ended(
            held.user, request.agency.pk, by=request.user, at=timezone.now()
        )
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        ended = end_sessions(held.user, keep=None)
        told = "1 sessie" if ended == 1 else f"{ended} sessies"
        messages.success(request, f"{held.who} is overal uitgelogd: {told}.")
    return redirect("office_people_person", held.pk)


def _admitted(
    request: AgencyRequest, client: Client, form: AdmissionForm
) -> HttpResponse:
    guest, access, now = form.guest(), form.access(), timezone.now()
    if not form.is_by_mail:
        username = form.cleaned_data["username"]
        member, made = admit_with_password(
            client, username, guest, access, by=request.user, at=now
        )
        return _handed_out(request, member, made)
    member = admit(client, guest, access, by=request.user, at=now)
    way_in = (
        portal_address("client_home", client.slug, of=request.agency)
        if member.user.has_own_password
        else portal_address(
            "invitation", invitation_for(member.user), of=request.agency
        )
    )
    tell_invited(member, way_in, by=request.user, at=now)
    messages.success(request, f"Uitnodiging onderweg naar {member.address}.")
    return redirect("office_people")


def _handed_out(request: AgencyRequest, held: Membership, made: str) -> HttpResponse:
    door = portal_address("account_login", of=request.agency)
    context = {"member": held, "made": made, "door": door}
    return render(request, "office/people/password.html", context)


def _access_form(request: AgencyRequest, held: Membership, sent: int = 1) -> AccessForm:
    # Not "or None": a form without one tick is a form too.
    data = request.POST if request.method == "POST" and sent else None
    initial = {
        "rights": held.rights,
        "departments": held.departments.all() if held.is_narrowed else (),
        "gezien": access_stamp(held),
    }
    return AccessForm(held.client, data, initial=initial)


def _person_page(
    request: AgencyRequest, held: Membership, form: AccessForm, *, status: int
) -> HttpResponse:
    elsewhere = _members(request).filter(user=held.user_id).exclude(pk=held.pk)
    context = {
        "member": held,
        "form": form,
        "elsewhere": elsewhere,
        "is_ours": is_ours_alone(held.user, request.agency.pk),
        "back": reverse("office_people"),
        "insight_url": reverse("office_people_insight", args=[held.pk]),
        "erasure_url": reverse("office_people_erasure", args=[held.pk]),
    }
    return render(request, "office/people/person.html", context, status=status)


def _members(request: AgencyRequest) -> QuerySet[Membership]:
    of_ours = Q(client__agency=request.agency, client__archived_on=None)
    return met(Membership.objects.filter(of_ours).select_related("client"))


def _member(request: AgencyRequest, pk: int) -> Membership:
    return get_object_or_404(_members(request), pk=pk)
