"""Saying something about hours: client and agency both read it."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.timesheets.actions.locking import KIND
from werkbrief.timesheets.models import Comment, TimeEntryQuerySet
from werkbrief.timesheets.refusals import Incomplete


@transaction.atomic
def comment(
    scope: TimeEntryQuerySet, ids: Collection[int], text: str, *, by: User, at: datetime
) -> list[Comment]:
    """Write one remark on each entry, also on final ones: it changes no hour.

    On all of them or on none: an id outside the scope raises Incomplete.
    """
    chosen = list(scope.filter(pk__in=list(ids)).order_by("pk"))
    if not chosen or len(chosen) != len(set(ids)):
        raise Incomplete
    comments = Comment.objects.bulk_create(
        Comment(entry=entry, agency_id=entry.agency_id, by=by, at=at, text=text)
        for entry in chosen
    )
    # Never its words: they may say more of somebody than may stay for ever.
    traces = [Trace(KIND, c.entry_id, None, {"comment": c.pk}) for c in comments]
    record("timesheets.commented", Deed(chosen[0].agency_id, by, at), traces)
    return comments
