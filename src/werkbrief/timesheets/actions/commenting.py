"""Saying something about hours: client and agency both read it."""

from datetime import datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.timesheets.actions.locking import KIND
from werkbrief.timesheets.models import Comment, TimeEntryQuerySet


@transaction.atomic
def comment(
    entries: TimeEntryQuerySet, text: str, *, by: User, at: datetime
) -> list[Comment]:
    """Write one remark on each entry, also on final ones: it changes no hour."""
    chosen = list(entries.only("pk", "agency_id"))
    if not chosen:
        return []
    comments = Comment.objects.bulk_create(
        Comment(entry=entry, agency_id=entry.agency_id, by=by, at=at, text=text)
        for entry in chosen
    )
    traces = [Trace(KIND, entry.pk, None, {"comment": text}) for entry in chosen]
    record("timesheets.commented", Deed(chosen[0].agency_id, by, at), traces)
    return comments
