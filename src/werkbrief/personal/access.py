"""Who is looking: whoever holds a link that works."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from werkbrief.accounts.models import Language
from werkbrief.staffing.models import (
    PersonalLink,
    Worker,
)
from werkbrief.staffing.reads import link_of
from werkbrief.ui.hosts import host_of
from werkbrief.ui.tongues import speaking
from werkbrief.walls import stay_within

Rest = ParamSpec("Rest")
GONE = 404


class PersonalRequest(HttpRequest):
    """A request by somebody's personal link."""

    link: PersonalLink
    worker: Worker


def personal_page(
    view: Callable[Concatenate[PersonalRequest, Rest], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Rest], HttpResponse]:
    """Give the view `request.link` and `request.worker`, in the link's language.

    Guessed, altered, expired and revoked all get the same answer: nobody learns which.
    No search engine keeps the page and no other site learns the address.
    """

    @never_cache
    @wraps(view)
    def page(
        request: PersonalRequest,
        /,
        token: str,
        *args: Rest.args,
        **kwargs: Rest.kwargs,
    ) -> HttpResponse:
        link = link_of(token, on=timezone.localdate())
        if link is not None and link.agency.host not in ("", host_of(request)):
            link = None
        if link is None:
            response = render(request, "personal/gone.html", status=GONE)
        else:
            request.link, request.worker = link, link.worker
            stay_within(link.agency_id)
            with speaking(_language(request, link)):
                response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    return page  # type: ignore[return-value]


def _language(request: HttpRequest, link: PersonalLink) -> str:
    """The link's language, unless the visitor picked another one on the page."""
    wanted = request.GET.get("taal", "")
    return wanted if wanted in Language.values else link.language
