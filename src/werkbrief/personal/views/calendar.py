"""A worker's shifts in the worker's own calendar."""

import hashlib
from datetime import timedelta

from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from werkbrief.exchange.calendars import Appointment, calendar_of
from werkbrief.personal.access import PersonalRequest, personal_page
from werkbrief.planning.reads import OwnShift, own_shifts_between

BEHIND, AHEAD = timedelta(weeks=4), timedelta(weeks=12)


@personal_page
def feed(request: PersonalRequest) -> HttpResponse:
    """Four weeks back, twelve ahead; a calendar asks again by itself."""
    today = timezone.localdate()
    shifts = own_shifts_between(request.worker, today - BEHIND, today + AHEAD)
    content = calendar_of(
        request.link.agency.name, map(_appointment, shifts), stamp=request.link.made_at
    )
    tag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["ETag"] = tag
    return get_conditional_response(request, tag, None, response) or response


def _appointment(shift: OwnShift) -> Appointment:
    return Appointment(
        uid=f"dienst-{shift.id}@werkbrief",
        start=shift.starts_at,
        end=shift.ends_at,
        summary=f"{shift.client} · {shift.job_function}",
        place=shift.place,
    )
