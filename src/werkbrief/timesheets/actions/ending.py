"""Changing a placement; what is planned after its last day may lapse with it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from werkbrief.accounts.models import User
from werkbrief.planning.actions import plan
from werkbrief.planning.models import Shift
from werkbrief.staffing.actions import keep
from werkbrief.staffing.models import Agency, Assignment
from werkbrief.timesheets.actions.preparing import follow
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.refusals import HoursBeyond, ShiftsBeyond
from werkbrief.words.clock import day_of, midnight
from werkbrief.words.weeks import Week

Values = Mapping[str, Any]


@transaction.atomic
def keep_placement(  # noqa: PLR0913
    held: Assignment,
    values: Values,
    *,
    seen: str,
    lapsing: int = 0,
    by: User,
    at: datetime,
) -> Assignment:
    """Keep these values; an earlier last day takes the shifts after it along.

    `lapsing`: how many shifts somebody saw, and lets lapse; hours that nobody touched
    follow them. Raises HoursBeyond and ShiftsBeyond, and what `keep` raises: then
    nothing has changed.
    """
    agency = Agency.objects.select_for_update(no_key=True).get(pk=held.agency_id)
    before = Assignment.objects.get(pk=held.pk).ends_on
    kept = keep(held, values, seen=seen, by=by, at=at)
    if kept.ends_on is None or kept.ends_on == before:
        return kept
    _refuse_hours(kept, kept.ends_on)
    beyond = shifts_beyond(kept, kept.ends_on)
    if len(beyond) != lapsing:
        raise ShiftsBeyond(beyond, kept.ends_on)
    days = {day_of(one.start) for one in beyond}
    gone = {(kept.pk, day): () for day in days}
    plan(gone, agency=agency, by=by, at=at, reason="plaatsing eindigt")
    follow(kept.client, sorted({Week.of(day) for day in days}), at=at)
    return kept


def shifts_beyond(held: Assignment, last: date) -> list[Shift]:
    """What stands after this day, in order."""
    after = held.shifts.filter(is_cancelled=False, start__gte=_after(last))
    return list(after.order_by("start"))


def _refuse_hours(held: Assignment, last: date) -> None:
    """Hours that somebody filled in or approved say that there was work."""
    worked = TimeEntry.objects.filter(
        Q(is_touched=True) | Q(decision__isnull=False),
        assignment=held,
        is_occupying=True,
        start__gte=_after(last),
    )
    if found := list(worked.order_by("start")):
        raise HoursBeyond(found, last)


def _after(last: date) -> int:
    return midnight(last + timedelta(days=1))
