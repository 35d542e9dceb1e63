"""Shifts as a calendar that any program reads (iCalendar, RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Appointment:
    """One line in somebody's calendar; aware moments."""

    uid: str
    start: datetime
    end: datetime
    summary: str
    place: str = ""


def calendar_of(
    name: str, appointments: Iterable[Appointment], *, stamp: datetime
) -> bytes:
    """The same appointments give the same bytes, so that a tag on them holds."""
    # Three megabytes that only who asks for a calendar needs.
    from icalendar import Calendar, Event  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("prodid", "-//Werkbrief//nl")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for appointment in appointments:
        event = Event()
        event.add("uid", appointment.uid)
        event.add("dtstamp", stamp)
        # A zone by its name asks for its rules as well (RFC 5545, 3.2.19): without
        # them a program may take the hours for those of Greenwich.
        event.add("dtstart", appointment.start.astimezone(UTC))
        event.add("dtend", appointment.end.astimezone(UTC))
        event.add("summary", appointment.summary)
        if appointment.place:
            event.add("location", appointment.place)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
