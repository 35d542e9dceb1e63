"""Who is looking from the agency's side, and for which agency: scope first."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from werkbrief.accounts.models import User
from werkbrief.office.navigation import EVERYBODY, rooms_of
from werkbrief.staffing.models import Agency, AgencyRole, Client, Role
from werkbrief.staffing.reads import at_house
from werkbrief.ui.hosts import host_of
from werkbrief.ui.tongues import speak
from werkbrief.walls import stay_within

Rest = ParamSpec("Rest")
# The office works in Dutch, whatever somebody reads the clients' screens in.
OFFICE = "nl"


class AgencyRequest(HttpRequest):
    """A request of somebody who works at this agency."""

    user: User
    agency: Agency
    role: Role


def agency_page(
    *roles: Role,
) -> Callable[
    [Callable[Concatenate[AgencyRequest, Rest], HttpResponseBase]],
    Callable[Concatenate[HttpRequest, Rest], HttpResponseBase],
]:
    """Give the view `request.agency` and `request.role`: one statement. In Dutch.

    Without roles everybody at the agency may; whoever may not gets a 404, as for every
    page that does not exist. Who has not signed in is asked to.
    """
    allowed = roles or EVERYBODY

    def decorate(
        view: Callable[Concatenate[AgencyRequest, Rest], HttpResponseBase],
    ) -> Callable[Concatenate[HttpRequest, Rest], HttpResponseBase]:
        @wraps(view)
        def page(
            request: AgencyRequest, /, *args: Rest.args, **kwargs: Rest.kwargs
        ) -> HttpResponseBase:
            found = role_of(request.user, host_of(request))
            if found is None or found.role not in allowed:
                raise Http404
            request.agency, request.role = found.agency, Role(found.role)
            stay_within(found.agency_id)
            speak(OFFICE)
            return view(request, *args, **kwargs)

        return login_required(page)  # type: ignore[return-value]

    return decorate


def role_of(user: User, host: str = "") -> AgencyRole | None:
    """Somebody who works at several agencies works for the first here, by name."""
    here = user.agency_roles.filter(at_house(host, "agency__"))
    roles = here.select_related("agency")
    return roles.order_by("agency__name", "pk").first()


def client_of(request: AgencyRequest, slug: str, *, archived: bool = False) -> Client:
    """One of the agency's own, or a 404; `archived`: also one that is put away."""
    among = request.agency.clients.select_related("agency")
    if not archived:
        among = among.filter(archived_on__isnull=True)
    return get_object_or_404(among, slug=slug)


def office(request: HttpRequest) -> dict[str, object]:
    """What every office screen shows: the menu, by role."""
    role = getattr(request, "role", None)
    return {} if role is None else {"rooms": rooms_of(request, role), "role": role}
