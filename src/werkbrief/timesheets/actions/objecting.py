"""A worker says that passed-on hours are not right; the agency answers (S6.9)."""

from datetime import datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.models import PersonalLink
from werkbrief.timesheets.models import (
    Objection,
    ObjectionAnswer,
    ObjectionQuerySet,
    TimeEntryQuerySet,
)
from werkbrief.timesheets.refusals import AlreadyObjected, ObjectionAnswered

KIND = "timesheets.objection"


@transaction.atomic
def object_to(
    scope: TimeEntryQuerySet,
    entry_id: int,
    text: str,
    *,
    link: PersonalLink,
    at: datetime,
) -> Objection:
    """Keep the sentence beside the hours; one that waits at a time per entry."""
    entry = scope.select_for_update(of=("self",)).get(pk=entry_id)
    if Objection.objects.filter(entry=entry).pending().exists():
        raise AlreadyObjected
    objection = Objection.objects.create(
        agency_id=entry.agency_id, entry=entry, link=link, at=at, text=text
    )
    # Its words stand with the objection: they may say more than may stay for ever.
    deed = Deed(entry.agency_id, None, at)
    trace = Trace(KIND, objection.pk, None, {"entry": entry.pk})
    record("timesheets.objected", deed, [trace])
    return objection


@transaction.atomic
def answer_objection(
    scope: ObjectionQuerySet, objection_id: int, text: str, *, by: User, at: datetime
) -> ObjectionAnswer:
    """Tell the worker what came of it; once."""
    objection = scope.select_for_update(of=("self",)).get(pk=objection_id)
    given = ObjectionAnswer.objects.filter(objection=objection).select_related("by")
    if answer := given.first():
        raise ObjectionAnswered(str(answer.by), answer.text)
    answer = ObjectionAnswer.objects.create(
        objection=objection, agency_id=objection.agency_id, text=text, by=by, at=at
    )
    deed = Deed(objection.agency_id, by, at)
    entry = {"entry": objection.entry_id}
    trace = Trace(KIND, objection.pk, entry, entry | {"answered": True})
    record("timesheets.objection_answered", deed, [trace])
    return answer
