"""The floor of saving: the plain ORM, the entry and a line of who did what."""

from django.db import transaction
from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.journal.models import Change, Event
from werkbrief.timesheets.models import TimeEntry


@transaction.atomic
def plain_save(entry: TimeEntry, by: User, turn: int) -> None:
    """Fetched by its number, changed, saved, noted: no rights, no rules, no answer."""
    found = TimeEntry.objects.get(pk=entry.pk)
    before = {"break_minutes": found.break_minutes}
    found.break_minutes = turn % 29 + 1
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
