"""A worker's shifts in the worker's own calendar."""

import hashlib
from datetime import datetime, timedelta

from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from icalendar import Calendar, Event

from werkbrief.personal.access import PersonalRequest, personal_page
from werkbrief.planning.reads import OwnShift, own_shifts_between

BEHIND, AHEAD = timedelta(weeks=4), timedelta(weeks=12)


@personal_page
def feed(request: PersonalRequest) -> HttpResponse:
    """Four weeks back, twelve ahead; a calendar asks again by itself."""
    today = timezone.localdate()
    shifts = own_shifts_between(request.worker, today - BEHIND, today + AHEAD)
    calendar = Calendar()
    calendar.add("prodid", "-//Werkbrief//nl")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", request.link.agency.name)
    for shift in shifts:
        calendar.add_component(_event(shift, request.link.made_at))
    content = calendar.to_ical()
    tag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["ETag"] = tag
    return get_conditional_response(request, tag, None, response) or response


def _event(shift: OwnShift, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"dienst-{shift.id}@werkbrief")
    event.add("dtstamp", stamp)
    event.add("dtstart", shift.starts_at)
    event.add("dtend", shift.ends_at)
    event.add("summary", f"{shift.client} · {shift.job_function}")
    if shift.place:
        event.add("location", shift.place)
    return event
