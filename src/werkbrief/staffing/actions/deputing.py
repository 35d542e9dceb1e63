"""Ending what somebody of the agency does for another."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.models import Deputy

KIND = "staffing.deputy"


@transaction.atomic
def end_deputy(deputy: Deputy, *, by: User, at: datetime) -> None:
    """From today on nobody stands in; what was stays. Twice is harmless."""
    held = Deputy.objects.select_for_update().filter(pk=deputy.pk).first()
    yesterday = timezone.localdate(at) - timedelta(days=1)
    if held is None or held.ends_on <= yesterday:
        return
    before = {"ends_on": str(held.ends_on)}
    deed, pk = Deed(held.agency_id, by, at, str(held)), held.pk
    if held.starts_on > yesterday:
        held.delete()
        after = None
    else:
        held.ends_on = yesterday
        held.save(update_fields=["ends_on"])
        after = {"ends_on": str(yesterday)}
    record("staffing.deputy_ended", deed, [Trace(KIND, pk, before, after)])
