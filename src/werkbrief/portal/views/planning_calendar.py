"""The schedule in somebody's own calendar, by a signed and revocable address."""

import hashlib
from datetime import timedelta

from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from werkbrief.exchange.calendars import Appointment, calendar_of
from werkbrief.planning.actions import publish, withdraw_feed
from werkbrief.planning.models import CalendarFeed
from werkbrief.planning.reads import feed_of, feed_shifts, living_feeds
from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.staffing.models import Department, Right
from werkbrief.walls import stay_within
from werkbrief.words.clock import local
from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week

SIGNER = Signer(salt="werkbrief.planning.calendar", sep=".")
BEHIND, AHEAD = timedelta(weeks=4), timedelta(weeks=12)


@require_http_methods(["GET", "POST"])
@client_page(Right.SEE_PLANNING, is_personal=True)
def calendars(request: ClientRequest, week: Week) -> HttpResponse:
    """The dialog: an address per department, made when asked for."""
    if request.method == "POST":
        department = _chosen(request)
        publish(request.membership, department, at=timezone.now())
    return _dialog(request, week)


@require_POST
@client_page(Right.SEE_PLANNING, is_personal=True)
def withdrawals(request: ClientRequest, week: Week, feed: int) -> HttpResponse:
    """Let one's own address stop working."""
    found = get_object_or_404(request.membership.feeds, pk=feed)
    withdraw_feed(found, at=timezone.now())
    return _dialog(request, week)


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Names and times, four weeks back and twelve ahead; a program asks again.

    Guessed, altered and withdrawn get the same answer: nobody learns which.
    """
    try:
        found = feed_of(int(SIGNER.unsign(token)))
    except (BadSignature, ValueError):
        found = None
    if found is None:
        raise Http404
    stay_within(found.agency_id)
    content = _content(found)
    tag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    return get_conditional_response(request, tag, None, response) or response


def _content(found: CalendarFeed) -> bytes:
    today = timezone.localdate()
    shifts = feed_shifts(found, today - BEHIND, today + AHEAD)
    where = found.department or found.membership.client
    return calendar_of(
        str(where),
        (
            Appointment(
                f"dienst-{shift.id}@werkbrief",
                local(shift.start),
                local(shift.end),
                shift.name,
            )
            for shift in shifts
        ),
        stamp=found.made_at,
    )


def _chosen(request: ClientRequest) -> Department | None:
    """One of the departments in scope; all together only for who sees all."""
    number = request.POST.get("afdeling", "")
    if not number and not request.membership.is_narrowed:
        return None
    if not number.isdigit():
        raise Http404
    return get_object_or_404(_departments(request), pk=int(number))


def _departments(request: ClientRequest) -> QuerySet[Department]:
    membership = request.membership
    if membership.is_narrowed:
        return membership.departments.order_by("name")
    return request.client.department_set.order_by("name")


def _dialog(request: ClientRequest, week: Week) -> HttpResponse:
    living = living_feeds(request.membership)
    places: list[tuple[int | None, str]] = [
        (one.pk, one.name) for one in _departments(request)
    ]
    if not request.membership.is_narrowed:
        places.insert(
            0, (None, say("Alle afdelingen") if places else say("De hele planning"))
        )
    lines = [
        {
            "department": number or "",
            "name": name,
            "feed": living.get(number),
            "address": _address(request, living.get(number)),
        }
        for number, name in places
    ]
    context = {"week": week, "lines": lines}
    return render(request, "portal/planning/_calendar.html", context)


def _address(request: ClientRequest, found: CalendarFeed | None) -> str:
    if found is None:
        return ""
    path = reverse("calendar", args=[SIGNER.sign(str(found.pk))])
    return request.build_absolute_uri(path)
