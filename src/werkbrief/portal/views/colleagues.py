"""Colleagues' accounts at one client, for who may manage them."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from werkbrief.accounts.actions import choose_own_password, prefer
from werkbrief.accounts.reads import invitation_for, invited_by
from werkbrief.notices.actions import tell_invited
from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms import OwnPasswordForm
from werkbrief.portal.forms_colleagues import InvitationForm, RightsForm
from werkbrief.portal.forms_substitutes import SubstituteForm
from werkbrief.portal.printing_substitutes import print_substitutes
from werkbrief.staffing.actions import end_membership, give_rights, invite
from werkbrief.staffing.models import Membership, Right
from werkbrief.staffing.reads import met, substitutes_among
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say


@client_page(Right.MANAGE)
def colleagues(request: ClientRequest) -> HttpResponse:
    """The list, and inviting one more."""
    form = InvitationForm(request.membership, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            member = invite(request.membership, form.guest(), at=timezone.now())
        except Refusal as refusal:
            form.add_error(refusal.field or None, refusal.sentence)
        else:
            _tell(request, member)
            told = say("Uitnodiging onderweg naar %(email)s.", email=member.address)
            messages.success(request, told)
            return redirect("colleagues", request.client.slug)
    context = {"form": form, "members": _listed(request)}
    return render(request, "portal/account/colleagues.html", context)


@client_page(Right.MANAGE)
def colleague(request: ClientRequest, colleague: int) -> HttpResponse:
    """The rights of one colleague."""
    member = get_object_or_404(within_reach(request), pk=colleague)
    # Not "or None": a form without one tick is a form too.
    sent = request.POST if request.method == "POST" else None
    form = RightsForm(request.membership, sent, initial={"rights": member.rights})
    if request.method == "POST" and form.is_valid():
        try:
            give_rights(request.membership, member, form.chosen(), timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            told = say("De rechten van %(user)s zijn opgeslagen.", user=member.who)
            messages.success(request, told)
            return redirect("colleagues", request.client.slug)
    return colleague_page(request, member, form)


def colleague_page(
    request: ClientRequest,
    member: Membership,
    form: RightsForm | None = None,
    naming: SubstituteForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, with what was typed in one of its forms."""
    today = timezone.localdate()
    others = within_reach(request).exclude(pk=member.pk).select_related("client")
    held = substitutes_among([member], today).get(member.pk, [])
    context = {
        "member": member,
        "form": form
        or RightsForm(request.membership, initial={"rights": member.rights}),
        "naming": naming
        or SubstituteForm(others.order_by("user__name"), initial={"starts_on": today}),
        "substitutes": print_substitutes(held, today),
    }
    return render(request, "portal/account/colleague.html", context, status=status)


@require_POST
@client_page(Right.MANAGE)
def farewell(request: ClientRequest, colleague: int) -> HttpResponse:
    """End somebody's access to this client."""
    member = get_object_or_404(within_reach(request), pk=colleague)
    try:
        end_membership(request.membership, member, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        told = say("%(user)s heeft hier geen toegang meer.", user=member.who)
        messages.success(request, told)
    return redirect("colleagues", request.client.slug)


def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever was invited chooses a password; then the door is open."""
    user = invited_by(token)
    if user is None:
        return render(request, "portal/account/invitation.html", {"is_dead": True})
    form = OwnPasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        choose_own_password(user, form.cleaned_data["new_password1"])
        prefer(user, {"language": get_language()})
        told = say("Welkom. Log nu in met %(username)s.", username=user.username)
        messages.success(request, told)
        return redirect("account_login")
    return render(request, "portal/account/invitation.html", {"form": form})


def within_reach(request: ClientRequest) -> QuerySet[Membership]:
    """The client's members; whoever is narrowed reaches who sees no more than that."""
    found = met(request.client.memberships.all())
    mine = request.membership
    if not mine.is_narrowed:
        return found
    beyond = Membership.departments.through.objects.exclude(
        department__in=mine.departments.values("pk")
    )
    return found.filter(is_narrowed=True).exclude(pk__in=beyond.values("membership_id"))


def _listed(request: ClientRequest) -> list[dict[str, object]]:
    members = within_reach(request).order_by("user__name", "user__username")
    today = timezone.localdate()
    held = substitutes_among(members, today)
    return [
        {
            "id": member.pk,
            "who": member.who,
            "address": member.address,
            "has_been_in": member.has_been_in,
            "rights": _told(member),
            "is_me": member.pk == request.membership.pk,
            "substitutes": print_substitutes(held.get(member.pk, ()), today),
        }
        for member in members
    ]


def _told(member: Membership) -> str:
    """Name them; all of them in two words."""
    held = [right for right in Right if member.may(right)]
    if not held:
        return say("Geen rechten")
    if len(held) == len(Right):
        return say("Alle rechten")
    return ", ".join(str(right.label) for right in held)


def _tell(request: ClientRequest, member: Membership) -> None:
    path = (
        reverse("client_home", args=[request.client.slug])
        if member.user.has_own_password
        else reverse("invitation", args=[invitation_for(member.user)])
    )
    url = request.build_absolute_uri(path)
    tell_invited(member, url, by=request.user, at=timezone.now())
