"""Which entries somebody may see: the client's, or those of some departments."""

from werkbrief.staffing.models import Membership
from werkbrief.timesheets.models import TimeEntryQuerySet


def entries_for(membership: Membership) -> TimeEntryQuerySet:
    """The scope of every screen and deed; narrowing is a subquery, no statement."""
    entries = membership.client.time_entries.all()
    if membership.is_narrowed:
        return entries.filter(
            assignment__department__in=membership.departments.values("pk")
        )
    return entries
