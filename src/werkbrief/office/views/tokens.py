"""Tokens of integrations: made, rotated, revoked; a secret is on screen once."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from werkbrief.exchange.actions import (
    TokenWish,
    issue_token,
    revoke_token,
    rotate_token,
)
from werkbrief.exchange.models import ApiToken
from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_tokens import TokenForm
from werkbrief.staffing.models import Role
from werkbrief.ui.answers import UNREADABLE


@agency_page(Role.ADMINISTRATOR)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: AgencyRequest) -> HttpResponse:
    """All that open something, and a form for a new one."""
    form = TokenForm(request.POST or None, agency=request.agency)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        clients = list(told["clients"]) or None
        wish = TokenWish(request.agency, told["name"], told["scopes"], clients)
        made = issue_token(wish, by=request.user, at=timezone.now())
        return _page(request, TokenForm(agency=request.agency), made)
    return _page(request, form)


@agency_page(Role.ADMINISTRATOR)
@never_cache
@require_POST
def rotations(request: AgencyRequest, token: int) -> HttpResponse:
    found = get_object_or_404(_open(request), pk=token)
    made = rotate_token(found, by=request.user, at=timezone.now())
    return _page(request, TokenForm(agency=request.agency), made)


@agency_page(Role.ADMINISTRATOR)
@require_POST
def revocations(request: AgencyRequest, token: int) -> HttpResponse:
    found = get_object_or_404(_open(request), pk=token)
    revoke_token(found, by=request.user, at=timezone.now())
    return redirect("office_tokens")


def _page(
    request: AgencyRequest, form: TokenForm, made: tuple[ApiToken, str] | None = None
) -> HttpResponse:
    status = UNREADABLE if form.is_bound else 200
    context = {"form": form, "tokens": _open(request), "made": made}
    return render(request, "office/tokens/page.html", context, status=status)


def _open(request: AgencyRequest) -> QuerySet[ApiToken]:
    tokens = request.agency.api_tokens.filter(revoked=None)
    unexpired = tokens.exclude(expires__lte=timezone.now())
    return (
        unexpired.select_related("acts_as").prefetch_related("clients").order_by("pk")
    )
