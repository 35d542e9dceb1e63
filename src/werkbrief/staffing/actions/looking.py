"""Somebody of the agency looks along with a client."""

from datetime import datetime

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.models import Client


def look_along(client: Client, *, by: User, at: datetime) -> None:
    """Write down who looked, where and when; looking itself changes nothing."""
    trace = Trace("staffing.client", client.pk, None, {"client": client.name})
    record("staffing.looked_along", Deed(client.agency_id, by, at), [trace])
