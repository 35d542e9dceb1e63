"""Who is looking, and at whose hours: scope first."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from werkbrief.accounts.models import User
from werkbrief.staffing.models import Client, Membership, Right

Rest = ParamSpec("Rest")


class SignedInRequest(HttpRequest):
    """A request of somebody who signed in."""

    user: User


class ClientRequest(SignedInRequest):
    """A request of a member of this client."""

    client: Client
    membership: Membership


def signed_in(
    view: Callable[[SignedInRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Give the view a user; who has not signed in is asked to."""
    return login_required(view)  # type: ignore[return-value]


def client_page(
    right: Right | None = None,
) -> Callable[
    [Callable[Concatenate[ClientRequest, Rest], HttpResponse]],
    Callable[Concatenate[HttpRequest, Rest], HttpResponse],
]:
    """Give the view `request.client` and `request.membership`: one statement.

    A stranger, and a member without the right, get a 404: what is not theirs does not
    exist. Who has not signed in is asked to.
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
            request.membership = get_object_or_404(
                Membership.objects.select_related("client__agency"),
                user=request.user,
                client__slug=client,
                client__archived_on__isnull=True,
            )
            request.client = request.membership.client
            if right and not request.membership.may(right):
                raise Http404
            return view(request, *args, **kwargs)

        return login_required(page)  # type: ignore[return-value]

    return decorate


def portal(request: HttpRequest) -> dict[str, object]:
    """What every client screen shows: the menu and what this member may do."""
    membership: Membership | None = getattr(request, "membership", None)
    if membership is None:
        return {"agency": getattr(request, "agency", None)}
    may = {right.value: membership.may(right) for right in Right}
    menu = list(_menu(request, membership))
    return {"agency": membership.client.agency, "may": may, "menu": menu}


def _menu(request: HttpRequest, membership: Membership) -> Iterator[dict[str, object]]:
    """Only what the rights allow (S2.1)."""
    slug = membership.client.slug
    here = request.resolver_match.url_name if request.resolver_match else ""
    yield {
        "title": "Home",
        "href": reverse("client_home", args=[slug]),
        "is_current": here == "client_home",
    }
    if membership.may(Right.SEE_TIMESHEETS):
        yield {
            "title": "Werkbriefjes",
            "href": reverse("timesheets_start", args=[slug]),
            "is_current": here == "timesheets",
        }
