"""Ending what one does for another, at an agency or at a client."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Snapshot, Trace, record
from werkbrief.staffing.models import Deputy, Substitute

KIND = "staffing.deputy"
SUBSTITUTE = "staffing.substitute"


@transaction.atomic
def end_deputy(deputy: Deputy, *, by: User, at: datetime) -> None:
    """From today on nobody stands in; what was stays. Twice is harmless."""
    held = Deputy.objects.select_for_update().filter(pk=deputy.pk).first()
    yesterday = timezone.localdate(at) - timedelta(days=1)
    if held is None or held.ends_on <= yesterday:
        return
    before = {"ends_on": str(held.ends_on)}
    deed, pk = Deed(held.agency_id, by, at, str(held)), held.pk
    after = _end(held, yesterday)
    record("staffing.deputy_ended", deed, [Trace(KIND, pk, before, after)])


@transaction.atomic
def end_substitute(substitute: Substitute, *, by: User, at: datetime) -> bool:
    """From today on nobody stands in; what was done stays. Twice is harmless.

    Whether there was something to end.
    """
    rows = Substitute.objects.select_for_update(of=["self"])
    related = rows.select_related("absent__client", "absent__user", "stand_in__user")
    held = related.filter(pk=substitute.pk).first()
    yesterday = timezone.localdate(at) - timedelta(days=1)
    if held is None or held.ends_on <= yesterday:
        return False
    who = {"name": named(held)}
    before = who | {"ends_on": str(held.ends_on)}
    deed, pk = Deed(held.absent.client.agency_id, by, at), held.pk
    after = _end(held, yesterday)
    trace = Trace(SUBSTITUTE, pk, before, after and who | after)
    record("staffing.substitute_ended", deed, [trace])
    return True


def named(substitute: Substitute) -> str:
    """As the journal calls it: who for whom, and where."""
    return f"{substitute} bij {substitute.absent.client}"


def _end(held: Deputy | Substitute, yesterday: date) -> Snapshot:
    """What is left of it: nothing, where it never held before today."""
    if held.starts_on > yesterday:
        held.delete()
        return None
    held.ends_on = yesterday
    held.save(update_fields=["ends_on"])
    return {"ends_on": str(yesterday)}
