"""Naming who stands in, for oneself or for a colleague, and ending it."""

from datetime import datetime

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.notices.actions import tell_substitute, tell_substitute_over
from werkbrief.portal.access import (
    ClientRequest,
    SignedInRequest,
    client_page,
    signed_in,
)
from werkbrief.portal.forms_substitutes import SubstituteForm
from werkbrief.portal.views.account import account_page
from werkbrief.portal.views.colleagues import colleague_page, within_reach
from werkbrief.staffing.actions import end_substitute, name_substitute
from werkbrief.staffing.models import Membership, Right, Substitute
from werkbrief.staffing.reads import memberships_of, possible_stand_ins
from werkbrief.ui.hosts import host_of
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say
from werkbrief.words.weeks import brief_day

UNREADABLE = 422


@require_POST
@signed_in
def own(request: SignedInRequest) -> HttpResponse:
    """Name one's own stand-in: at which client follows from whom one chose."""
    mine = memberships_of(request.user, host_of(request))
    form = SubstituteForm(possible_stand_ins(mine, request.user), request.POST)
    if form.is_valid():
        there = form.chosen.client_id
        absent = next(one for one in mine if one.client_id == there)
        absent.user = request.user
        if _named(request, form, absent, by=absent):
            return redirect("account")
    return account_page(request, naming=form, status=UNREADABLE)


@require_POST
@signed_in
def own_end(request: SignedInRequest, substitute: int) -> HttpResponse:
    """Both may end it: who is away, and who stands in."""
    either = Q(absent__user=request.user) | Q(stand_in__user=request.user)
    held = get_object_or_404(Substitute.objects.filter(either), pk=substitute)
    _end(request, held)
    return redirect("account")


@require_POST
@client_page(Right.MANAGE)
def colleagues(request: ClientRequest, colleague: int) -> HttpResponse:
    """Name who stands in for a colleague: of those whom the manager reaches."""
    absent = get_object_or_404(within_reach(request), pk=colleague)
    among = within_reach(request).exclude(pk=absent.pk).select_related("client")
    form = SubstituteForm(among, request.POST)
    if form.is_valid() and _named(request, form, absent, by=request.membership):
        return redirect("colleague", request.client.slug, colleague)
    return colleague_page(request, absent, naming=form, status=UNREADABLE)


@require_POST
@client_page(Right.MANAGE)
def colleagues_end(
    request: ClientRequest, colleague: int, substitute: int
) -> HttpResponse:
    absent = get_object_or_404(within_reach(request), pk=colleague)
    _end(request, get_object_or_404(absent.substitutes.all(), pk=substitute))
    return redirect("colleague", request.client.slug, colleague)


def _named(
    request: SignedInRequest, form: SubstituteForm, absent: Membership, by: Membership
) -> bool:
    now: datetime = timezone.now()
    try:
        held = name_substitute(absent, form.chosen, form.days, by, now)
    except Refusal as refusal:
        form.add_error(refusal.field or None, refusal.sentence)
        return False
    tell_substitute(held, by=request.user, at=now)
    told = say(
        "%(stand_in)s vervangt %(absent)s van %(first)s tot en met %(last)s.",
        stand_in=held.stand_in.who,
        absent=held.absent.who,
        first=brief_day(held.starts_on),
        last=brief_day(held.ends_on),
    )
    messages.success(request, told)
    return True


def _end(request: SignedInRequest, held: Substitute) -> None:
    now = timezone.now()
    if end_substitute(held, by=request.user, at=now):
        tell_substitute_over(held, by=request.user, at=now)
    messages.success(request, say("De vervanging is beëindigd."))
