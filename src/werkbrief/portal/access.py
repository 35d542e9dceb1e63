"""Who is looking, and at whose hours: scope first."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from werkbrief.accounts.models import User
from werkbrief.portal.menu import filter_query, menu_of
from werkbrief.staffing.models import Agency, Client, Membership, Right
from werkbrief.staffing.reads import (
    LOOKING_AT,
    agency_at_the_door,
    agency_of,
    client_of,
    looking_along,
    membership_at,
    once_lent,
    standing_in,
)
from werkbrief.ui.hosts import host_of
from werkbrief.walls import stay_within
from werkbrief.words.tongues import say

Rest = ParamSpec("Rest")
# Which agency's door somebody came in by; its name and colours greet them next time.
DOOR = "werkbrief_bureau"


LOOKS = ("GET", "HEAD")


class SignedInRequest(HttpRequest):
    """A request of somebody who signed in."""

    user: User


class ClientRequest(SignedInRequest):
    """A request of a member of this client."""

    client: Client
    membership: Membership


def signed_in(
    view: Callable[Concatenate[SignedInRequest, Rest], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Rest], HttpResponse]:
    """Give the view a user; who has not signed in is asked to."""
    return login_required(view)  # type: ignore[return-value]


def client_page(
    right: Right | None = None, *, is_personal: bool = False
) -> Callable[
    [Callable[Concatenate[ClientRequest, Rest], HttpResponse]],
    Callable[Concatenate[HttpRequest, Rest], HttpResponse],
]:
    """Give the view `request.client` and `request.membership`: one statement.

    A stranger, and a member without the right, get a 404: what is not theirs does not
    exist. Who has not signed in is asked to. What is personal is not there for who
    stands in for a colleague.
    """

    def decorate(
        view: Callable[Concatenate[ClientRequest, Rest], HttpResponse],
    ) -> Callable[Concatenate[HttpRequest, Rest], HttpResponse]:
        @wraps(view)
        def page(
            request: ClientRequest,
            /,
            client: str,
            *args: Rest.args,
            **kwargs: Rest.kwargs,
        ) -> HttpResponse:
            membership = _membership(request, client)
            if membership is None:
                return _back_to_oneself(request, client)
            request.membership, request.client = membership, membership.client
            stay_within(membership.client.agency_id)
            if right and not membership.may(right):
                raise Http404
            if is_personal and membership.lent_to:
                raise Http404
            return view(request, *args, **kwargs)

        return login_required(page)  # type: ignore[return-value]

    return decorate


def _membership(request: ClientRequest, slug: str) -> Membership | None:
    """One's own, or a colleague's who is away; or one to look with, never to write."""
    today, host = timezone.localdate(), host_of(request)
    found = standing_in(request.user, slug, today, host) or membership_at(
        request.user, slug, today, host
    )
    if found is not None and found.lent_to is not None:
        request.user.in_place_of = found.user
    looks = request.method in LOOKS and request.session.get(LOOKING_AT) == slug
    if found is None and looks:
        return looking_along(request.user, slug, host)
    return found


def _back_to_oneself(request: ClientRequest, slug: str) -> HttpResponse:
    """A window that was left open on the last day that one stood in; else a 404.

    What was typed in it is refused with a sentence, and stays where it was typed.
    """
    if not once_lent(request.user, slug):
        raise Http404
    if request.method not in LOOKS:
        is_part = request.headers.get("X-Requested-With") == "fetch"
        template = "portal/_standing_in_over.html" if is_part else "410.html"
        own = {"own_client": client_of(slug)}
        return render(request, template, own, status=HTTPStatus.GONE)
    messages.info(
        request, say("De vervanging is voorbij. Dit is weer je eigen scherm.")
    )
    return redirect("client_home", client_of(slug))


def portal(request: HttpRequest) -> dict[str, object]:
    """What every screen shows: whose portal it is, the menu, what this member may do.

    The agency is looked up only when a page prints it, and only where no membership
    has brought it along (S6.10).
    """
    membership: Membership | None = getattr(request, "membership", None)
    if membership is None:
        return {"agency": SimpleLazyObject(lambda: _agency_of(request))}
    return {
        "agency": membership.client.agency,
        "may": {right.value: membership.may(right) for right in Right},
        "menu": menu_of(request, membership),
        "filter_query": filter_query(request.GET),
        "own_client": client_of(membership.client.slug),
    }


def _agency_of(request: HttpRequest) -> Agency | None:
    """The visitor's own agency; else the one whose door they came in by."""
    if here := getattr(request, "agency", None):
        return cast("Agency", here)
    user = getattr(request, "user", None)
    if isinstance(user, User) and (own := agency_of(user, host_of(request))):
        return own
    return agency_at_the_door(request.COOKIES.get(DOOR, ""), host_of(request))
