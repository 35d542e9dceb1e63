"""The floor of saving: a plain view that saves by the ORM and notes who did what."""

from urllib.parse import urlencode

from django.core.handlers.wsgi import WSGIRequest
from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone

from bench.frame.visitor import environ
from werkbrief.accounts.models import User
from werkbrief.journal.models import Change, Event
from werkbrief.timesheets.models import TimeEntry


def plain_view(entry: TimeEntry, by: User, turn: int) -> bytes:
    """A post taken in, an entry saved, "ok": no session, no rights, no rules."""
    body = urlencode({"entry": entry.pk, "pauze": turn % 29 + 1}).encode()
    request = WSGIRequest(environ("POST", "/opslaan/", body))
    _save(int(request.POST["entry"]), int(request.POST["pauze"]), by)
    return HttpResponse("ok").content


@transaction.atomic
def _save(entry: int, pause: int, by: User) -> None:
    found = TimeEntry.objects.get(pk=entry)
    before = {"break_minutes": found.break_minutes}
    found.break_minutes = pause
    found.version += 1
    found.save()
    event = Event.objects.create(
        agency_id=found.agency_id, verb="timesheets.changed", by=by, at=timezone.now()
    )
    Change.objects.create(
        event=event,
        kind="timesheets.timeentry",
        subject_id=found.pk,
        before=before,
        after={"break_minutes": found.break_minutes},
    )
