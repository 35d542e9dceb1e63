"""Filling a week at once, as it was shown beforehand: another's, or the usual."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.planning.actions.planning import Planned, PlanOutcome, plan
from werkbrief.planning.reads.previews import Preview, copied_week, filled_week
from werkbrief.planning.refusals import PlanningMoved
from werkbrief.staffing.models import Agency, Client
from werkbrief.words.weeks import Week


def copy_week(
    client: Client, weeks: tuple[Week, Week], seen: str, *, by: User, at: datetime
) -> PlanOutcome:
    """Plan the shifts of the first week in the second as well; twice adds nothing.

    `seen`: the stamp of the preview. Raises PlanningMoved: then nothing has changed.
    """
    source, target = weeks
    return _plan(
        client,
        lambda: copied_week(client, source, target),
        seen,
        by=by,
        at=at,
    )


def fill_week(
    client: Client, week: Week, seen: str, *, by: User, at: datetime
) -> PlanOutcome:
    """Plan the usual week of whoever nobody planned; twice adds nothing (S6.7)."""
    return _plan(client, lambda: filled_week(client, week), seen, by=by, at=at)


@transaction.atomic
def _plan(
    client: Client,
    preview: Callable[[], Preview],
    seen: str,
    *,
    by: User,
    at: datetime,
) -> PlanOutcome:
    Agency.objects.select_for_update(no_key=True).get(pk=client.agency_id)
    found = preview()
    if found.stamp != seen:
        raise PlanningMoved
    days = {
        spot: [Planned(*stretch) for stretch in stretches]
        for spot, stretches in found.days.items()
    }
    return plan(days, agency=client.agency, by=by, at=at)
