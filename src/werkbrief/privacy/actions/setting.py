"""How long an agency keeps what it may choose itself."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.privacy.models import Retention
from werkbrief.staffing.actions import stamp
from werkbrief.staffing.models import Agency
from werkbrief.staffing.refusals import Overtaken

TERMS = ("years", "account_days", "letter_days", "message_days", "link_days")


@transaction.atomic
def set_terms(
    agency: Agency, wanted: Mapping[str, int], *, seen: str, by: User, at: datetime
) -> None:
    """From the next round on. Raises Overtaken when somebody else was first."""
    Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    held, _ = Retention.objects.get_or_create(agency=agency)
    if stamp(held, TERMS) != seen:
        raise Overtaken(None)
    before = {name: getattr(held, name) for name in TERMS}
    after = {name: wanted[name] for name in TERMS}
    if before == after:
        return
    for name, value in after.items():
        setattr(held, name, value)
    held.save(update_fields=TERMS)
    trace = Trace("staffing.agency", agency.pk, before, after)
    record("privacy.terms_set", Deed(agency.pk, by, at), [trace])
